//! A firm with its people, and posts to the commands of the team as a browser without JavaScript sends them.

use super::join;
pub(super) use crate::gate::testing::account;
use crate::gate::{May, Reply, SignedIn, Staff, Visitor, right::Administer, testing};
use crate::links::testing::by;
use crate::team::model::JoinView;
use kernel::{AppError, Right, Role, UserId};
use platform::testing::TestPlatform;
use platform::{Cx, sql};

/// What the page of the link with this token shows.
pub(super) async fn view(cx: &Cx, token: &str) -> Result<JoinView, AppError> {
    join::view(cx, &by(cx, token).await?).await
}

pub(super) const GOOD: &str = "eine Wiese mit 7 Ziegen";

/// The owner, an admin, and an employee who may manage accounts.
pub(super) struct Firm {
    pub eva: May<Administer>,
    pub tom: May<Administer>,
    pub jo: Staff,
}

pub(super) async fn firm(cx: &Cx) -> Firm {
    let eva = testing::staff_named(cx, "eva@weber.example", "Eva Weber", Role::Owner, &[]).await;
    let tom = testing::staff_named(cx, "tom@weber.example", "Tom Krüger", Role::Admin, &[]).await;
    let jo =
        testing::staff_named(cx, "jo@weber.example", "Jo Adler", Role::Employee, &[Right::ManageAccounts])
            .await;
    Firm { eva: testing::may(&eva), tom: testing::may(&tom), jo }
}

pub(super) fn as_visitor(staff: &Staff) -> Visitor {
    testing::as_visitor(staff.who())
}

/// A post to a command; `path` with its values filled in where `params` says so.
pub(super) async fn post(
    cx: &Cx,
    visitor: Visitor,
    path: &str,
    params: &[(&str, &str)],
    form: &[(&str, &str)],
) -> Result<Reply, AppError> {
    match testing::post(cx, visitor, &testing::filled(path, params), form).await {
        Ok(Reply::As { then, .. }) => *then,
        answered => answered,
    }
}

/// A post about a member.
pub(super) async fn about(
    cx: &Cx,
    staff: &Staff,
    what: &str,
    member: UserId,
    form: &[(&str, &str)],
) -> Result<Reply, AppError> {
    let path = format!("/app/settings/team/{{member}}{what}");
    post(cx, as_visitor(staff), &path, &[("member", &member.to_string())], form).await
}

/// The redirect's notice.
pub(super) fn notice(reply: Result<Reply, AppError>) -> String {
    match reply {
        Ok(Reply::With { notice: Some(notice), .. }) => notice,
        Ok(Reply::To(to)) => panic!("to {to} without a word"),
        Ok(Reply::With { to, .. } | Reply::Shown { page: to, .. }) => panic!("to {to} without a word"),
        Ok(Reply::Again { outcome, .. } | Reply::Confirm { outcome, .. }) => panic!("again: {outcome:?}"),
        Ok(Reply::As { .. }) => panic!("a new session"),
        Ok(Reply::Value { json, .. }) => panic!("for an awake control: {json}"),
        Err(error) => panic!("{error}"),
    }
}

/// What was wrong, when the page came again.
pub(super) fn mistake(reply: Result<Reply, AppError>) -> (kernel::Outcome, AppError) {
    match reply {
        Ok(Reply::Again { outcome, error, .. }) => (outcome, error),
        Ok(_) => panic!("it was taken"),
        Err(error) => panic!("{error}"),
    }
}

/// This person with what they may do now, by a session of their own.
pub(super) async fn again(cx: &Cx, user: UserId) -> Result<SignedIn, AppError> {
    let token = testing::session(cx, user).await;
    Visitor::of_token(cx, Some(&token)).await?.signed_in().cloned()
}

/// Short ids of the accounts assigned to this person.
pub(super) async fn assigned(cx: &Cx, user: UserId) -> Vec<String> {
    let mut conn = cx.db.read().await.unwrap();
    let rows: Vec<(String,)> = sql!(
        "SELECT a.code FROM account_assignment x JOIN account a ON a.id = x.account_id
         WHERE x.firm_id = $1 AND x.user_id = $2 ORDER BY a.code",
        cx.firm.id,
        user
    )
    .all(&mut conn)
    .await
    .unwrap();
    rows.into_iter().map(|(code,)| code).collect()
}

/// What the audit trail says of these events, oldest first: who, about whom, what.
pub(super) async fn trail(cx: &Cx, event: &str) -> Vec<(String, String, String)> {
    let mut conn = cx.db.read().await.unwrap();
    sql!(
        "SELECT actor_name, subject, detail FROM audit_event WHERE firm_id = $1 AND event = $2 ORDER BY id",
        cx.firm.id,
        event
    )
    .all(&mut conn)
    .await
    .unwrap()
}

/// The token in the newest mail to this address.
pub(super) async fn newest_link(t: &TestPlatform, email: &str) -> String {
    t.drain_mail().await;
    let sent = t.mail.sent_to(email);
    let text = &sent.last().expect("a mail").rendered.text;
    let (_, rest) = text.split_once("https://portal.weber.example/join/").expect("a link");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
}

/// Tom invites somebody as an employee who may manage accounts.
pub(super) async fn invited(t: &TestPlatform, cx: &Cx, staff: &Staff, email: &str) -> String {
    let form = [("name", "Ina Klein"), ("email", email), ("role", "employee"), ("locale", "en")];
    let form = [&form[..], &[("manage_accounts", "true")]].concat();
    notice(post(cx, as_visitor(staff), "/app/settings/team/invite", &[], &form).await);
    newest_link(t, email).await
}
