//! What happens here, as the trail keeps it.

use kernel::{AccountId, SettingId, UserId};
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// Something about the password of somebody, who had this address then.
#[derive(Serialize)]
pub(super) struct OfPassword<'a> {
    pub user: UserId,
    pub email: &'a str,
    pub what: What,
}

#[derive(Clone, Copy, Serialize)]
pub(super) enum What {
    /// Somebody signed in gave a wrong one.
    ProofFailed,
    Changed,
    /// Too many wrong ones: it does not work for a while.
    Disabled,
    /// A link for a new one, as they asked themselves.
    ResetSent,
    /// The link was used.
    ResetUsed,
}

impl DomainEvent for OfPassword<'_> {
    fn told(&self, _: &By) -> Told {
        let told = match self.what {
            What::ProofFailed => Told::of(kind!("proof_failed")),
            What::Changed => Told::of(kind!("password_changed")),
            What::Disabled => Told::of(kind!("password_disabled")),
            What::ResetSent => Told::of(RESET_SENT).detail(SELF_SERVICE),
            What::ResetUsed => Told::of(kind!("reset_used")),
        };
        told.about(self.user, self.email)
    }
}

const RESET_SENT: platform::unit::Kind = kind!("reset_sent");
const SELF_SERVICE: &str = "self-service";

/// Somebody asks for a link to the mailbox of this address, whether or not anybody has it.
#[derive(Serialize)]
pub(super) struct ResetAsked {
    pub address: String,
}

impl DomainEvent for ResetAsked {
    fn told(&self, _: &By) -> Told {
        Told::of(kind!("reset_asked")).named(&self.address).detail(SELF_SERVICE)
    }
}

/// Staff sent somebody a link for a new password, from a row of an Info tab.
#[derive(Serialize)]
pub(super) struct ResetSentByStaff {
    pub account: AccountId,
    pub setting: SettingId,
    pub email: String,
}

impl DomainEvent for ResetSentByStaff {
    fn told(&self, _: &By) -> Told {
        Told::of(RESET_SENT).account(self.account).about(self.setting, &self.email).detail("by staff")
    }
}
