//! Fixtures for the list of accounts, and what the list must say of it by a plain reading of the tables.

use super::actions::{self, Draft};
use crate::accounts::model::AccountRow;
use crate::testing::{self as story, account_list as list};
use access::access_state::{AccessCounts, AccessFacts, OpenInvitation, state};
use access::gate::{Staff, testing};
use directory::accounts::AccountKind;
use directory::testing::a_firm;
use kernel::{AccountId, InvitationId, MailId, Role, SettingId, Ts, UserId};
use platform::{Cx, sql};
use std::collections::BTreeSet;

/// All parts of the list, one after the other.
pub(super) async fn walk(cx: &Cx, staff: &Staff, search: &str, archived: bool) -> Vec<AccountRow> {
    walk_from(cx, staff, search, archived, None).await
}

pub(super) async fn walk_from(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    archived: bool,
    mut after: Option<String>,
) -> Vec<AccountRow> {
    let mut all = Vec::new();
    loop {
        let part = list(cx, staff, search, archived, after.as_deref()).await.unwrap();
        assert!(part.rows.len() <= 50);
        all.extend(part.rows);
        after = part.next;
        if after.is_none() {
            return all;
        }
    }
}

pub(super) fn codes(rows: &[AccountRow]) -> Vec<&str> {
    rows.iter().map(|row| row.code.as_str()).collect()
}

/// Accounts of these names, stored at once; their short ids.
pub(super) async fn accounts(
    cx: &Cx,
    staff: &story::Manager,
    names: impl IntoIterator<Item = String>,
) -> Vec<String> {
    let drafts: Vec<Draft> =
        names.into_iter().map(|name| Draft { name, kind: AccountKind::Company }).collect();
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let mut made = Vec::new();
            for draft in &drafts {
                made.push(actions::create_in(tx, &c, &staff, draft).await?.code);
            }
            Ok(made)
        })
    })
    .await
    .unwrap()
}

pub(super) async fn restricted(cx: &Cx, name: &str) -> Staff {
    testing::staff_named(cx, &format!("{name}@weber.example"), name, Role::Employee, &[]).await
}

/// A number that looks like chance and is the same every time.
fn chance(place: usize, salt: usize, of: usize) -> usize {
    let mixed = (place * 31 + salt * 17 + 7).wrapping_mul(2_654_435_761) >> 7;
    mixed % of
}

#[derive(sqlx::FromRow)]
struct SettingOf {
    id: SettingId,
    account_id: AccountId,
    email_norm: String,
    login: bool,
    notify: bool,
    login_since: Option<Ts>,
    changed_at: Ts,
}

#[derive(sqlx::FromRow)]
struct UserOf {
    email_norm: String,
    activated_at: Option<Ts>,
    last_login_at: Option<Ts>,
}

#[derive(sqlx::FromRow)]
struct InvitationOf {
    email_norm: String,
    expires_at: Ts,
    state: Option<String>,
    setting_id: Option<SettingId>,
}

async fn settings(cx: &Cx) -> Vec<SettingOf> {
    sql!(
        "SELECT s.id, s.account_id, e.email_norm, s.login, s.notify, s.login_since, s.changed_at
         FROM contact_setting s JOIN contact_email e ON e.id = s.email_id WHERE s.firm_id = $1 ORDER BY e.email LIMIT 1000",
        cx.firm.id
    )
    .all(&mut story::look(cx).await)
    .await
    .unwrap()
}

/// What the list must say, from every row of every table.
pub(super) async fn plainly(cx: &Cx, staff: &Staff, archived: bool) -> Vec<AccountRow> {
    let mut conn = story::look(cx).await;
    let accounts: Vec<(AccountId, String, String, String, Option<Ts>)> = sql!(
        "SELECT id, code, name, kind, archived_at FROM account WHERE firm_id = $1 ORDER BY sort_key, id LIMIT 1000",
        cx.firm.id
    )
    .all(&mut conn)
    .await
    .unwrap();
    let mine: Vec<(AccountId, UserId)> =
        sql!("SELECT account_id, user_id FROM account_assignment WHERE firm_id = $1 LIMIT 1000", cx.firm.id)
            .all(&mut conn)
            .await
            .unwrap();
    let users: Vec<UserOf> = sql!(
        "SELECT email_norm, activated_at, last_login_at FROM portal_user WHERE firm_id = $1 LIMIT 1000",
        cx.firm.id
    )
    .all(&mut conn)
    .await
    .unwrap();
    let invitations: Vec<InvitationOf> = sql!(
        "SELECT v.email_norm, v.expires_at, m.state, m.setting_id FROM link v LEFT JOIN outbox m ON m.id = v.mail_id
         WHERE v.firm_id = $1 AND v.kind = 'invitation' AND v.used_at IS NULL LIMIT 1000",
        cx.firm.id
    )
    .all(&mut conn)
    .await
    .unwrap();
    drop(conn);
    let settings = settings(cx).await;
    accounts
        .into_iter()
        .filter(|(id, _, _, _, at)| {
            at.is_some() == archived && (staff.sees_all() || mine.contains(&(*id, staff.user())))
        })
        .map(|(id, code, name, kind, _)| {
            let of: Vec<_> = settings.iter().filter(|it| it.account_id == id).collect();
            let with_login = || of.iter().filter(|it| it.login);
            let logins = with_login().flat_map(|it| {
                let since = it.login_since.unwrap_or(it.changed_at);
                let of_it = users.iter().filter(move |user| user.email_norm == it.email_norm);
                of_it.filter_map(|user| user.last_login_at).filter(move |at| staff.sees_all() || *at >= since)
            });
            let mut access = AccessCounts::default();
            for it in with_login().filter(|_| !archived) {
                let in_sight = |account| staff.sees_all() || mine.contains(&(account, staff.user()));
                let known = |user: &&UserOf| {
                    let since = |it: &SettingOf| Some(it.login_since.unwrap_or(it.changed_at));
                    staff.sees_all()
                        || settings.iter().any(|other| {
                            let of_it = other.email_norm == user.email_norm && other.login;
                            of_it
                                && in_sight(other.account_id)
                                && user.activated_at.max(user.last_login_at) >= since(other)
                        })
                };
                let of_it = users.iter().filter(|user| user.email_norm == it.email_norm);
                let sent = invitations.iter().filter(|sent| sent.email_norm == it.email_norm);
                let of_sight = |sent: &&InvitationOf| {
                    let by = settings.iter().find(|other| Some(other.id) == sent.setting_id);
                    staff.sees_all() || by.is_some_and(|by| in_sight(by.account_id))
                };
                let mut open = sent.filter(of_sight).map(|sent| OpenInvitation {
                    expires: sent.expires_at,
                    failed: sent.state.as_deref() == Some("failed"),
                });
                let facts = AccessFacts {
                    login: true,
                    archived: false,
                    activated: of_it.filter(|user| user.activated_at.is_some()).any(|user| known(&user)),
                    invitation: open.next(),
                };
                access.add(state(&facts, cx.now()));
            }
            AccountRow {
                code,
                name,
                kind: AccountKind::from_key(&kind).unwrap(),
                access,
                notify: of.iter().any(|it| it.notify),
                last_login: logins.max().map(|at| cx.when(at)),
                ..AccountRow::default()
            }
        })
        .collect()
}

/// Thirty accounts in all states: archived and not, nobody to three people behind them, one address or two, some of them
/// shared, switches and logins at all times.
pub(super) async fn fixtures(cx: &Cx, eva: &story::Manager) -> Vec<String> {
    let names = (0..30).map(|place| ["adler", "bauer", "Bauer", "zorn"][place % 4].to_owned());
    let made = accounts(cx, eva, names).await;
    for (place, code) in made.iter().enumerate() {
        for person in 0..chance(place, 1, 4) {
            let shared = chance(place, person + 2, 5);
            let email =
                if shared == 0 { "all@meier.example" } else { &format!("p{place}x{person}@meier.example") };
            story::contact(cx, eva, code, &format!("person {person}"), email).await;
        }
        if chance(place, 9, 3) == 0 {
            actions::archive(cx, eva, code, 1).await.unwrap();
        }
    }
    let rows = settings(cx).await;
    let c = cx.clone();
    let people = cx.write(move |tx| {
        Box::pin(async move {
            let (mut known, mut invited, mut people) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
            for (place, row) in rows.into_iter().enumerate() {
                let at = |salt: usize, of: usize| Ts(i64::try_from(chance(place, salt, of)).unwrap() * Ts::DAY);
                let since = (chance(place, 3, 2) == 0).then(|| at(4, 12));
                sql!(
                    "UPDATE contact_setting SET login = $2, notify = $3, login_since = $4, changed_at = $5 WHERE id = $1",
                    row.id,
                    chance(place, 1, 3) > 0,
                    chance(place, 2, 2) > 0,
                    since,
                    at(5, 12)
                )
                .run(tx)
                .await?;
                if chance(place, 6, 4) > 0 && known.insert(row.email_norm.clone()) {
                    let last = (chance(place, 7, 3) > 0).then(|| at(8, 8));
                    let activated = (chance(place, 10, 2) == 0).then(|| at(11, 12));
                    people.push((row.email_norm.clone(), last, activated));
                }
                if chance(place, 12, 3) > 0 && invited.insert(row.email_norm.clone()) {
                    let mail = MailId(c.ids.next());
                    sql!(
                        "INSERT INTO outbox (id, firm_id, kind, priority, to_address, subject_sealed, state, attempts, next_at,
                            give_up_at, fence, setting_id, created_at)
                         VALUES ($1, $2, 'x', 1, $3, $4, $5, 0, 1, 1, 0, $6, 1)",
                        mail,
                        c.firm.id,
                        &row.email_norm,
                        vec![0u8; 4],
                        if chance(place, 13, 3) == 0 { "failed" } else { "sent" },
                        row.id
                    )
                    .run(tx)
                    .await?;
                    let id = InvitationId(c.ids.next());
                    sql!(
                        "INSERT INTO invitation (id, firm_id, email, name, message, locale)
                         VALUES ($1, $2, $3, 'x', '', 'en')",
                        id,
                        c.firm.id,
                        &row.email_norm
                    )
                    .run(tx)
                    .await?;
                    sql!(
                        "INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at, mail_id)
                         VALUES ($1, $2, 'invitation', $1, $3, $4, 1, $5, $6)",
                        id,
                        c.firm.id,
                        &row.email_norm,
                        row.id.0.as_bytes().to_vec(),
                        c.now().plus((i64::try_from(chance(place, 14, 3)).unwrap() - 1) * Ts::DAY),
                        mail
                    )
                    .run(tx)
                    .await?;
                }
            }
            Ok(people)
        })
    });
    for (email, last, activated) in people.await.unwrap() {
        a_firm(cx).person(&email).last_login(last).activated(activated).seed().await;
    }
    made
}
