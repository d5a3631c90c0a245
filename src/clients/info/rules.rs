//! What the switches mean: the state of a grant, what stands in the way of an act, and what the last switch-off does.

use super::model::{InfoTab, Which};
use crate::address_changes::is_the_way_in;
use access::access_state::{self, AccessFacts, AccessState};
use kernel::Ts;

/// How long a link for a new password that staff sent stands on its row, in microseconds.
pub const RESET_SHOWN: i64 = 7 * Ts::DAY;

/// Codes of what is asked first on a page of its own: switching off the last of its kind (ACC-13), or the one way in of somebody
/// whose address is being replaced.
pub const ASKED_FIRST: [&str; 3] =
    ["contact_settings.last.login", "contact_settings.last.notify", "address_changes.locked_out"];

/// Most lines of a row's history.
pub const HISTORY: usize = 10;

/// The state of a grant (requirements, 4): the one of [`access_state::state`], and why there is no access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Off,
    Suspended,
    NotInvited,
    Invited,
    Expired,
    MailFailed,
    Active,
}

/// The state of a grant at this moment.
#[must_use]
pub fn state(facts: &AccessFacts, now: Ts) -> State {
    match access_state::state(facts, now) {
        AccessState::Active => State::Active,
        AccessState::Invited => State::Invited,
        AccessState::NotDelivered => State::MailFailed,
        AccessState::Expired => State::Expired,
        AccessState::NoAccess if !facts.login => State::Off,
        AccessState::NoAccess if facts.archived => State::Suspended,
        AccessState::NoAccess => State::NotInvited,
    }
}

/// Why something cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    NoRight,
    Archived,
    LoginOff,
    /// No password yet: there is nothing to reset.
    Pending,
    /// Can sign in already: an invitation would only confuse (INV-7).
    AlreadyActive,
}

/// What an act on a row asks about.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub archived: bool,
    pub login: bool,
    pub active: bool,
    /// The staff member has the right it takes.
    pub may: bool,
}

/// What stands in the way of a reset sent by staff (AUTH-21).
#[must_use]
pub const fn reset_obstacle(standing: Standing) -> Option<Obstacle> {
    match standing {
        Standing { may: false, .. } => Some(Obstacle::NoRight),
        Standing { archived: true, .. } => Some(Obstacle::Archived),
        Standing { login: false, .. } => Some(Obstacle::LoginOff),
        Standing { active: false, .. } => Some(Obstacle::Pending),
        _ => None,
    }
}

/// What stands in the way of an invitation (INV-6, INV-7).
#[must_use]
pub const fn invite_obstacle(standing: Standing) -> Option<Obstacle> {
    match standing {
        Standing { may: false, .. } => Some(Obstacle::NoRight),
        Standing { archived: true, .. } => Some(Obstacle::Archived),
        Standing { login: false, .. } => Some(Obstacle::LoginOff),
        Standing { active: true, .. } => Some(Obstacle::AlreadyActive),
        _ => None,
    }
}

/// Whether switching this off leaves the account without anybody who may sign in, or who is told (ACC-13).
#[must_use]
pub fn is_last(tab: &InfoTab, id: &str, which: Which) -> bool {
    which != Which::EmailSync
        && tab.row(id).is_some_and(|(_, row)| row.is_on(which))
        && tab.rows().filter(|(_, row)| row.is_on(which)).count() == 1
}

/// Whether switching this off takes the way in from somebody whose new address waits (ECHG-2).
#[must_use]
pub fn locks_out(tab: &InfoTab, id: &str, which: Which) -> bool {
    let other = |contact: &str| {
        tab.rows().any(|(of, row)| of.id == contact && row.id != id && row.login && row.active)
    };
    which == Which::Login
        && tab.unlinked(id).is_some_and(|one| is_the_way_in(one.change.progress) && !other(&one.contact.id))
}

/// Whether a click on this switch is asked about first.
#[must_use]
pub fn asks_first(tab: &InfoTab, id: &str, which: Which) -> bool {
    let ends = which == Which::Login && tab.unlinked(id).is_some();
    ends || is_last(tab, id, which)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address_changes::{ChangeCard, Progress};
    use crate::info::{ContactGroup, SettingRow, Unlinked};
    use access::access_state::OpenInvitation;

    #[test]
    fn no_access_says_why() {
        let fine = AccessFacts { login: true, activated: true, ..AccessFacts::default() };
        let at = |facts: AccessFacts| state(&facts, Ts(1_000));
        assert_eq!(at(fine), State::Active);
        assert_eq!(at(AccessFacts { login: false, archived: true, ..fine }), State::Off);
        assert_eq!(at(AccessFacts { archived: true, ..fine }), State::Suspended);
        assert_eq!(at(AccessFacts { activated: false, ..fine }), State::NotInvited);
        let sent = |expires, failed| {
            let invitation = Some(OpenInvitation { expires: Ts(expires), failed });
            at(AccessFacts { activated: false, invitation, ..fine })
        };
        assert_eq!(
            [sent(1_001, false), sent(1_000, false), sent(1_001, true)],
            [State::Invited, State::Expired, State::MailFailed]
        );
    }

    #[test]
    fn a_reset_takes_an_active_person_with_login_in_a_live_account() {
        let fine = Standing { archived: false, login: true, active: true, may: true };
        assert_eq!(reset_obstacle(fine), None);
        assert_eq!(reset_obstacle(Standing { archived: true, ..fine }), Some(Obstacle::Archived));
        assert_eq!(reset_obstacle(Standing { active: false, ..fine }), Some(Obstacle::Pending));
        assert_eq!(reset_obstacle(Standing { login: false, ..fine }), Some(Obstacle::LoginOff));
        assert_eq!(reset_obstacle(Standing { may: false, archived: true, ..fine }), Some(Obstacle::NoRight));
    }

    #[test]
    fn an_invitation_is_for_those_who_cannot_sign_in_yet() {
        let fine = Standing { archived: false, login: true, active: false, may: true };
        assert_eq!(invite_obstacle(fine), None);
        assert_eq!(invite_obstacle(Standing { active: true, ..fine }), Some(Obstacle::AlreadyActive));
        assert_eq!(invite_obstacle(Standing { login: false, ..fine }), Some(Obstacle::LoginOff));
        assert_eq!(invite_obstacle(Standing { archived: true, ..fine }), Some(Obstacle::Archived));
    }

    #[test]
    fn the_last_login_and_the_last_notify_are_known() {
        let row = |id: &str, login, notify| SettingRow {
            id: id.to_owned(),
            login,
            notify,
            ..SettingRow::default()
        };
        let group = |rows| ContactGroup { rows, ..ContactGroup::default() };
        let tab = InfoTab {
            contacts: vec![group(vec![row("a", true, true)]), group(vec![row("b", false, true)])],
            ..InfoTab::default()
        };
        assert!(is_last(&tab, "a", Which::Login));
        assert!(!is_last(&tab, "a", Which::Notify));
        assert!(!is_last(&tab, "b", Which::Login), "it is off already");
        assert!(!is_last(&tab, "a", Which::EmailSync));
    }

    #[test]
    fn the_end_of_an_unlinked_address_is_asked_about_and_may_lock_somebody_out() {
        let unlinked = |id: &str, progress| Unlinked {
            contact: ContactGroup {
                rows: vec![SettingRow { id: id.to_owned(), login: true, ..SettingRow::default() }],
                ..ContactGroup::default()
            },
            change: ChangeCard { progress, ..ChangeCard::default() },
        };
        let tab = InfoTab {
            unlinked: vec![unlinked("a", Progress::Pending), unlinked("b", Progress::Accepted)],
            ..InfoTab::default()
        };
        assert!(locks_out(&tab, "a", Which::Login) && asks_first(&tab, "a", Which::Login));
        assert!(!locks_out(&tab, "b", Which::Login) && asks_first(&tab, "b", Which::Login));
        assert!(!asks_first(&tab, "a", Which::EmailSync));
    }
}
