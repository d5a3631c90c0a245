//! Where a part of a list ended.

use crate::rules::LONGEST_KEY;
use uuid::Uuid;

/// The last row of a part: its sort key and id, and in what a search found how good it was. Self-contained, so that it says
/// nothing of rows that the reader may not see. The default stands before every row.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// How good the hit is, 0 the best; of a list that is not searched nothing.
    pub rank: Option<u8>,
    pub sort_key: String,
    pub id: Uuid,
}

impl Cursor {
    /// In a list that is not searched.
    #[must_use]
    pub fn at(sort_key: impl Into<String>, id: Uuid) -> Self {
        Self { rank: None, sort_key: sort_key.into(), id }
    }

    /// Among hits: the best come first, and equally good ones in the order of the list.
    #[must_use]
    pub fn ranked(rank: u8, sort_key: impl Into<String>, id: Uuid) -> Self {
        Self { rank: Some(rank), ..Self::at(sort_key, id) }
    }

    #[must_use]
    pub fn to_text(&self) -> String {
        let rank = self.rank.map(|rank| format!("{rank}.")).unwrap_or_default();
        format!("{rank}{} {}", self.id, self.sort_key)
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (place, sort_key) = text.split_once(' ')?;
        // No name has control characters, and PostgreSQL refuses a text with a NUL.
        if sort_key.len() > LONGEST_KEY || sort_key.contains(char::is_control) {
            return None;
        }
        let (rank, id) = match place.split_once('.') {
            Some((rank, id)) => (Some(rank.parse().ok()?), id),
            None => (None, place),
        };
        Some(Self { rank, sort_key: sort_key.to_owned(), id: Uuid::parse_str(id).ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_no_name_can_hold_is_no_cursor() {
        let id = Uuid::from_bytes([7; 16]);
        for sort_key in ["\0", "mei\0er", "a\nb"] {
            assert_eq!(Cursor::parse(&format!("{id} {sort_key}")), None, "{sort_key:?}");
        }
        assert_eq!(Cursor::parse(&format!("{id} {}", "x".repeat(LONGEST_KEY + 1))), None);
        assert_eq!(Cursor::parse(&format!("256.{id} a")), None);
        assert_eq!(Cursor::parse(&format!(".{id} a")), None);
        assert_eq!(Cursor::parse(&format!("1.2.{id} a")), None);
    }

    #[test]
    fn a_place_in_the_list_is_none_among_hits_nor_the_other_way_round() {
        let id = Uuid::from_bytes([7; 16]);
        assert_eq!(Cursor::parse(&format!("{id} a")), Some(Cursor::at("a", id)));
        assert_eq!(Cursor::parse(&format!("1.{id} a")), Some(Cursor::ranked(1, "a", id)));
        assert_eq!(Cursor::parse(&format!("{id} 1.{id} a")), Some(Cursor::at(format!("1.{id} a"), id)));
    }

    proptest! {
        #[test]
        fn a_cursor_survives_the_address_bar(
            rank in any::<Option<u8>>(),
            sort_key in "\\PC{0,40}",
            bytes in any::<[u8; 16]>(),
        ) {
            let cursor = Cursor { rank, sort_key, id: Uuid::from_bytes(bytes) };
            prop_assert_eq!(Cursor::parse(&cursor.to_text()), Some(cursor));
        }

        #[test]
        fn no_typed_text_breaks_a_cursor(text in "\\PC{0,80}") {
            let _ = Cursor::parse(&text);
        }
    }
}
