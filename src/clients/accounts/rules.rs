//! How much of a list can be chosen by hand.

/// Most short ids that the address of the page that invites has room for; beyond it there is "everybody who matches".
pub(super) const MOST_IN_AN_ADDRESS: usize = 300;
