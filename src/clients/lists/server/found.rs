//! Parts of a list, and of what a search found.

use crate::lists::rules::{BEST, Cursor, ListAt, Place};
use platform::search;
use std::collections::HashSet;
use uuid::Uuid;

pub(crate) const PART: usize = ListAt::PART;

/// What a search found: the best hits, in order.
pub(crate) struct Found {
    places: Vec<Place>,
    /// There may be more than these.
    pub capped: bool,
}

impl Found {
    pub(crate) fn new(mut places: Vec<Place>, capped: bool) -> Self {
        places.sort_unstable();
        let capped = capped || places.len() > BEST;
        places.truncate(BEST);
        Self { places, capped }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Leaves out all but these.
    pub(crate) fn keep(&mut self, ids: &HashSet<Uuid>) {
        self.places.retain(|place| ids.contains(&place.cursor.id));
    }

    /// Those behind the place where the last part ended; what is no place is the beginning.
    pub(crate) fn behind(&self, after: Option<&str>) -> &[Place] {
        let begin = after
            .and_then(Place::parse)
            .map_or(0, |after| self.places.partition_point(|place| *place <= after));
        self.places.get(begin..).unwrap_or_default()
    }
}

impl From<search::Found> for Found {
    fn from(found: search::Found) -> Self {
        let place = |hit: search::Hit| Place {
            rank: hit.rank as u8,
            cursor: Cursor { sort_key: hit.sort_key, id: hit.entity },
        };
        Self::new(found.hits.into_iter().map(place).collect(), found.capped)
    }
}

/// Rows that were looked through one by one and are shown part by part. In the order of their cursors, by which the parts are
/// cut: the database's own order of texts may be that of a language, in which a part would begin somewhere else.
pub(crate) struct InOrder(Vec<Cursor>);

impl InOrder {
    pub(crate) fn new(mut places: Vec<Cursor>) -> Self {
        places.sort_unstable();
        Self(places)
    }

    /// Those behind this one.
    pub(crate) fn behind(&self, after: &Cursor) -> &[Cursor] {
        self.0.get(self.0.partition_point(|place| place <= after)..).unwrap_or_default()
    }
}

/// The ids of these places as a statement takes them.
pub(crate) fn ids_text(places: &[Place]) -> String {
    platform::db::id_list(places.iter().map(|place| place.cursor.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(rank: u8, key: &str, id: u8) -> Place {
        Place { rank, cursor: Cursor { sort_key: key.to_owned(), id: Uuid::from_bytes([id; 16]) } }
    }

    #[test]
    fn the_best_come_first_and_a_part_begins_behind_the_last_one() {
        let found =
            Found::new(vec![place(2, "a", 1), place(0, "z", 2), place(2, "a", 3), place(1, "m", 4)], false);
        let ids = |places: &[Place]| places.iter().map(|it| it.cursor.id.as_bytes()[0]).collect::<Vec<_>>();
        assert_eq!(ids(found.behind(None)), [2, 4, 1, 3]);
        assert_eq!(ids(found.behind(Some(&place(2, "a", 1).to_text()))), [3]);
        assert_eq!(
            ids(found.behind(Some(&place(1, "a", 9).to_text()))),
            [4, 1, 3],
            "also when that hit is gone"
        );
        assert_eq!(ids(found.behind(Some(&place(9, "", 0).to_text()))), [0; 0]);
        for nonsense in ["", "9", "x.y z", "-1.00000000-0000-0000-0000-000000000000 a"] {
            assert_eq!(found.behind(Some(nonsense)).len(), 4, "{nonsense}");
        }
        assert!(!found.capped);
    }

    #[test]
    fn parts_are_cut_in_one_order_whatever_the_order_of_the_database() {
        let cursor = |key: &str| Cursor { sort_key: key.to_owned(), id: Uuid::nil() };
        // As by the rules of German: spaces, hyphens and marks of letters count last.
        let read = ["meierbau", "meier-holz", "meier stahl", "þorn", "zorn"].map(cursor);
        let places = InOrder::new(read.to_vec());
        let (mut walked, mut after) = (Vec::new(), Cursor::default());
        while let Some(next) = places.behind(&after).first() {
            walked.push(next.sort_key.as_str());
            after = next.clone();
            assert!(walked.len() <= read.len(), "round and round: {walked:?}");
        }
        assert_eq!(walked, ["meier stahl", "meier-holz", "meierbau", "zorn", "þorn"]);
    }

    #[test]
    fn of_too_many_the_best_are_kept_and_it_is_told() {
        let many = (0..=BEST).rev().map(|rank| place(u8::try_from(rank).unwrap(), "a", 1)).collect();
        let found = Found::new(many, false);
        assert!(found.capped);
        assert_eq!((found.behind(None).len(), found.behind(None)[0].rank), (BEST, 0));
    }
}
