//! How much may be said of a contact, and how many there may be.

/// Longest role in characters: "managing director".
pub(super) const LONGEST_ROLE: usize = 100;
/// Most addresses of one contact.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const MOST_ADDRESSES: usize = 10;
/// Most hits to choose from when a known contact is linked.
pub(super) const MOST_HITS: usize = 10;
