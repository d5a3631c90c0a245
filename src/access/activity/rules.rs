//! Which rows of the audit trail are a person's own security, and what each is called.

use serde::{Deserialize, Serialize};

/// What happened, as far as a person needs to tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    SignedIn,
    SignedInByReset,
    Activated,
    SetUp,
    WrongPassword,
    WrongProof,
    NoAccess,
    CodeSent,
    WrongCode,
    SignedOut,
    SignedOutElsewhere,
    PasswordChanged,
    PasswordDisabled,
    ResetSent,
    ResetUsed,
    ProfileChanged,
    AddressChanged,
    DeviceTrusted,
    DevicesForgotten,
    /// Another address may enter an account of theirs.
    LetIn,
    /// So many more of them within an hour.
    MorePasswords,
    MoreProofs,
    MoreCodes,
}

/// The kind of a row; nothing for what is none of this.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn kind(event: &str, detail: &str) -> Option<Kind> {
    Some(match (event, detail) {
        ("signed_in", "reset") => Kind::SignedInByReset,
        ("signed_in", "invitation") => Kind::Activated,
        ("signed_in", "setup") => Kind::SetUp,
        ("signed_in", _) => Kind::SignedIn,
        ("sign_in_failed", "no open account") => Kind::NoAccess,
        ("sign_in_failed", _) => Kind::WrongPassword,
        ("proof_failed", _) => Kind::WrongProof,
        ("code_sent", _) => Kind::CodeSent,
        ("code_failed", _) => Kind::WrongCode,
        ("session_ended", _) => Kind::SignedOut,
        ("sessions_ended", _) => Kind::SignedOutElsewhere,
        ("password_disabled", _) => Kind::PasswordDisabled,
        ("password_changed", _) => Kind::PasswordChanged,
        ("reset_sent", _) => Kind::ResetSent,
        ("reset_used", _) => Kind::ResetUsed,
        ("profile_changed", _) => Kind::ProfileChanged,
        ("sign_in_address_changed", _) => Kind::AddressChanged,
        ("device_trusted", _) => Kind::DeviceTrusted,
        ("devices_forgotten", _) => Kind::DevicesForgotten,
        ("address_let_in", _) => Kind::LetIn,
        ("more_attempts", _) => match more(detail).0 {
            "sign_in_failed" => Kind::MorePasswords,
            "proof_failed" => Kind::MoreProofs,
            "code_failed" => Kind::MoreCodes,
            _ => return None,
        },
        _ => return None,
    })
}

/// What a row is about, where its kind alone does not say it: the address and the account, or how many there were.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn about(kind: Kind, detail: &str) -> String {
    match kind {
        Kind::LetIn => detail.to_owned(),
        Kind::MorePasswords | Kind::MoreProofs | Kind::MoreCodes => more(detail).1.to_owned(),
        _ => String::new(),
    }
}

/// `sign_in_failed 240`.
#[cfg(not(target_arch = "wasm32"))]
fn more(detail: &str) -> (&str, &str) {
    detail.split_once(' ').unwrap_or((detail, ""))
}

/// `Eva Weber` of `Eva Weber <eva@weber.example>`: clients know the firm's people by name.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn name_of(actor: &str) -> &str {
    actor.split_once(" <").map_or(actor, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_is_told_by_how_it_was_done() {
        assert_eq!(kind("signed_in", "code"), Some(Kind::SignedIn));
        assert_eq!(kind("signed_in", "reset"), Some(Kind::SignedInByReset));
        assert_eq!(kind("signed_in", "invitation"), Some(Kind::Activated));
        assert_eq!(kind("proof_failed", ""), Some(Kind::WrongProof));
        assert_eq!(kind("password_disabled", ""), Some(Kind::PasswordDisabled));
        assert_eq!(kind("more_attempts", "sign_in_failed 240"), Some(Kind::MorePasswords));
        assert_eq!(about(Kind::MorePasswords, "sign_in_failed 240"), "240");
        assert_eq!(kind("more_attempts", "reset_asked 240"), None);
        assert_eq!(about(Kind::LetIn, "j***@a.example – Acme"), "j***@a.example – Acme");
        assert_eq!(kind("proof_given", ""), None);
        assert_eq!(kind("login_on", "off -> on"), None);
        assert_eq!(kind("", ""), None);
    }

    #[test]
    fn of_staff_only_the_name_is_told() {
        assert_eq!(name_of("Eva Weber <eva@weber.example>"), "Eva Weber");
        assert_eq!(name_of("Eva Weber"), "Eva Weber");
        assert_eq!(name_of(""), "");
    }
}
