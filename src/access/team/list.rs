//! The accounts on the page of a member: those that are assigned, or those that match a search.

use lists::{List, NoFilter, OneOrder};

/// As many as the page has room for, the best hits first; there is no next part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountsOf;

impl List for AccountsOf {
    type Filter = NoFilter;
    type Sort = OneOrder;
}
