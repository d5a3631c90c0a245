//! The list of accounts: what it may be narrowed to, and which of its rows can be chosen.

use access::access_state::AccessState;
use lists::{Filter, List, OneOrder, Selectable, Wanted};
use std::borrow::Cow;

/// What the list may be narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountFilter {
    /// Those in the archive instead of the others (CRM-13).
    Archived,
    /// Accounts with somebody in this state of access, or with nobody in any for `NoAccess`.
    Access(AccessState),
}

impl Filter for AccountFilter {
    const NAMES: &'static [&'static str] = &["tab", "access"];

    fn parse(name: &str, value: &str) -> Option<Self> {
        match (name, value) {
            ("tab", "archived") => Some(Self::Archived),
            ("access", state) => AccessState::from_key(state).map(Self::Access),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Archived => "tab",
            Self::Access(_) => "access",
        }
    }

    fn value(&self) -> Cow<'static, str> {
        match self {
            Self::Archived => "archived".into(),
            Self::Access(state) => state.key().into(),
        }
    }

    /// Nobody enters an archived account.
    fn goes_with(&self, earlier: &Self) -> bool {
        *earlier != Self::Archived
    }
}

/// Accounts by name, or by the end of an invitation where that is what they are narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts;

impl List for Accounts {
    type Filter = AccountFilter;
    type Sort = OneOrder;
}

impl Selectable for Accounts {
    const FIELD: &'static str = "account";

    fn is_id(text: &str) -> bool {
        (2..=12).contains(&text.len()) && text.chars().all(|letter| letter.is_ascii_alphanumeric())
    }
}

impl Accounts {
    /// The accounts that are not archived: those that match, and have somebody in this state.
    pub(crate) fn current(search: &str, access: Option<AccessState>) -> Wanted<Self> {
        let all = Wanted::searching(search);
        access.map_or(all.clone(), |state| all.with(AccountFilter::Access(state)))
    }

    /// Those that are, and match.
    pub(crate) fn archived(search: &str) -> Wanted<Self> {
        Wanted::searching(search).with(AccountFilter::Archived)
    }

    pub(crate) fn is_archived(wanted: &Wanted<Self>) -> bool {
        wanted.filters().has(&AccountFilter::Archived)
    }

    pub(crate) fn access(wanted: &Wanted<Self>) -> Option<AccessState> {
        wanted.filters().iter().find_map(|filter| match filter {
            AccountFilter::Access(state) => Some(*state),
            AccountFilter::Archived => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lists::Selected;
    use proptest::prelude::*;

    #[test]
    fn an_address_of_the_list_keeps_its_state() {
        let of = |text: &str| Wanted::<Accounts>::parse(text).href("/app/accounts");
        for text in
            ["tab=archived&q=a%26b", "access=not_delivered&q=a", "tab=archived", "access=no_access&rows=100"]
        {
            assert_eq!(of(text), format!("/app/accounts?{text}"));
        }
        let after = "q=a&after=00000000-0000-0000-0000-000000000000%20x%20y";
        assert_eq!(of(after), format!("/app/accounts?{after}"));
        assert_eq!(of("tab=active&access=&q="), "/app/accounts", "as the form without scripts sends it");
        assert_eq!(of("access=nonsense&tab=nonsense"), "/app/accounts");
        let both = "access=not_delivered&tab=archived&q=a";
        assert_eq!(of(both), "/app/accounts?tab=archived&q=a", "nobody enters an archived account");
    }

    #[test]
    fn each_state_of_access_is_a_filter_of_its_own() {
        for state in AccessState::ALL {
            let wanted = Accounts::current("a", Some(state));
            assert_eq!(Accounts::access(&wanted), Some(state));
            assert_eq!(Wanted::parse(&wanted.to_text()), wanted);
            assert_eq!(wanted.without("access"), Accounts::current("a", None));
        }
        let archived = Accounts::archived("a");
        assert!(Accounts::is_archived(&archived) && !Accounts::is_archived(&Accounts::current("a", None)));
        assert_eq!(Accounts::access(&archived), None);
    }

    #[test]
    fn a_choice_is_an_address_and_nonsense_chooses_nothing() {
        let some = Selected::<Accounts>::Ids(vec!["M1".to_owned(), "WW12".to_owned()]);
        assert_eq!(some.to_text(), "account=M1&account=WW12");
        assert_eq!(Selected::parse(&some.to_text()), some);
        let all = Selected::all_of(Accounts::current(" a&b ", None));
        assert_eq!(all.to_text(), "all=true&q=a%26b");
        assert!(Selected::<Accounts>::parse_ids("%,_,M1%,' OR 1=1,\u{202E}M1,,").is_empty());
    }

    proptest! {
        #[test]
        fn whatever_was_typed_is_a_list_and_has_one_way_to_be_written(tab in "\\PC{0,10}", q in "\\PC{0,20}") {
            let once = Wanted::<Accounts>::parse(&format!("tab={tab}&access={tab}&q={q}&after={q}&rows={tab}"));
            prop_assert_eq!(Wanted::parse(&once.to_text()), once);
        }
    }
}
