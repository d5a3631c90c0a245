//! When wrong passwords are worth a word, and where a sign-in leads.

use crate::codes::SIGN_IN;
use kernel::{Limit, Ts, paths};

/// So many wrong passwords before the right one are worth a word (SEC-11).
pub(super) const MANY: i64 = 5;
/// Codes sent from a browser that their owner signed in with before (SEC-8).
pub(super) const SENT_KNOWN: Limit = Limit::new("code-send-known", SIGN_IN.sent.most, SIGN_IN.sent.window);
/// Those that are counted for a network, by person: what one sign-in took of the network's count. As many as the network has
/// in as long, so that this one never refuses first.
pub(super) const SENT_SHARE: Limit =
    Limit::new("code-send-share", SIGN_IN.sent_by_network.most, SIGN_IN.sent_by_network.window);
/// How often it is said of a person that codes do not work for them.
pub(super) const LOCKED: Limit = Limit::new("alert-codes-locked", 1, Ts::HOUR);

/// The path that was wanted before the sign-in, if this person has business there: the firm's half is for staff,
/// the portal for whoever has an account.
#[must_use]
pub fn wanted(next: &str, is_staff: bool, accounts: usize) -> bool {
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let below =
        |root: &str| path == root || path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'));
    (is_staff && below(paths::STAFF)) || (accounts > 0 && path != paths::PORTAL && below(paths::PORTAL))
}

/// Where a sign-in leads that was not on its way anywhere. `only` is the code of the only account.
#[must_use]
pub fn home(is_staff: bool, accounts: usize, only: Option<&str>) -> String {
    match (is_staff, accounts, only) {
        (true, 0, _) => paths::ACCOUNTS.to_owned(),
        (true, _, _) => paths::CHOOSE_SIDE.to_owned(),
        (false, 0, _) => paths::SIGN_IN_CLOSED.to_owned(),
        (false, 1, Some(code)) => paths::portal_home(code),
        (false, _, _) => paths::CHOOSE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_lands_where_their_work_is() {
        assert_eq!(home(true, 0, None), "/app/accounts");
        assert_eq!(home(true, 2, None), "/choose-side");
        assert_eq!(home(false, 1, Some("M12")), "/portal/M12");
        assert_eq!(home(false, 2, Some("M12")), "/choose-account");
        assert_eq!(home(false, 0, None), "/login/closed");
    }

    #[test]
    fn a_wanted_path_is_kept_only_for_those_it_is_for() {
        assert!(wanted("/app/accounts?x=1", true, 0));
        assert!(!wanted("/app/accounts", false, 3));
        assert!(wanted("/portal/M12/settings/security", false, 1));
        assert!(!wanted("/portal/M12", true, 0));
        assert!(!wanted("/portal", false, 3));
        for path in
            ["/application", "/portals/x", "/login", "/logout", "/setup/x", "/", "", "/password/reset/x"]
        {
            assert!(!wanted(path, true, 3), "{path}");
        }
    }
}
