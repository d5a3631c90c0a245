//! Who hears of what: those concerned who may see the account, and otherwise the owner, so that nothing stays unseen
//! (NOTIFY-9, NOTIFY-10, ROLE-3).

use kernel::permission::may;
use kernel::{AccountId, Right, Rights, Role, UserId};

/// Somebody who works for the firm.
#[derive(Clone, Debug)]
pub struct Person {
    pub user: UserId,
    pub role: Role,
    pub rights: Rights,
    /// The accounts assigned to them, as far as they are concerned here.
    pub works_for: Vec<AccountId>,
    /// They do not want to hear of this kind of event.
    pub off: bool,
}

impl Person {
    fn sees(&self, account: AccountId) -> bool {
        may(self.role, self.rights, Right::ViewAllAccounts) || self.works_for.contains(&account)
    }
}

/// Somebody to be told, and which of the accounts may be named to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub user: UserId,
    pub accounts: Vec<AccountId>,
}

/// Who is told of an event that concerns these accounts and came of something that `began` did: that person, and whoever
/// is assigned to one of the accounts. Whoever sees none of them hears nothing. When nobody is left the owner is told.
/// Whoever switched this kind of event off is not told, and nobody in their place. Without accounts, nobody but `began`
/// is concerned.
#[must_use]
pub fn told(accounts: &[AccountId], began: Option<UserId>, people: &[Person]) -> Vec<Told> {
    let visible = |person: &Person| -> Vec<AccountId> {
        accounts.iter().copied().filter(|account| person.sees(*account)).collect()
    };
    let concerned = |person: &&Person| {
        let own = began == Some(person.user);
        if accounts.is_empty() {
            own
        } else {
            (own || !person.works_for.is_empty()) && !visible(person).is_empty()
        }
    };
    let mut those: Vec<&Person> = people.iter().filter(concerned).collect();
    if those.is_empty() && !accounts.is_empty() {
        those = people.iter().filter(|person| person.role == Role::Owner).collect();
    }
    let wanting = those.into_iter().filter(|person| !person.off);
    wanting.map(|person| Told { user: person.user, accounts: visible(person) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(n: u128) -> String {
        format!("00000000-0000-0000-0000-{n:012x}")
    }

    fn user(n: u128) -> UserId {
        id(n).parse().unwrap()
    }

    fn account(n: u128) -> AccountId {
        id(n).parse().unwrap()
    }

    fn person(n: u128, role: Role, rights: &[Right], works_for: &[u128]) -> Person {
        let works_for = works_for.iter().map(|n| account(*n)).collect();
        Person { user: user(n), role, rights: Rights::of(rights), works_for, off: false }
    }

    /// Owner 1, admin 2, Mika 3 who sees all, Jo 4 who works for account 1, Kim 5 who sees nothing.
    fn firm() -> Vec<Person> {
        vec![
            person(1, Role::Owner, &[], &[]),
            person(2, Role::Admin, &[], &[]),
            person(3, Role::Employee, &[Right::ViewAllAccounts], &[]),
            person(4, Role::Employee, &[], &[1]),
            person(5, Role::Employee, &[Right::ManageAccounts], &[]),
        ]
    }

    fn hears(accounts: &[u128], began: Option<u128>, people: &[Person]) -> Vec<u128> {
        let accounts: Vec<_> = accounts.iter().map(|n| account(*n)).collect();
        told(&accounts, began.map(user), people).iter().map(|one| one.user.0.as_u128()).collect()
    }

    #[test]
    fn those_concerned_hear_of_it_and_nobody_else() {
        let without = |off: u128| -> Vec<Person> {
            firm().into_iter().map(|it| Person { off: it.user == user(off), ..it }).collect()
        };
        for (accounts, began, people, wanted, why) in [
            (&[1][..], Some(3), firm(), &[3, 4][..], "who began it, and who works for the account"),
            (&[1], Some(4), firm(), &[4], "once, though both"),
            (&[1], None, firm(), &[4], "nobody began it"),
            (&[2], Some(3), firm(), &[3], "nobody works for it"),
            (&[2], None, firm(), &[1], "nobody is concerned: the owner"),
            (&[2], Some(5), firm(), &[1], "who began it does not see the account: the owner"),
            (&[2], Some(9), firm(), &[1], "who began it has left: the owner"),
            (&[1, 2], Some(2), firm(), &[2, 4], "one account of two is enough"),
            (&[1], Some(3), without(3), &[4], "switched off"),
            (&[1], None, without(4), &[], "switched off by the only one: nobody in their place"),
            (&[2], None, without(1), &[], "not even the owner, who does not want to"),
            (&[], Some(5), firm(), &[5], "about no account any more: who began it"),
            (&[], None, firm(), &[], "about nobody's account"),
        ] {
            assert_eq!(hears(accounts, began, &people), wanted, "{why}");
        }
    }

    #[test]
    fn accounts_are_named_to_those_who_see_them() {
        let told = told(&[account(1), account(2)], Some(user(3)), &firm());
        assert_eq!(told[0], Told { user: user(3), accounts: vec![account(1), account(2)] });
        assert_eq!(told[1], Told { user: user(4), accounts: vec![account(1)] });
    }

    proptest! {
        #[test]
        fn nobody_hears_of_an_account_out_of_sight(
            accounts in proptest::collection::vec(1_u128..5, 1..4),
            began in proptest::option::of(1_u128..7),
            rights in proptest::collection::vec((any::<bool>(), proptest::collection::vec(1_u128..5, 0..3), any::<bool>()), 5),
        ) {
            let people: Vec<Person> = rights.iter().zip(1_u128..).map(|((all, works_for, off), n)| {
                let role = if n == 1 { Role::Owner } else { Role::Employee };
                let rights: &[Right] = if *all { &[Right::ViewAllAccounts] } else { &[] };
                let works_for: Vec<u128> = works_for.iter().copied().filter(|it| accounts.contains(it)).collect();
                Person { off: *off, ..person(n, role, rights, &works_for) }
            }).collect();
            let ids: Vec<_> = accounts.iter().map(|n| account(*n)).collect();
            for one in told(&ids, began.map(user), &people) {
                let person = people.iter().find(|it| it.user == one.user).unwrap();
                prop_assert!(!person.off && !one.accounts.is_empty());
                prop_assert!(one.accounts.iter().all(|account| person.sees(*account)));
            }
        }
    }
}
