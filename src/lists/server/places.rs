//! Rows whose places are known before a part is cut: what a search found, and what was looked through one by one.

use crate::cursor::Cursor;
use crate::rules::BEST;
use platform::search;
use std::collections::HashSet;
use uuid::Uuid;

/// Places of rows, in the order of their cursors, by which the parts are cut: the database's own order of texts may be that of
/// a language, in which a part would begin somewhere else.
pub struct Places {
    places: Vec<Cursor>,
    is_ranked: bool,
    capped: bool,
}

impl Places {
    /// Rows that were looked through one by one.
    #[must_use]
    pub fn in_order(mut places: Vec<Cursor>) -> Self {
        places.sort_unstable();
        Self { places, is_ranked: false, capped: false }
    }

    /// What a search found, the best first, of which the best are kept.
    #[must_use]
    pub fn ranked(mut places: Vec<Cursor>, most: usize, capped: bool) -> Self {
        places.sort_unstable();
        let capped = capped || places.len() > most;
        places.truncate(most);
        Self { places, is_ranked: true, capped }
    }

    /// The best of what several searches found.
    #[must_use]
    pub fn best_of(found: impl IntoIterator<Item = search::Found>, most: usize) -> Self {
        let (mut places, mut capped) = (Vec::new(), false);
        for found in found {
            capped |= found.capped;
            places.extend(
                found.hits.into_iter().map(|hit| Cursor::ranked(hit.rank as u8, hit.sort_key, hit.entity)),
            );
        }
        Self::ranked(places, most, capped)
    }

    /// There may be more than these.
    #[must_use]
    pub fn is_capped(&self) -> bool {
        self.capped
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Leaves out all but these.
    pub fn keep(&mut self, ids: &HashSet<Uuid>) {
        self.places.retain(|place| ids.contains(&place.id));
    }

    /// Those behind the place where the last part ended; a place of another list is the beginning.
    #[must_use]
    pub fn behind(&self, after: Option<&Cursor>) -> &[Cursor] {
        let after = after.filter(|after| after.rank.is_some() == self.is_ranked);
        let begin = after.map_or(0, |after| self.places.partition_point(|place| place <= after));
        self.places.get(begin..).unwrap_or_default()
    }

    /// All of them, as one value of a statement.
    #[must_use]
    pub fn ids_text(&self) -> String {
        platform::db::id_list(self.places.iter().map(|place| place.id))
    }

    /// Brings rows into the order of their places.
    pub fn sort<R>(&self, rows: &mut [R], id: impl Fn(&R) -> Uuid) {
        rows.sort_by_key(|row| self.places.iter().position(|place| place.id == id(row)));
    }
}

impl From<search::Found> for Places {
    fn from(found: search::Found) -> Self {
        Self::best_of([found], BEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(rank: u8, key: &str, id: u8) -> Cursor {
        Cursor::ranked(rank, key, Uuid::from_bytes([id; 16]))
    }

    fn found(places: Vec<Cursor>) -> Places {
        Places::ranked(places, BEST, false)
    }

    #[test]
    fn the_best_come_first_and_a_part_begins_behind_the_last_one() {
        let found = found(vec![place(2, "a", 1), place(0, "z", 2), place(2, "a", 3), place(1, "m", 4)]);
        let ids = |places: &[Cursor]| places.iter().map(|it| it.id.as_bytes()[0]).collect::<Vec<_>>();
        assert_eq!(ids(found.behind(None)), [2, 4, 1, 3]);
        assert_eq!(ids(found.behind(Some(&place(2, "a", 1)))), [3]);
        assert_eq!(ids(found.behind(Some(&place(1, "a", 9)))), [4, 1, 3], "also when that hit is gone");
        assert_eq!(ids(found.behind(Some(&place(9, "", 0)))), [0; 0]);
        for nonsense in ["", "9", "x.y z", "-1.00000000-0000-0000-0000-000000000000 a"] {
            assert_eq!(found.behind(Cursor::parse(nonsense).as_ref()).len(), 4, "{nonsense}");
        }
        assert!(!found.is_capped());
    }

    #[test]
    fn a_place_of_another_list_is_the_beginning() {
        let in_list = Cursor::at("m", Uuid::max());
        assert_eq!(found(vec![place(0, "a", 1)]).behind(Some(&in_list)).len(), 1);
        let places = Places::in_order(vec![Cursor::at("a", Uuid::nil())]);
        assert_eq!(places.behind(Some(&place(0, "z", 1))).len(), 1);
        assert_eq!(places.behind(Some(&in_list)).len(), 0);
    }

    #[test]
    fn parts_are_cut_in_one_order_whatever_the_order_of_the_database() {
        // As by the rules of German: spaces, hyphens and marks of letters count last.
        let read = ["meierbau", "meier-holz", "meier stahl", "þorn", "zorn"];
        let places = Places::in_order(read.map(|key| Cursor::at(key, Uuid::nil())).to_vec());
        let (mut walked, mut after) = (Vec::new(), Cursor::default());
        while let Some(next) = places.behind(Some(&after)).first() {
            walked.push(next.sort_key.as_str());
            after = next.clone();
            assert!(walked.len() <= read.len(), "round and round: {walked:?}");
        }
        assert_eq!(walked, ["meier stahl", "meier-holz", "meierbau", "zorn", "þorn"]);
    }

    #[test]
    fn of_too_many_the_best_are_kept_and_it_is_told() {
        let many = (0..=BEST).rev().map(|rank| place(u8::try_from(rank).unwrap(), "a", 1)).collect();
        let found = found(many);
        assert!(found.is_capped());
        assert_eq!((found.behind(None).len(), found.behind(None)[0].rank), (BEST, Some(0)));
    }
}
