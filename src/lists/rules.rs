//! How much of a list is shown and chosen.

/// Rows of one part. The statements ask for one more, written out as 51 ([`part_behind!`](crate::part_behind)), which tells
/// whether there is a next part.
pub const PART: usize = 50;

/// Most parts of a list on one page; whoever wants more goes on to the next page.
pub const MOST_PARTS: usize = 10;

/// Most hits of a search that are shown, the best ones; whoever wants others adds a word.
pub const BEST: usize = 200;

/// Most rows behind one choice.
pub const MOST_CHOSEN: usize = 1000;

/// Longest sort key of a cursor in bytes; a name is shorter.
pub(crate) const LONGEST_KEY: usize = 4000;
