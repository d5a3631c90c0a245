//! How tests tell a story: an account, its people, their switches.

use crate::accounts::server::actions::{self as accounts, Draft};
use crate::accounts::server::reading;
use crate::accounts::{AccountRow, Accounts};
use crate::contacts::server::actions::{self as contacts, Draft as ContactDraft, Typed};
use crate::contacts::server::addresses::{self, Changed};
use crate::contacts::server::listing;
use crate::contacts::{ContactRow, Contacts};
use crate::info::server::actions::{self as settings, Wish};
use crate::info::server::info;
use crate::info::{InfoTab, SettingRow, Which};
use access::access_state::AccessState;
use access::gate::testing::proven;
use access::gate::{May, MaybeProven, Reply, Staff, right::ManageAccounts, testing};
use directory::testing::a_firm;
use kernel::{AppError, EmailAddress, Right, Role, SettingId};
use lists::{Part, Wanted};
use platform::Cx;
use platform::db::Conn;
use platform::sql;
use platform::testing::TestPlatform;
use tokio::task::JoinHandle;

/// Somebody who may manage accounts.
pub(crate) type Manager = May<ManageAccounts>;

/// The owner, Eva Weber.
pub(crate) async fn eva(cx: &Cx) -> Manager {
    testing::may(&testing::staff(cx, Role::Owner, &[]).await)
}

/// The owner of another firm, Max.
pub(crate) async fn max(other: &Cx) -> Manager {
    testing::may(&testing::staff_named(other, "max@other.example", "Max", Role::Owner, &[]).await)
}

/// Tom, who manages the accounts that he is assigned to.
pub(crate) async fn tom(cx: &Cx) -> Manager {
    let rights = [Right::ManageAccounts];
    testing::may(&testing::staff_named(cx, "tom@weber.example", "Tom", Role::Employee, &rights).await)
}

/// Ina, who sees everything and may change nothing.
pub(crate) async fn ina(cx: &Cx) -> Staff {
    testing::staff_named(cx, "ina@weber.example", "Ina", Role::Employee, &[Right::ViewAllAccounts]).await
}

/// What the door at this address answers this person, who fills nothing in.
pub(crate) async fn posted(cx: &Cx, staff: &Staff, path: &str) -> Result<Reply, AppError> {
    post(cx, staff, path, &[]).await
}

/// What the door at this address, with its values, answers this person.
pub(crate) async fn post(
    cx: &Cx,
    staff: &Staff,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Reply, AppError> {
    testing::post(cx, testing::as_visitor(staff.who()), path, fields).await
}

/// An account of this name; its short id.
pub(crate) async fn account(cx: &Cx, staff: &Manager, name: &str) -> String {
    let draft = Draft::parse(cx, name, "company").expect("a sound draft");
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move { accounts::create_in(tx, &c, &staff, &draft).await.map(|made| made.code) })
    })
    .await
    .expect("the account is made")
}

/// A contact's draft with one address.
pub(crate) fn draft(cx: &Cx, name: &str, email: &str, known_is_fine: bool) -> Result<ContactDraft, AppError> {
    let emails = [("email", email)];
    ContactDraft::parse(cx, &Typed { name, locale: "en", emails: &emails, role: "", known_is_fine })
}

/// A contact of this name with this address, linked to the account.
pub(crate) async fn contact(cx: &Cx, staff: &Manager, code: &str, name: &str, email: &str) {
    let draft = draft(cx, name, email, true).expect("a sound draft");
    contacts::add(cx, staff, code, draft).await.expect("the contact is made");
}

/// Links the contact that has this address to one more account.
pub(crate) async fn link(cx: &Cx, staff: &Manager, from: &str, email: &str, to: &str) {
    let id = group_of(cx, staff, from, email).await.parse().expect("an id");
    contacts::link(cx, staff, to, id, "").await.expect("the contact is linked");
}

/// The id of the contact that has this address in the account.
pub(crate) async fn group_of(cx: &Cx, staff: &Staff, code: &str, email: &str) -> String {
    let tab = tab(cx, staff, code).await;
    tab.rows()
        .find(|(_, row)| row.email == email)
        .map(|(contact, _)| contact.id.clone())
        .expect("the address is there")
}

pub(crate) async fn tab(cx: &Cx, staff: &Staff, code: &str) -> InfoTab {
    info::tab(cx, staff, code).await.expect("the account is in sight")
}

/// The row of this address; the first, when two people share it.
pub(crate) async fn row(cx: &Cx, staff: &Staff, code: &str, email: &str) -> SettingRow {
    let tab = tab(cx, staff, code).await;
    tab.rows().find(|(_, row)| row.email == email).map(|(_, row)| row.clone()).expect("the address is there")
}

pub(crate) fn id(row: &SettingRow) -> SettingId {
    row.id.parse().expect("an id")
}

/// A click on a switch, confirmed, by somebody who sees the row as it is.
pub(crate) async fn click(
    cx: &Cx,
    staff: &Manager,
    code: &str,
    email: &str,
    which: Which,
    on: bool,
) -> Result<(), AppError> {
    let row = row(cx, staff, code, email).await;
    let wish = Wish { id: id(&row), which, on, version: row.version, confirmed: true };
    settings::switch(cx, &sure(staff), code, wish).await
}

/// This staff member, who gave their password a moment ago.
pub(crate) fn sure(staff: &Manager) -> MaybeProven<Manager> {
    proven(staff).into()
}

/// LOGIN on with an invitation.
pub(crate) async fn invite(cx: &Cx, staff: &Manager, code: &str, email: &str) {
    let row = row(cx, staff, code, email).await;
    let words = Some("See you soon".to_owned());
    settings::allow_login(cx, &sure(staff), code, id(&row), row.version, words)
        .await
        .expect("the invitation leaves");
}

/// A connection for a look behind the scenes.
pub(crate) async fn look(cx: &Cx) -> Conn {
    cx.db.read().await.expect("a connection")
}

/// Puts an account into an employee's sight.
pub(crate) async fn assign(cx: &Cx, staff: &Staff, to: &Staff, code: &str) {
    let mut conn = look(cx).await;
    let account =
        directory::accounts::account(&mut conn, &staff.sight(), code).await.expect("the account is there").id;
    drop(conn);
    a_firm(cx).assign(to.user(), account).await;
}

/// How often this event stands in the audit trail.
pub(crate) async fn audited(cx: &Cx, event: &str) -> i64 {
    let mut conn = look(cx).await;
    let (count,): (i64,) =
        sql!("SELECT COUNT(*) FROM audit_event WHERE firm_id = $1 AND event = $2", cx.firm.id, event)
            .one(&mut conn)
            .await
            .expect("the trail answers");
    count
}

/// Another address for this one, as the Info tab's menu does it.
pub(crate) async fn change(
    cx: &Cx,
    staff: &Manager,
    code: &str,
    from: &str,
    to: &str,
) -> Result<Changed, AppError> {
    let row = row(cx, staff, code, from).await;
    let mut conn = look(cx).await;
    let about = crate::switches::row(&mut conn, staff, code, id(&row)).await?;
    drop(conn);
    let to = EmailAddress::parse(to).expect("an address");
    addresses::change(cx, &proven(staff), about.contact_id, about.email_id, to, true).await
}

/// PostgreSQL only: somebody else holds rows by these statements and commits as soon as the act wants one of them; what the
/// act answers. Neither may wait for the other in a circle, which the database would end after a second.
pub(crate) async fn beside<T: Send + 'static>(
    t: &TestPlatform,
    held: &[&'static str],
    act: impl Future<Output = T> + Send + 'static,
) -> T {
    beside_whoever_wants(t, held, &[], act).await
}

/// As [`beside`]; the other wants more rows once the act waits, before it commits.
pub(crate) async fn beside_whoever_wants<T: Send + 'static>(
    t: &TestPlatform,
    held: &[&'static str],
    wanted: &[&'static str],
    act: impl Future<Output = T> + Send + 'static,
) -> T {
    let pool = t.platform.db.postgres().expect("PostgreSQL");
    let mut other = pool.begin().await.expect("a connection");
    for text in held {
        sqlx::raw_sql(*text).execute(&mut *other).await.expect("the rows are held");
    }
    let act = tokio::spawn(act);
    until_it_waits(t, &act).await;
    assert!(!act.is_finished(), "the act wants nothing that is held");
    for text in wanted {
        sqlx::raw_sql(*text).execute(&mut *other).await.expect("the act holds nothing that the other wants");
    }
    other.commit().await.expect("the other does not wait for the act");
    act.await.expect("no panic")
}

/// Until this ends or waits for somebody who holds what it wants.
pub(crate) async fn until_it_waits<T>(t: &TestPlatform, act: &JoinHandle<T>) {
    let mut blocked = 0;
    while blocked == 0 && !act.is_finished() {
        tokio::task::yield_now().await;
        (blocked,) = sql!(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        .one::<(i64,)>(&mut t.platform.db.read().await.expect("a connection"))
        .await
        .expect("the database answers");
    }
}

/// A part of the accounts that this staff member may see: of all, or of those that match a search.
pub(crate) async fn account_list(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    archived: bool,
    after: Option<&str>,
) -> Result<Part<AccountRow>, AppError> {
    narrowed_accounts(cx, staff, search, archived, None, after).await
}

/// The same, narrowed to those that have somebody in this state.
pub(crate) async fn narrowed_accounts(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    archived: bool,
    access: Option<AccessState>,
    after: Option<&str>,
) -> Result<Part<AccountRow>, AppError> {
    let wanted = if archived { Accounts::archived(search) } else { Accounts::current(search, access) };
    reading::list(cx, staff, &wanted.behind(after.unwrap_or_default())).await
}

/// A part of the contacts that this staff member may see: of all, or of those that match a search.
pub(crate) async fn contact_list(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    after: Option<&str>,
) -> Result<Part<ContactRow>, AppError> {
    let wanted = Wanted::<Contacts>::searching(search).behind(after.unwrap_or_default());
    listing::list(cx, staff, &wanted).await
}
