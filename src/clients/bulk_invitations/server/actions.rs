//! Planning and sending invitations to many.

use super::store::{self, ChosenRow};
use crate::accounts::all_of;
use crate::bulk_invitations::model::{Chosen, Plan, PlanLine};
use crate::bulk_invitations::rules::{self, Facts};
use crate::info::invite;
use access::access_state::{self, AccessFacts, OpenInvitation};
use access::gate::{May, Staff, right::ManageAccounts};
use access::links::MAIL_WINDOW;
use i18n::{said, tln};
use kernel::form::Fields;
use kernel::{AccountId, AppError, Locale, SettingId, Ts};
use lists::{MOST_CHOSEN, Selected};
use platform::Cx;
use platform::db::Conn;
use std::collections::{BTreeSet, HashMap};

/// Most rows that a choice may have.
const ROWS: i64 = 5000;

/// An address, and the row through which it would be invited.
struct Planned {
    line: PlanLine,
    norm: String,
    /// The short id of the account, and the row.
    by: Option<(String, SettingId)>,
}

/// The choice that a form carries: short ids, or `all` and what was searched for; and the run that it goes on with.
pub(in crate::bulk_invitations) fn chosen_in(accounts: &str, list: &Fields) -> Chosen {
    let accounts = Selected::read(|name| list.get(name).map(str::to_owned), accounts);
    let sent = list.get("sent").and_then(|sent| sent.parse().ok());
    Chosen { accounts, sent, stopped: sent.is_some() }
}

/// Everybody behind a choice, each address once.
pub(in crate::bulk_invitations) async fn plan(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    choice: &Chosen,
) -> Result<Plan, AppError> {
    let (accounts, planned, too_many) = look(cx, staff, choice).await?;
    let message = match choice.sent {
        Some(sent) => words_sent(cx, staff, &planned, Ts(sent)).await?,
        None => String::new(),
    };
    Ok(Plan { accounts, lines: planned.into_iter().map(|one| one.line).collect(), too_many, message })
}

/// The words of the invitations that went out since then, where others wait for the same.
async fn words_sent(cx: &Cx, staff: &Staff, planned: &[Planned], since: Ts) -> Result<String, AppError> {
    let written = planned.iter().find(|one| one.line.written);
    let Some(written) = written.filter(|_| planned.iter().any(|one| one.line.waits())) else {
        return Ok(String::new());
    };
    let mut conn = cx.db.read().await?;
    Ok(store::message(&mut conn, staff, &written.norm, since).await?.unwrap_or_default())
}

async fn look(cx: &Cx, staff: &Staff, choice: &Chosen) -> Result<(i64, Vec<Planned>, bool), AppError> {
    if choice.accounts.is_empty() {
        return Ok((0, Vec::new(), false));
    }
    let mut conn = cx.db.read().await?;
    let (ids, is_cut) = chosen(cx, &mut conn, staff, choice).await?;
    let rows = store::chosen(&mut conn, staff, &ids_text(&ids), cx.now().plus(-MAIL_WINDOW), ROWS).await?;
    drop(conn);
    let cut = is_cut || i64::try_from(rows.len()).unwrap_or(ROWS) >= ROWS;
    let accounts: BTreeSet<_> = rows.iter().map(|row| row.account_id).collect();
    let planned = by_address(rows, cx.now(), choice.sent.map(Ts));
    let to = planned.iter().filter(|one| one.line.waits()).count();
    Ok((i64::try_from(accounts.len()).unwrap_or(ROWS), planned, cut || to > MOST_CHOSEN))
}

/// The accounts behind a choice, in or out of sight, and whether there may be more.
async fn chosen(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    choice: &Chosen,
) -> Result<(Vec<AccountId>, bool), AppError> {
    match &choice.accounts {
        Selected::Ids(_) => {
            let codes = choice.accounts.ids_text();
            Ok((store::with_codes(conn, staff.firm(), &codes).await?, false))
        }
        Selected::AllOf(wanted) => all_of(cx, conn, staff, wanted, ROWS).await,
    }
}

/// Each once, as a statement takes them.
fn ids_text(ids: &[AccountId]) -> String {
    platform::db::id_list(ids.iter().map(|id| id.0).collect::<BTreeSet<_>>())
}

/// One line an address, in the order of the accounts.
fn by_address(rows: Vec<ChosenRow>, now: Ts, sent: Option<Ts>) -> Vec<Planned> {
    let mut all: Vec<Planned> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let (Some(setting), Some(norm)) = (row.setting_id, row.email_norm) else { continue };
        let facts = Facts {
            active: row.active > 0,
            login: row.login.unwrap_or_default(),
            archived: row.archived_at.is_some(),
            mails: row.mails,
            newest: row.newest,
        };
        let left_out = rules::left_out(&facts, now);
        let access = access_state::state(
            &AccessFacts {
                login: facts.login,
                archived: facts.archived,
                activated: facts.active,
                invitation: row.invitation.as_deref().and_then(OpenInvitation::parse),
            },
            now,
        );
        let by = left_out.is_none().then(|| (row.code.clone(), setting));
        let account = (row.code, row.account_name);
        let written = sent.is_some_and(|sent| row.mine.is_some_and(|mine| mine >= sent));
        match places.get(&norm).and_then(|place| all.get_mut(*place)) {
            Some(known) => {
                known.line.left_out = rules::of_both(known.line.left_out, left_out);
                known.by = known.by.take().or(by);
                known.line.access = known.line.access.max(access);
                if !known.line.accounts.contains(&account) {
                    known.line.accounts.push(account);
                }
            }
            None => {
                places.insert(norm.clone(), all.len());
                let (name, email) = (row.name.unwrap_or_default(), row.email.unwrap_or_default());
                all.push(Planned {
                    line: PlanLine { email, name, accounts: vec![account], access, left_out, written },
                    norm,
                    by,
                });
            }
        }
    }
    all
}

/// What became of an act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::bulk_invitations) struct Sent {
    pub sent: i64,
    pub left_out: i64,
    /// Neither: it broke off before.
    pub rest: i64,
}

/// Invites everybody behind a choice who waits; each address in a transaction of its own. Who is invited is decided
/// now, not when the plan was shown; whoever was written to in the run that `choice` goes on with is no part of it.
///
/// # Errors
/// `Invalid` on `message`; `Refused` for nobody, or for more than can be sent at once; anything else only as long as nobody
/// was written to: afterwards it is the `rest` that tells of it.
pub(in crate::bulk_invitations) async fn send(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    choice: &Chosen,
    message: &str,
) -> Result<Sent, AppError> {
    let (_, planned, too_many) = look(cx, staff, choice).await?;
    if too_many {
        return Err(AppError::Refused(said!(cx.locale, "bulk_invitations.too_many", n = MOST_CHOSEN)));
    }
    let planned: Vec<_> = planned.into_iter().filter(|one| !one.line.written).collect();
    let all = count(planned.len());
    let to: Vec<_> = planned.into_iter().filter_map(|one| one.by).collect();
    if to.is_empty() {
        return Err(AppError::Refused(said!(cx.locale, "bulk_invitations.nobody")));
    }
    let (mut sent, mut rest) = (0, 0);
    for (place, (code, setting)) in to.iter().enumerate() {
        match invite(cx, staff, code, *setting, message.to_owned()).await {
            Ok(_) => sent += 1,
            // Changed since: switched off, activated, written to by a colleague.
            Err(AppError::Refused(_) | AppError::TooMany(_) | AppError::NotFound | AppError::Conflict) => {}
            Err(error) if sent == 0 => return Err(error),
            // An error would hide who was written to, and whoever presses again would write to them twice.
            Err(_) => {
                rest = count(to.len() - place);
                break;
            }
        }
    }
    Ok(Sent { sent, left_out: all - sent - rest, rest })
}

fn count(lines: usize) -> i64 {
    i64::try_from(lines).unwrap_or(ROWS)
}

/// How many were written to, and how many were not, as far as there are any.
pub(in crate::bulk_invitations) fn said(l: Locale, Sent { sent, left_out, rest }: Sent) -> String {
    let is_said = [sent > 0 || (left_out == 0 && rest == 0), left_out > 0, rest > 0];
    let all = [
        tln!(l, "bulk_invitations.done", sent),
        tln!(l, "bulk_invitations.done_left_out", left_out),
        tln!(l, "bulk_invitations.done_rest", rest),
    ];
    let said: Vec<_> =
        all.into_iter().zip(is_said).filter_map(|(text, is_said)| is_said.then_some(text)).collect();
    said.join(if l == Locale::Ja { "" } else { " " })
}
