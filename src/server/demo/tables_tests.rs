//! What the tables written by hand must keep to.

use super::accounts::{ACCOUNTS, JO_WORKS_FOR, QUIET};
use super::contacts::PEOPLE;
use super::model::{STAFF, Way};
use super::{SIXTY, invented};
use directory::accounts::AccountKind;
use kernel::EmailAddress;
use kernel::names::parse_name;
use std::collections::{BTreeMap, BTreeSet};

fn norm(address: &str) -> String {
    EmailAddress::parse(address).unwrap().norm().to_owned()
}

#[test]
fn there_are_sixty_accounts_and_ninety_people() {
    assert_eq!(ACCOUNTS.len(), SIXTY);
    assert_eq!(PEOPLE.len(), 90);
}

#[test]
fn names_and_addresses_are_what_a_form_would_take() {
    for name in ACCOUNTS.iter().map(|a| a.name).chain(PEOPLE.iter().map(|p| p.name)) {
        assert_eq!(parse_name(name).as_deref(), Ok(name));
    }
    for address in PEOPLE.iter().flat_map(|p| p.addresses) {
        assert!(EmailAddress::parse(address).is_ok() && address.ends_with(".example"), "{address}");
    }
}

#[test]
fn everybody_belongs_to_an_account_and_some_accounts_have_nobody() {
    let known: BTreeSet<&str> = PEOPLE.iter().map(|p| p.name).collect();
    assert_eq!(known.len(), PEOPLE.len(), "a name stands for one person");
    let tied: BTreeSet<&str> = ACCOUNTS.iter().flat_map(|a| a.people).map(|tie| tie.person).collect();
    assert_eq!(tied, known);
    assert!(ACCOUNTS.iter().filter(|a| a.people.is_empty()).count() >= 2);
    for account in ACCOUNTS {
        let people: BTreeSet<&str> = account.people.iter().map(|tie| tie.person).collect();
        assert_eq!(people.len(), account.people.len(), "{}", account.name);
    }
}

#[test]
fn an_address_has_at_most_one_login_and_couples_share_some() {
    let mut begun: BTreeMap<String, usize> = STAFF.iter().map(|s| (norm(s.email), 1)).collect();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for person in PEOPLE {
        *used.entry(norm(person.addresses[0])).or_default() += 1;
        if !matches!(person.way, Way::NotBegun) {
            *begun.entry(norm(person.addresses[0])).or_default() += 1;
        }
    }
    assert!(begun.values().all(|n| *n == 1), "{begun:?}");
    assert_eq!(used.values().filter(|n| **n == 2).count(), 3);
    assert!(PEOPLE.iter().filter(|p| p.addresses.len() == 2).count() >= 5);
}

#[test]
fn whoever_has_begun_may_sign_in_somewhere() {
    for person in PEOPLE.iter().filter(|p| !matches!(p.way, Way::NotBegun)) {
        let ties = ACCOUNTS.iter().flat_map(|a| a.people).filter(|tie| tie.person == person.name);
        assert!(ties.into_iter().any(|tie| tie.on.switches().0), "{}", person.name);
    }
}

#[test]
fn what_is_named_beside_the_tables_is_in_them() {
    for name in JO_WORKS_FOR {
        assert!(ACCOUNTS.iter().any(|a| a.name == name), "{name}");
    }
    let quiet = ACCOUNTS.iter().find(|a| a.name == QUIET.account).unwrap();
    assert!(quiet.people.iter().any(|tie| tie.person == QUIET.person && tie.on.switches().1));
}

#[test]
fn invented_names_and_addresses_are_what_a_form_would_take_and_no_address_comes_twice() {
    let dice = invented::Dice::new(1);
    let mut seen = BTreeSet::new();
    for serial in 60..3_060 {
        let made = invented::account(&dice, serial);
        assert_eq!(parse_name(&made.name).as_deref(), Ok(made.name.as_str()));
        let names: BTreeSet<&str> = made.people.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names.len(), made.people.len(), "{names:?}");
        if made.kind == AccountKind::Individual {
            assert!(made.people.first().is_none_or(|first| first.name == made.name), "{}", made.name);
        }
        for one in made.people {
            assert_eq!(parse_name(&one.name).as_deref(), Ok(one.name.as_str()));
            for address in one.addresses {
                assert!(seen.insert(norm(&address)), "{address}");
            }
        }
    }
}
