//! Making a code and mailing it, and how those that were mailed stand.

use super::bound::Bound;
use super::store;
use crate::codes::rules::seconds_to_wait;
use kernel::{AppError, Ts};
use platform::db::{Conn, Tx};
use platform::keys::Purpose;
use platform::mail::Mail;
use platform::rng::digits6;
use platform::{Cx, outbox};

/// The codes that were mailed for one thing.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// When the newest was sent, whether or not it counts still.
    pub sent_at: Option<Ts>,
    /// How many count.
    pub live: i64,
    /// Seconds until another may be asked for.
    pub wait: u32,
}

/// Mails another code; the earlier ones go on counting, up to as many as the purpose has (AUTH-9). Whether one may be sent now
/// is asked before: [`standing`], and the purpose's rate limits.
///
/// The code is made whatever `mail` says, so that a mail without it costs the same (SEC-9).
pub async fn send(
    tx: &mut Tx,
    cx: &Cx,
    bound: Bound,
    mail: impl FnOnce(&str) -> Mail + Send,
) -> Result<(), AppError> {
    let code = digits6(&*cx.rng);
    let (now, purpose) = (cx.now(), bound.purpose);
    store::void_but_newest(tx, cx.firm.id, &bound, purpose.max_live - 1, now).await?;
    let hmac = cx.keys.hmac(Purpose::Code, &bound.parts(&code));
    store::insert(tx, cx.ids.next(), cx.firm.id, &bound, hmac, (now, now.plus(purpose.life))).await?;
    let mail = mail(&code);
    outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, None).await?;
    Ok(())
}

/// How the codes of this thing stand now.
pub async fn standing(conn: &mut Conn, cx: &Cx, bound: Bound) -> Result<Standing, AppError> {
    let row = store::standing(conn, cx.firm.id, &bound, cx.now()).await?;
    Ok(Standing {
        sent_at: row.sent_at,
        live: row.live.min(bound.purpose.max_live),
        wait: seconds_to_wait(&bound.purpose, row.sent_at, cx.now()),
    })
}
