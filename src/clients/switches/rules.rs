//! What is asked before somebody is let into an account, and whether a mail about it goes out (NOTIFY-3).

use kernel::Ts;
use kernel::notify::Item;

/// How long after LOGIN went off its return counts as an undo, in microseconds.
pub(super) const UNDO: i64 = Ts::MINUTE;

/// What is known of an address that is about to be let into an account.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entering {
    /// Its mailbox may enter the account by another row, or could before by this one and nobody else came since.
    pub known_here: bool,
    /// Somebody else can sign in to the account, or could until a short while ago.
    pub others_inside: bool,
    /// Somebody else was ever let into the account, whether or not they have activated their access yet.
    pub others_let_in: bool,
    /// The contact signs in with another address, to this account or to another, or did until a short while ago.
    pub contact_signs_in: bool,
    /// Whoever lets the address in has made the account, and so lately that a password would still count.
    pub just_made: bool,
}

/// Whether letting the address in takes a recent password (SEC-29). Opening an account for the first time is daily work: there
/// is nobody yet whom it could harm unseen. One more mailbox beside people who are inside or about to be, or beside the one
/// that a contact signs in with, is how a stolen session would read along for good. For all first people of an account that
/// one has just made, beginning is one act: nothing is in it yet, and nobody has entered.
#[must_use]
pub const fn takes_proof(entering: Entering) -> bool {
    let Entering { known_here, others_inside, others_let_in, contact_signs_in, just_made } = entering;
    !known_here && (others_inside || contact_signs_in || (others_let_in && !just_made))
}

/// What is known of one address in one account when a mail is about to go out.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub notify: bool,
    pub archived: bool,
    /// The address is blocked for this class of mail (MAIL-20).
    pub blocked: bool,
}

/// Items that were switched off.
#[derive(Clone, Debug, Default)]
pub struct Choices(pub Vec<Item>);

/// Why a mail did not go out (NOTIFY-12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSent {
    Archived,
    Blocked,
    NotifyOff,
    ItemOff,
}

/// A mail goes out if, and only if, NOTIFY is on, its item is on, the address is not blocked and the account is not
/// archived (NOTIFY-3). Mails to the account without an item of their own follow NOTIFY alone (ACC-6); security mails
/// do not ask here (AUTH-28).
///
/// # Errors
/// The first reason against it.
pub fn should_send(setting: Setting, item: Option<Item>, off: &Choices) -> Result<(), NotSent> {
    if setting.archived {
        Err(NotSent::Archived)
    } else if setting.blocked {
        Err(NotSent::Blocked)
    } else if !setting.notify {
        Err(NotSent::NotifyOff)
    } else if item.is_some_and(|item| off.0.contains(&item)) {
        Err(NotSent::ItemOff)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: Setting = Setting { notify: true, archived: false, blocked: false };

    #[test]
    fn one_more_mailbox_takes_a_password_and_the_first_one_does_not() {
        let with = |known_here, others_inside, contact_signs_in| {
            takes_proof(Entering { known_here, others_inside, contact_signs_in, ..Entering::default() })
        };
        for (known, others, contact, wanted) in [
            (false, false, false, false),
            (false, true, false, true),
            (false, false, true, true),
            (false, true, true, true),
            (true, false, false, false),
            (true, true, false, false),
            (true, false, true, false),
            (true, true, true, false),
        ] {
            assert_eq!(with(known, others, contact), wanted, "{known} {others} {contact}");
        }
    }

    #[test]
    fn somebody_who_was_let_in_counts_unless_the_account_was_made_just_now() {
        let waiting = Entering { others_let_in: true, ..Entering::default() };
        assert!(takes_proof(waiting));
        assert!(!takes_proof(Entering { just_made: true, ..waiting }));
        assert!(!takes_proof(Entering { known_here: true, ..waiting }));
        let active = Entering { others_inside: true, just_made: true, ..waiting };
        assert!(takes_proof(active), "somebody has entered already");
        assert!(takes_proof(Entering { contact_signs_in: true, just_made: true, ..waiting }));
    }

    #[test]
    fn each_item_off_stops_exactly_its_own_mail() {
        for off in Item::ALL {
            for item in Item::ALL {
                let expected = if item == off { Err(NotSent::ItemOff) } else { Ok(()) };
                assert_eq!(
                    should_send(FINE, Some(item), &Choices(vec![off])),
                    expected,
                    "{off:?} off, {item:?}"
                );
            }
            assert_eq!(should_send(FINE, None, &Choices(vec![off])), Ok(()), "mail without an item");
        }
    }

    #[test]
    fn notify_off_a_block_and_an_archive_stop_every_mail() {
        let table = [
            (Setting { notify: false, ..FINE }, NotSent::NotifyOff),
            (Setting { blocked: true, ..FINE }, NotSent::Blocked),
            (Setting { archived: true, ..FINE }, NotSent::Archived),
            (Setting { notify: false, archived: true, blocked: true }, NotSent::Archived),
        ];
        for (setting, reason) in table {
            for item in Item::ALL.map(Some).into_iter().chain([None]) {
                assert_eq!(should_send(setting, item, &Choices::default()), Err(reason), "{item:?}");
            }
        }
    }
}
