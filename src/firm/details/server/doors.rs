//! The form with the firm's details.

use super::actions;
use access::gate::{Call, Door, May, Proven, Reply, right::ManageFirm};
use access::step_up;
use i18n::tl;
use kernel::{AppError, Locale, paths};

/// What is kept when the form has to be shown again: everything.
const KEPT: [&str; 10] = [
    "name",
    "phone",
    "email",
    "address",
    "website",
    "time_zone",
    "locale",
    "sender_name",
    "reply_to",
    "invitation_days",
];

/// The plain forms of this slice.
pub(in crate::details) fn doors() -> Vec<Door> {
    vec![step_up::door(paths::FIRM, save)]
}

/// Fields: `version`, those of [`KEPT`], and `offer_en`, `offer_de`, `offer_ja`.
async fn save(call: Call, staff: Proven<May<ManageFirm>>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    match actions::save(cx, &staff, form).await {
        Ok(()) => Ok(Reply::notice(paths::FIRM, tl!(cx.locale, "common.saved"))),
        Err(AppError::Invalid(faults)) => {
            let boxes = Locale::ALL.map(|it| format!("offer_{}", it.tag()));
            let mut keep: Vec<(&str, &str)> = KEPT.map(|field| (field, form.get(field))).to_vec();
            keep.extend(boxes.iter().map(|name| (name.as_str(), form.get(name))));
            Ok(Reply::again(cx, paths::FIRM, "firm", AppError::Invalid(faults), &keep))
        }
        // What is stored is shown, not what was typed: it would overwrite the colleague's words.
        Err(AppError::Conflict) => Ok(Reply::again(cx, paths::FIRM, "firm", AppError::Conflict, &[])),
        Err(error) => Err(error),
    }
}
