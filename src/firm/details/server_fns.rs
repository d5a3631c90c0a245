//! The bridge: the details to edit.

use super::model::{FirmDetails, TypedDetails};
use access::gate::prelude::*;
use kernel::form::Ticked;

access::rule!(DETAILS = "/api/firm/details", May<ManageFirm>);

/// The firm's details.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/details")]
pub async fn read_details() -> Result<FirmDetails, AppError> {
    let (cx, staff) = DETAILS.enter()?;
    super::server::actions::read(&cx, &staff).await
}

access::command!(SaveDetails: Proven<May<ManageFirm>>, again |_it, _cx, error| {
    let again = Again::on(paths::FIRM, "firm");
    match error {
        // What is stored is shown, not what was typed: it would overwrite the colleague's words.
        AppError::Conflict => again,
        _ => again.keeping(&[
            "version",
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
            "offer_en",
            "offer_de",
            "offer_ja",
            "own_address",
        ]),
    }
});

/// Stores the details. The boxes are `own_address`, and `offer_` with the tag of each language.
///
/// # Errors
/// `Invalid` with everything that is wrong; `Conflict` when somebody else was faster.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm")]
pub async fn save_details(
    version: i64,
    #[server(flatten)] typed: TypedDetails,
    #[server(flatten)] ticked: Ticked,
) -> Result<Done, AppError> {
    let (cx, staff) = SaveDetails::enter()?;
    super::server::actions::save(&cx, &staff, version, &typed, &ticked).await?;
    Ok(Done::at(paths::FIRM).notice(i18n::tl!(cx.locale, "common.saved")))
}
