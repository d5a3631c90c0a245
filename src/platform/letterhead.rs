//! The paper that all mails of a firm are written on: its colour, its logo, its postal address.

use crate::db::{Conn, DbError};
use crate::firm_profile::{self, FirmProfile};
use crate::mail::{Letterhead, MailFirm, Picture};

/// Largest logo that goes along with a mail, in bytes.
pub const HEAVIEST_LOGO: usize = 100 * 1024;

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

/// The firm's logo as it is when the mail leaves, unless it is too heavy to go along with every mail.
///
/// # Errors
/// When the database does not answer.
pub async fn logo(conn: &mut Conn, firm: &FirmProfile) -> Result<Option<Picture>, DbError> {
    let Some((name, mime)) = firm.logo.as_ref().and_then(|name| Some((name, firm_profile::mime(name)?)))
    else {
        return Ok(None);
    };
    let bytes = firm_profile::logo(conn, firm.id, name).await?;
    Ok(bytes.filter(|bytes| bytes.len() <= HEAVIEST_LOGO).map(|bytes| Picture { mime, bytes }))
}
