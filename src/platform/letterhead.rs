//! The paper that all mails of a firm are written on: its colour, its logo, its postal address.

use crate::firm_profile::FirmProfile;
use crate::mail::{Letterhead, MailFirm};

/// The firm as head and foot of its mails name it.
#[must_use]
pub fn firm(firm: &FirmProfile) -> MailFirm {
    MailFirm {
        name: firm.name.clone(),
        phone: firm.phone.clone().unwrap_or_default(),
        email: firm.email.clone().unwrap_or_default(),
        url: firm.origin.clone(),
    }
}

/// Colour, logo and postal address of a firm, for all its mails.
#[must_use]
pub fn paper(firm: &FirmProfile) -> Letterhead {
    Letterhead {
        accent: firm.brand.accent,
        address: firm.address.clone().unwrap_or_default(),
        website: firm.website.clone().unwrap_or_default(),
        logo: firm.logo.is_some(),
    }
}
