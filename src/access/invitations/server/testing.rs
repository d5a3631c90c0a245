//! Accounts, switches and mails for tests of invitations and of switching.

use super::actions::{Invitee, invite};
pub(crate) use crate::gate::testing::{account, login_on};
use crate::gate::{May, right::ManageAccounts, testing};
use kernel::{AppError, EmailAddress, InvitationId, Locale, Role};
use platform::testing::TestPlatform;
use platform::{Cx, sql};

pub(crate) const ANNA: &str = "anna@mueller.example";

/// Somebody who may invite.
pub(crate) async fn eva(cx: &Cx) -> May<ManageAccounts> {
    testing::may(&testing::staff(cx, Role::Owner, &[]).await)
}

/// LOGIN goes off for this address, everywhere.
pub(crate) async fn login_off(cx: &Cx, email: &str) {
    let (firm, email) = (cx.firm.id, email.to_owned());
    let work = cx.write(move |tx| {
        Box::pin(async move {
            sql!(
                "UPDATE contact_setting SET login = FALSE
                 WHERE firm_id = $1 AND email_id IN (SELECT id FROM contact_email WHERE email_norm = $2)",
                firm,
                email
            )
            .run(tx)
            .await?;
            Ok(())
        })
    });
    work.await.expect("the switch is stored");
}

pub(crate) fn invitee(email: &str) -> Invitee {
    Invitee {
        email: EmailAddress::parse(email).expect("an address"),
        name: "Anna Müller".to_owned(),
        locale: Locale::En,
        setting: None,
        account_names: vec!["Müller GmbH".to_owned()],
        adds: None,
    }
}

pub(crate) async fn send(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    to: Invitee,
    text: &str,
) -> Result<InvitationId, AppError> {
    let (c, staff, text) = (cx.clone(), staff.clone(), text.to_owned());
    cx.write(move |tx| Box::pin(async move { invite(tx, &c, &staff, to, &text).await })).await
}

/// The link of the newest mail to this address.
pub(crate) async fn newest_link(t: &TestPlatform, email: &str) -> String {
    t.drain_mail().await;
    let sent = t.mail.sent_to(email);
    token_of(&sent.last().expect("a mail").rendered.text)
}

/// The token in the first link of a text.
pub(crate) fn token_of(text: &str) -> String {
    let (_, rest) = text.split_once("https://portal.weber.example/invite/").expect("a link");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
}

/// Müller GmbH, LOGIN on for Anna, and an invitation in her mailbox; its token.
pub(crate) async fn anna_invited(t: &TestPlatform, cx: &Cx) -> String {
    let eva = eva(cx).await;
    let mueller = account(cx, "M1", "Müller GmbH").await;
    login_on(cx, mueller, ANNA).await;
    send(cx, &eva, invitee(ANNA), "").await.expect("the invitation is sent");
    newest_link(t, ANNA).await
}
