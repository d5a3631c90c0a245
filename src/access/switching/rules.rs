//! Which account comes first, and where to go from a choice.

#[cfg(not(target_arch = "wasm32"))]
use super::model::Daypart;
use crate::gate::{GrantedAccount, VisitorCard};
#[cfg(not(target_arch = "wasm32"))]
use kernel::Ts;
use kernel::paths;

/// From so many accounts on the chooser has a search field.
pub const SEARCH_FROM: usize = 8;

/// How long somebody counts as new here, in microseconds.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const NEW_HERE: i64 = 14 * Ts::DAY;

/// In the address of a home that is to open with the chooser in front of it.
pub const ASK: &str = "choose";

/// Where `/portal` leads: into the only account; into the last one, with the question in front of it until it was
/// answered; or to the page of the question. `None` when no account is open to this person.
#[must_use]
pub fn portal_destination(visitor: &VisitorCard) -> Option<String> {
    match visitor.accounts() {
        [] => None,
        [only] => Some(paths::portal_home(&only.code)),
        _ => Some(match visitor {
            VisitorCard::SignedIn { account_chosen: true, last_account: Some(last), .. } => {
                paths::portal_home(last)
            }
            VisitorCard::SignedIn { last_account: Some(last), .. } => {
                format!("{}?{ASK}=1", paths::portal_home(last))
            }
            _ => paths::CHOOSE.to_owned(),
        }),
    }
}

/// The account to preselect: this one if it is still open, else the first.
#[must_use]
pub fn preselected<'a>(accounts: &'a [GrantedAccount], wanted: Option<&str>) -> Option<&'a GrantedAccount> {
    accounts.iter().find(|account| Some(account.code.as_str()) == wanted).or_else(|| accounts.first())
}

/// `next`, if it is a page within this account's part of the portal; otherwise nothing (SW-7, SEC-41).
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn within<'a>(next: &'a str, code: &str) -> Option<&'a str> {
    let rest = next.strip_prefix(&paths::portal_home(code))?;
    let begins_well = rest.is_empty() || rest.starts_with('/') || rest.starts_with('?');
    let plain = next.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let climbs = path.split('/').any(|piece| piece == ".." || piece == "." || piece.contains('%'));
    (begins_well && plain && !climbs && !path.contains("//") && next.len() <= 512).then_some(next)
}

/// As [`within`], or else the account's home.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn within_or_home(next: &str, code: &str) -> String {
    within(next, code).map_or_else(|| paths::portal_home(code), str::to_owned)
}

/// Whether a person's newest sign-in is that of a session which began then: it is the first since. `before` is the sign-in
/// before the newest.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn is_sign_in_of_session(newest: Ts, before: Option<Ts>, began: Ts) -> bool {
    newest >= began && before.is_none_or(|at| at < began)
}

/// Whether a text can be an account's short id (DM-8).
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn is_plausible(code: &str) -> bool {
    (1..=32).contains(&code.len()) && !code.chars().any(char::is_control)
}

/// Whether an account is meant by what was typed into the search field.
#[must_use]
pub fn matches(account: &GrantedAccount, typed: &str) -> bool {
    let typed = kernel::names::search_key(&[typed]);
    kernel::names::search_key(&[&account.name, &account.code]).contains(&typed)
}

/// The greeting for an hour of the day.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub const fn daypart(hour: u32) -> Daypart {
    match hour {
        4..=11 => Daypart::Morning,
        12..=17 => Daypart::Day,
        18..=21 => Daypart::Evening,
        _ => Daypart::Night,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn account(code: &str, name: &str) -> GrantedAccount {
        GrantedAccount { code: code.to_owned(), name: name.to_owned(), kind: "company".to_owned() }
    }

    fn visitor(accounts: Vec<GrantedAccount>, chosen: bool, last: Option<&str>) -> VisitorCard {
        VisitorCard::SignedIn {
            name: "Anna Müller".to_owned(),
            email: "anna@mueller.example".to_owned(),
            staff: None,
            accounts,
            banner_closed: false,
            account_chosen: chosen,
            last_account: last.map(str::to_owned),
        }
    }

    #[test]
    fn the_newest_sign_in_is_a_sessions_own_while_it_is_the_first_since_that_began() {
        for (newest, before, own) in [
            (100, None, true),
            (101, Some(99), true),
            (100, Some(100), false),
            (300, Some(101), false),
            // That of the session is not in the trail.
            (99, None, false),
        ] {
            assert_eq!(
                is_sign_in_of_session(Ts(newest), before.map(Ts), Ts(100)),
                own,
                "{newest} {before:?}"
            );
        }
    }

    #[test]
    fn one_account_is_never_a_question() {
        let one = vec![account("M1", "Müller GmbH")];
        assert_eq!(portal_destination(&visitor(one, false, None)).as_deref(), Some("/portal/M1"));
    }

    #[test]
    fn several_accounts_are_a_question_until_it_is_answered() {
        let two = vec![account("A1", "Anna Müller"), account("M1", "Müller GmbH")];
        let to = |chosen, last| portal_destination(&visitor(two.clone(), chosen, last));
        assert_eq!(to(false, Some("M1")).as_deref(), Some("/portal/M1?choose=1"));
        assert_eq!(to(false, None).as_deref(), Some(paths::CHOOSE));
        assert_eq!(to(true, Some("M1")).as_deref(), Some("/portal/M1"));
        assert_eq!(to(true, None).as_deref(), Some(paths::CHOOSE));
        assert_eq!(portal_destination(&visitor(vec![], true, None)), None);
        assert_eq!(portal_destination(&VisitorCard::Nobody), None);
    }

    #[test]
    fn the_wanted_account_is_preselected_while_it_is_open() {
        let two = [account("A1", "Anna Müller"), account("M1", "Müller GmbH")];
        assert_eq!(preselected(&two, Some("M1")).map(|a| a.code.as_str()), Some("M1"));
        assert_eq!(preselected(&two, Some("X9")).map(|a| a.code.as_str()), Some("A1"));
        assert_eq!(preselected(&[], None), None);
    }

    #[test]
    fn a_page_of_another_account_is_not_within() {
        assert_eq!(within("/portal/M1", "M1"), Some("/portal/M1"));
        assert_eq!(
            within("/portal/M1/settings/security?a=b", "M1"),
            Some("/portal/M1/settings/security?a=b")
        );
        for next in [
            "/portal/M12",
            "/portal/M1x",
            "/portal/A1",
            "/portal/M1/../A1",
            "/portal/M1/%2e%2e/A1",
            "/portal/M1//x",
            "//evil.example/portal/M1",
            "https://evil.example/portal/M1",
            "/portal/M1\\x",
            "/portal/M1/a b",
            "/portal/M1/\u{202e}",
            "/portal/M1#x",
            "",
            "/",
        ] {
            assert_eq!(within(next, "M1"), None, "{next:?}");
        }
    }

    #[test]
    fn an_account_is_found_by_name_and_by_code() {
        let it = account("M12", "Müller & Söhne KG");
        assert!(matches(&it, "  sÖhne ") && matches(&it, "m12") && matches(&it, "") && !matches(&it, "x"));
    }

    #[test]
    fn between_ten_and_four_at_night_a_greeting_has_no_time_of_day() {
        use Daypart::{Day, Evening, Morning, Night};
        for (hour, part) in [
            (0, Night),
            (3, Night),
            (4, Morning),
            (11, Morning),
            (12, Day),
            (17, Day),
            (18, Evening),
            (21, Evening),
            (22, Night),
            (23, Night),
        ] {
            assert_eq!(daypart(hour), part, "{hour}:00");
        }
    }

    proptest! {
        #[test]
        fn what_is_within_stays_within(next in "(/portal/M1)?[/.%?#a-z0-9\\\\]{0,20}") {
            if let Some(path) = within(&next, "M1") {
                prop_assert!(platform::net::safe_path(path).is_some_and(|safe| safe.starts_with("/portal/M1")));
            }
        }
    }
}
