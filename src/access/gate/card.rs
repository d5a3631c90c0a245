//! What a page may know of the visitor and the firm; sent along with every page once.

use kernel::{Locale, Rights, Role};
use serde::{Deserialize, Serialize};

/// The firm as its clients know it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirmCard {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// The postal address, in lines.
    pub address: Option<String>,
    pub website: Option<String>,
    /// The languages its clients may choose.
    pub languages: Vec<Locale>,
    /// The addresses of its logo, and of the style sheet with its colours.
    pub logo: Option<String>,
    pub sheet: Option<String>,
    /// Scheme and host that its addresses begin with.
    pub origin: String,
}

impl FirmCard {
    /// The picture beside the firm's name: its logo, or our columns.
    #[must_use]
    pub fn mark(&self) -> String {
        self.logo.clone().unwrap_or_else(|| ui::MARK.to_owned())
    }

    /// The languages to choose from; the firm's own people may choose any.
    #[must_use]
    pub fn choices(&self, staff: bool) -> Vec<Locale> {
        if staff || self.languages.is_empty() { Locale::ALL.to_vec() } else { self.languages.clone() }
    }
}

/// Who is looking at the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum VisitorCard {
    #[default]
    Nobody,
    /// Between password and code; the address is masked.
    SigningIn { masked: String },
    SignedIn {
        name: String,
        email: String,
        /// Set when this person works for the firm.
        staff: Option<(Role, Rights)>,
        /// The accounts granted to this person as a client, by name.
        accounts: Vec<GrantedAccount>,
        /// The banner was closed until the next sign-in (SW-3).
        banner_closed: bool,
        /// The chooser was answered since the last sign-in (SW-1).
        account_chosen: bool,
        /// Code of the account used last.
        last_account: Option<String>,
    },
}

/// An account that a client may enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedAccount {
    /// Short id, such as `M12` (DM-8).
    pub code: String,
    pub name: String,
    /// `individual`, `family`, `company` or `other`.
    pub kind: String,
}

/// Mail does not go at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailTrouble {
    /// One sentence in the reader's language: what is wrong, and since when.
    pub reason: String,
    /// The mail server's own words, for those who can do something about it; nobody's address is in them.
    pub words: String,
}

/// Everything the frame of a page needs, given to the browser with the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shell {
    pub firm: FirmCard,
    pub visitor: VisitorCard,
    pub locale: Locale,
    /// `light`, `dark` or `system`.
    pub theme: String,
    pub demo: bool,
    /// Mail does not go; set for owner and admins only.
    pub mail: Option<MailTrouble>,
    /// The page's address as it was asked for, path and query.
    pub here: String,
}

impl VisitorCard {
    /// Whether this staff member has a right; clients have none.
    #[must_use]
    pub fn may(&self, right: kernel::Right) -> bool {
        match self {
            VisitorCard::SignedIn { staff: Some((role, rights)), .. } => {
                kernel::permission::may(*role, *rights, right)
            }
            _ => false,
        }
    }

    /// Whether this is the owner or an admin.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        matches!(self, VisitorCard::SignedIn { staff: Some((role, _)), .. } if role.is_admin())
    }

    /// The accounts of a client; empty for everybody else.
    #[must_use]
    pub fn accounts(&self) -> &[GrantedAccount] {
        match self {
            VisitorCard::SignedIn { accounts, .. } => accounts,
            _ => &[],
        }
    }

    #[must_use]
    pub fn is_staff(&self) -> bool {
        matches!(self, VisitorCard::SignedIn { staff: Some(_), .. })
    }
}
