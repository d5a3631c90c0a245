//! Parts of lists that are held in memory.

use super::*;
use crate::filter::{NoFilter, OneOrder};
use crate::rules::MOST_PARTS;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Numbers;

impl List for Numbers {
    type Filter = NoFilter;
    type Sort = OneOrder;
}

/// So many numbers; of those asked for by their places, `room` fit into an answer, and the `gone` are left out.
#[derive(Default)]
struct Made {
    count: u128,
    room: usize,
    gone: u128,
    /// Places are told first, and the rows are asked for by them.
    by_places: bool,
    asked: usize,
}

fn cursor(number: u128) -> Cursor {
    Cursor::at(format!("{number:05}"), Uuid::from_u128(number))
}

impl Rows for Made {
    type Row = u128;

    async fn behind(&mut self, after: &Cursor) -> Result<Behind<u128>, AppError> {
        self.asked += 1;
        let all = (0..self.count).map(|number| (cursor(number), number));
        let some: Vec<_> = all.filter(|(place, _)| place > after).take(PART + 1).collect();
        if self.by_places {
            return Ok(Behind::Places(some.into_iter().map(|(place, _)| place).collect()));
        }
        Ok(Behind::Rows { rows: some, cut: false })
    }

    async fn at(&mut self, ids: &[Uuid]) -> Result<Fetched<u128>, AppError> {
        self.asked += 1;
        let read = if self.room == 0 { ids.len() } else { self.room };
        let there = ids.iter().take(read).rev().filter(|id| id.as_u128() >= self.gone);
        Ok(Fetched { rows: there.map(|id| (*id, id.as_u128())).collect(), read })
    }
}

/// All rows, walked part by part.
async fn walk(made: &mut Made, places: Option<&Places>) -> Vec<u128> {
    let (mut all, mut wanted) = (Vec::new(), Wanted::<Numbers>::default());
    loop {
        let part = read(made, &wanted, places).await.unwrap();
        all.extend(part.rows);
        let Some(next) = part.next else { return all };
        wanted = wanted.behind(&next);
    }
}

#[tokio::test]
async fn each_row_is_in_one_part_whether_rows_or_places_are_read() {
    for count in [0, 1, 50, 51, 100, 101] {
        for by_places in [false, true] {
            let mut made = Made { count, by_places, ..Made::default() };
            assert_eq!(walk(&mut made, None).await, (0..count).collect::<Vec<_>>(), "{count} {by_places}");
        }
    }
}

#[tokio::test]
async fn hits_are_read_by_their_places_and_what_is_gone_ends_nothing() {
    let hits = |count| {
        Places::ranked((0..count).map(|it| Cursor { rank: Some(1), ..cursor(it) }).collect(), 200, true)
    };
    for (room, gone) in [(0, 0), (7, 0), (0, 60), (7, 60), (0, 200)] {
        let mut made = Made { room, gone, ..Made::default() };
        assert_eq!(
            walk(&mut made, Some(&hits(120))).await,
            (gone.min(120)..120).collect::<Vec<_>>(),
            "{room} {gone}"
        );
    }
    let part = read(&mut Made::default(), &Wanted::<Numbers>::default(), Some(&hits(1))).await.unwrap();
    assert_eq!((part.next, part.capped), (None, true));
}

#[tokio::test]
async fn several_parts_are_one_behind_the_other_and_each_is_asked_for_once() {
    let mut made = Made { count: 120, ..Made::default() };
    let two = read(&mut made, &Wanted::<Numbers>::parse("rows=100"), None).await.unwrap();
    assert_eq!((two.rows, made.asked), ((0..100).collect::<Vec<_>>(), 2));
    let rest = Wanted::<Numbers>::default().behind(&two.next.unwrap()).of_parts(MOST_PARTS);
    let rest = read(&mut made, &rest, None).await.unwrap();
    assert_eq!((rest.rows, rest.next), ((100..120).collect::<Vec<_>>(), None));
}

#[tokio::test]
async fn where_hits_ended_is_the_beginning_of_the_list() {
    let hit = Cursor::ranked(9, "00099", Uuid::max());
    let wanted = Wanted::<Numbers>::default().behind(&hit.to_text());
    assert_eq!(read(&mut Made { count: 3, ..Made::default() }, &wanted, None).await.unwrap().rows, [0, 1, 2]);
}
