//! Asking for another address, another code, and the code itself.

use super::events::{OfMove, OfWish, Wish};
use super::reading::{self, AskTheFirm, bound};
use super::store::{self, Asked, WaitingRow};
use super::{mails, on_contact};
use crate::own_address::LINK;
use crate::own_address::rules::{SEND_TO, STOP_LIFE};
use access::codes::{self, Attempt, OWN_ADDRESS};
use access::gate::SignedIn;
use access::links::{self, Link};
use access::login_moves::{is_taken, move_own};
use access::sessions::{Started, afterwards};
use i18n::said;
use kernel::{AppError, EmailAddress, Limit};
use platform::db::Tx;
use platform::limits;
use platform::mail::address_fault;
use platform::net::limit_key;
use platform::unit::{Change, Work};
use platform::{Cx, outbox};
use sqlx::types::Uuid;

/// What came of a try.
enum Tried {
    Right(Box<Started>),
    /// So many tries are left.
    Wrong(i64),
    /// That was one too many, or there were none left.
    Void,
    /// The code was right, but somebody else has got the address meanwhile.
    Taken,
}

/// Asks for another address: a code goes there, or word that it is in use; this answer is the same.
///
/// # Errors
/// `Invalid` on `current` or `email`; `Refused` when the firm has to do it; `TooMany`.
pub(in crate::own_address) async fn ask(
    cx: &Cx,
    who: &SignedIn,
    current: &str,
    typed: &str,
) -> Result<(), AppError> {
    let email = EmailAddress::parse(typed)
        .map_err(|problem| AppError::field("email", address_fault(cx.locale, problem)))?;
    if email.norm() == who.email_norm() {
        return Err(AppError::field("email", said!(cx.locale, "own_address.same")));
    }
    let refused = reading::may(&mut cx.db.read().await?, cx, who).await?.err();
    refuse(cx, refused)?;
    let right = access::password::prove(cx, who, "current", current).await?;
    may_send(cx, who, email.norm()).await?;
    cx.work(who, async move |w, who| {
        let (cx, firm) = (w.cx(), w.firm());
        store::void_waiting(w, firm, who.user()).await?;
        let asked = Asked {
            id: cx.ids.next(),
            user: who.user(),
            session: who.session(),
            old: (who.email(), who.email_norm()),
            new: &email,
            at: cx.now(),
        };
        store::insert(w, firm, &asked).await?;
        send(w, cx, &who, asked.id, &email).await?;
        w.happened(Wish { user: who.user(), email: email.shown(), what: OfWish::Asked }).await?;
        // Another may have been set since it was compared. Last, for logins come last in the order of locks.
        right.demand(w, cx).await
    })
    .await
}

/// Another code; the earlier ones go on counting (AUTH-9).
///
/// # Errors
/// `Refused` when nothing waits; `TooMany` within a minute or after many codes.
pub(in crate::own_address) async fn again(cx: &Cx, who: &SignedIn) -> Result<(), AppError> {
    let waiting = reading::waiting(&mut cx.db.read().await?, cx, who).await?;
    let waiting = waiting.ok_or_else(|| nothing_waits(cx))?;
    let row = waiting.row;
    if waiting.wait > 0 {
        let [ip, person, to] = counted(cx, who, &row.new_norm);
        let longer = limits::wait(cx, &limited(&ip, &person, &to)).await?;
        return Err(AppError::TooMany(waiting.wait.max(longer)));
    }
    may_send(cx, who, &row.new_norm).await?;
    let email = EmailAddress::stored(&row.new_email);
    let (c, who) = (cx.clone(), who.clone());
    cx.write(move |tx| Box::pin(async move { send(tx, &c, &who, row.id, &email).await })).await
}

/// Forgets the wish; codes that were sent count no longer.
pub(in crate::own_address) async fn cancel(cx: &Cx, who: &SignedIn) -> Result<(), AppError> {
    let (firm, user) = (cx.firm.id, who.user());
    cx.write(move |tx| Box::pin(async move { Ok(store::void_waiting(tx, firm, user).await?) })).await
}

/// Changes the address everywhere, with the code from its mailbox. This browser goes on under the token of the answer.
///
/// # Errors
/// `Invalid` on `code`; `Refused` when nothing waits any more, or the firm has to do it; `TooMany`.
pub(in crate::own_address) async fn confirm(
    cx: &Cx,
    who: &SignedIn,
    typed: &str,
) -> Result<Started, AppError> {
    let code = codes::read(cx.locale, typed)?;
    let wait =
        limits::wait(&cx.platform, &[(OWN_ADDRESS.wrong_by_network, &limit_key(cx.source.ip))]).await?;
    if wait > 0 {
        return Err(AppError::TooMany(wait));
    }
    let (c, w) = (cx.clone(), who.clone());
    let tried = cx.write(move |tx| Box::pin(async move { attempt(tx, &c, &w, &code).await }));
    match tried.await? {
        Tried::Right(started) => {
            let person = who.user().to_string();
            let forgetting = limits::forget(&cx.platform, OWN_ADDRESS.sent, &person);
            afterwards("limits count codes of an address that was accepted", forgetting).await;
            Ok(*started)
        }
        Tried::Wrong(left) => Err(codes::wrong(cx.locale, OWN_ADDRESS, left)),
        Tried::Void => Err(AppError::Refused(said!(cx.locale, "own_address.void"))),
        Tried::Taken => Err(AppError::Refused(said!(cx.locale, "own_address.taken", firm = cx.firm.name))),
    }
}

/// A wrong try is counted for good, so it is no error here: an error would undo the count.
async fn attempt(tx: &mut Tx, cx: &Cx, who: &SignedIn, code: &str) -> Result<Tried, AppError> {
    let firm = cx.firm.id;
    let Some(waiting) = reading::waiting(tx, cx, who).await?.map(|it| it.row) else {
        return Ok(Tried::Void);
    };
    let Some(nth) = store::count_try(tx, firm, waiting.id, OWN_ADDRESS.max_attempts).await? else {
        return Ok(Tried::Void);
    };
    let tried = codes::attempt(tx, cx, bound(waiting.id), code, nth).await?;
    if tried == Attempt::Right {
        return change(tx, cx, who, &waiting).await;
    }
    let failed = Wish { user: who.user(), email: &waiting.new_email, what: OfWish::CodeFailed };
    Work::on(tx, cx, who).happened(failed).await?;
    limits::add_in(tx, cx, OWN_ADDRESS.wrong_by_network, &limit_key(cx.source.ip)).await?;
    if let Attempt::Wrong(left) = tried {
        return Ok(Tried::Wrong(left));
    }
    store::void_waiting(tx, firm, who.user()).await?;
    Ok(Tried::Void)
}

/// All of it, or nothing: contact, login, sessions, audit, news, and the mail to the old address.
async fn change(tx: &mut Tx, cx: &Cx, who: &SignedIn, waiting: &WaitingRow) -> Result<Tried, AppError> {
    let firm = cx.firm.id;
    let mine = match reading::may(tx, cx, who).await? {
        Ok(mine) => mine,
        Err(reason) => return refuse(cx, Some(reason)).map(|()| Tried::Void),
    };
    on_contact::stand_in_line(tx, cx, &mine).await?;
    // Whoever stood before may have replaced it.
    let mine = match reading::may(tx, cx, who).await? {
        Ok(mine) => mine,
        Err(reason) => return refuse(cx, Some(reason)).map(|()| Tried::Void),
    };
    if in_use(tx, cx, &mine, &waiting.new_norm).await? {
        store::void_waiting(tx, firm, who.user()).await?;
        return Ok(Tried::Taken);
    }
    let email = EmailAddress::stored(&waiting.new_email);
    if !store::finish(tx, firm, waiting.id, &mine, cx.now()).await? {
        return Ok(Tried::Void);
    }
    let (new, until) = (links::draw(cx), cx.now().plus(STOP_LIFE));
    let link = Link { kind: LINK, of: Some(waiting.id), to: Some(who.email_norm()), until };
    links::make(tx, cx, &new, link).await?;
    on_contact::put(tx, cx, &mine, (who.email_norm(), &email), who.name()).await?;
    let started = move_own(tx, cx, who, &email).await?;
    let both = Change::of(who.email().to_owned(), email.shown().to_owned());
    on_contact::moved(&mut Work::on(tx, cx, who), &mine, OfMove::Changed, both).await?;
    let mail = mails::changed(cx, who, email.shown(), new.token(), until);
    outbox::enqueue(tx, &cx.platform, firm, &mail, None).await?;
    on_contact::found_by_it(tx, cx, &mine).await?;
    Ok(Tried::Right(Box::new(started)))
}

async fn in_use(tx: &mut Tx, cx: &Cx, mine: &store::Mine, norm: &str) -> Result<bool, AppError> {
    Ok(is_taken(tx, cx, norm).await?
        || store::waits_for_another(tx, cx.firm.id, mine.contact_id, norm).await?)
}

/// A code to the new address; or, when somebody else signs in with it, word of that. Both cost the same.
async fn send(
    tx: &mut Tx,
    cx: &Cx,
    who: &SignedIn,
    change: Uuid,
    email: &EmailAddress,
) -> Result<(), AppError> {
    let Ok(mine) = reading::may(tx, cx, who).await? else { return Err(nothing_waits(cx)) };
    let in_use = in_use(tx, cx, &mine, email.norm()).await?;
    let mail = |code: &str| match in_use {
        true => mails::in_use(cx, email),
        false => mails::code(cx, email, code),
    };
    codes::send(tx, cx, bound(change), mail).await
}

async fn may_send(cx: &Cx, who: &SignedIn, to: &str) -> Result<(), AppError> {
    let [ip, person, to] = counted(cx, who, to);
    limits::take_all(cx, &limited(&ip, &person, &to)).await
}

/// By what mails are counted: where they are asked for, by whom, and to whom they go.
fn counted(cx: &Cx, who: &SignedIn, to: &str) -> [String; 3] {
    [limit_key(cx.source.ip), who.user().to_string(), format!("{}/{to}", cx.firm.id)]
}

fn limited<'a>(ip: &'a str, person: &'a str, to: &'a str) -> [(Limit, &'a str); 3] {
    [(OWN_ADDRESS.sent_by_network, ip), (OWN_ADDRESS.sent, person), (SEND_TO, to)]
}

fn refuse(cx: &Cx, reason: Option<AskTheFirm>) -> Result<(), AppError> {
    if reason.is_none() {
        return Ok(());
    }
    Err(AppError::Refused(said!(cx.locale, "own_address.ask", firm = cx.firm.name)))
}

fn nothing_waits(cx: &Cx) -> AppError {
    AppError::Refused(said!(cx.locale, "own_address.void"))
}
