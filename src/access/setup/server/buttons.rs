//! The two buttons of the set-up form.

use super::{actions, founding};
use crate::gate::LONGEST_KEPT;
use crate::mail_state;
use crate::sessions::Started;
use crate::setup::{NewFirm, SetupState};
use kernel::names::parse_name;
use kernel::{AppError, EmailAddress, Outcome};
use platform::Cx;
use platform::mail::address_fault;

/// Makes the firm and its owner.
///
/// # Errors
/// `NotFound` for a link that is none, before anything is said of the form; `Invalid`; as [`actions::found`].
pub(in crate::setup) async fn set_up(
    cx: &Cx,
    token: &str,
    typed: &NewFirm,
    password: &str,
) -> Result<Started, AppError> {
    // A stranger learns nothing about the form from a made-up link.
    actions::setup_state(cx, token).await?;
    let new = founding::read(cx, typed, password)?;
    actions::found(cx, token, new, password).await
}

/// Mails the owner to be, before anything is made. Nothing where the link does not work any more.
///
/// # Errors
/// `Invalid` on `email`; what the mail server said.
pub(in crate::setup) async fn test_mail(
    cx: &Cx,
    token: &str,
    typed: &NewFirm,
) -> Result<Option<Outcome>, AppError> {
    if !matches!(actions::setup_state(cx, token).await?, SetupState::Open { .. }) {
        return Ok(None);
    }
    let email = EmailAddress::parse(&typed.email)
        .map_err(|problem| AppError::field("email", address_fault(cx.locale, problem)))?;
    let name = parse_name(&typed.name).unwrap_or_default();
    let notice = mail_state::send_test(cx, &name, email.shown()).await?;
    Ok(Some(Outcome {
        form: "setup".to_owned(),
        notice: Some(notice),
        values: values(typed),
        ..Outcome::none()
    }))
}

fn values(typed: &NewFirm) -> Vec<(String, String)> {
    let fields = [
        ("firm_name", &typed.firm_name),
        ("time_zone", &typed.time_zone),
        ("locale", &typed.locale),
        ("phone", &typed.phone),
        ("firm_email", &typed.firm_email),
        ("name", &typed.name),
        ("email", &typed.email),
    ];
    fields.map(|(name, text)| (name.to_owned(), text.chars().take(LONGEST_KEPT).collect())).to_vec()
}
