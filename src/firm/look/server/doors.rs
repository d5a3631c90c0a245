//! The forms for colours and logo.

use super::actions;
use crate::look::model::ACCENT;
use access::gate::{Call, Door, May, Reply, right::ManageFirm};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use i18n::tl;
use kernel::{AppError, FieldError, paths};

/// The plain forms of this slice.
pub(in crate::look) fn doors() -> Vec<Door> {
    vec![
        Door::new(paths::FIRM_LOOK, colour),
        Door::new(paths::FIRM_LOGO, logo),
        Door::new(paths::FIRM_LOGO_REMOVE, remove),
        Door::new(paths::FIRM_TRIAL_MAIL, trial),
    ]
}

/// A person's mistake goes back to the page; everything else is an error of its own.
fn back(call: &Call, form: &str, error: AppError, keep: &[(&str, &str)]) -> Result<Reply, AppError> {
    match error {
        AppError::Invalid(_) => Ok(Reply::again(&call.cx, paths::FIRM_LOOK, form, error, keep)),
        other => Err(other),
    }
}

/// Fields: `accent`, `sidebar`; with `own` both are ours again.
async fn colour(call: Call, staff: May<ManageFirm>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let typed = [("accent", form.get("accent")), ("sidebar", form.get("sidebar"))];
    let empty = typed.iter().filter(|(_, text)| text.trim().is_empty() && !form.has("own"));
    let faults: Vec<FieldError> = empty
        .map(|(field, _)| FieldError {
            field: (*field).to_owned(),
            text: tl!(cx.locale, "firm.look.fault.colour", example = ACCENT),
        })
        .collect();
    if !faults.is_empty() {
        return back(&call, "colours", AppError::Invalid(faults), &typed);
    }
    let [accent, sidebar] = if form.has("own") { ["", ""] } else { typed.map(|(_, text)| text) };
    match actions::colour(cx, &staff, accent, sidebar).await {
        Ok(()) => Ok(Reply::notice(paths::FIRM_LOOK, tl!(cx.locale, "common.saved"))),
        Err(error) => back(&call, "colours", error, &typed),
    }
}

/// Field: `logo`, a file.
async fn logo(call: Call, staff: May<ManageFirm>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    let bytes = STANDARD.decode(call.form.get("logo")).map_err(|_| AppError::BadRequest)?;
    match actions::set_logo(cx, &staff, bytes).await {
        Ok(()) => Ok(Reply::notice(paths::FIRM_LOOK, tl!(cx.locale, "firm.look.logo_set"))),
        Err(error) => back(&call, "logo", error, &[]),
    }
}

async fn remove(call: Call, staff: May<ManageFirm>) -> Result<Reply, AppError> {
    actions::remove_logo(&call.cx, &staff).await?;
    Ok(Reply::notice(paths::FIRM_LOOK, tl!(call.cx.locale, "firm.look.logo_removed")))
}

async fn trial(call: Call, staff: May<ManageFirm>) -> Result<Reply, AppError> {
    actions::try_mail(&call.cx, &staff).await?;
    let text = tl!(call.cx.locale, "firm.trial.sent", email = staff.who().email());
    Ok(Reply::notice(paths::FIRM_LOOK, access::mail_state::said(&call.cx, text).await))
}
