//! Whom the mails of snapshots are for.

use super::Reader;
use platform::firm_profile::FirmProfile;

/// A client, in the firm's language and zone.
pub(crate) fn anna(firm: &FirmProfile) -> Reader {
    of(firm, "Anna Müller", "anna@mueller.example")
}

/// The owner, in the firm's language and zone.
pub(crate) fn eva(firm: &FirmProfile) -> Reader {
    of(firm, "Eva Weber", "eva@weber.example")
}

fn of(firm: &FirmProfile, name: &str, email: &str) -> Reader {
    Reader {
        name: name.to_owned(),
        email: email.to_owned(),
        locale: firm.locale,
        zone: firm.time_zone.clone(),
    }
}
