//! Reading a list part by part: the one place where a part is cut and the next one named.

use crate::cursor::Cursor;
use crate::part::Part;
use crate::rules::PART;
use crate::server::places::Places;
use crate::wanted::{List, Wanted};
use kernel::AppError;
use uuid::Uuid;

/// The rows of a list as somebody may see them. What all parts are taken from is read before, once.
pub trait Rows: Send {
    type Row: Send;

    /// What comes behind this place in the order of the list; [`PART`] and one more tell that there is a next part. Asked where
    /// no places are known.
    fn behind(&mut self, after: &Cursor) -> impl Future<Output = Result<Behind<Self::Row>, AppError>> + Send;

    /// The rows that stand at these places, at most [`PART`]. What has gone meanwhile is left out.
    fn at(&mut self, ids: &[Uuid]) -> impl Future<Output = Result<Fetched<Self::Row>, AppError>> + Send;
}

/// What comes behind a place: rows, or places whose rows are still to be read.
pub enum Behind<R> {
    Rows {
        rows: Vec<(Cursor, R)>,
        /// The answer ended before the list did.
        cut: bool,
    },
    Places(Vec<Cursor>),
}

/// The rows at some places, in no order.
pub struct Fetched<R> {
    pub rows: Vec<(Uuid, R)>,
    /// How many of the places were read; at least one. Fewer than all where an answer has no room for more.
    pub read: usize,
}

/// What is wanted of a list: so many parts from the place that it says, taken from `places`, or where there are none by seeks.
pub async fn read<L: List, S: Rows>(
    rows: &mut S,
    wanted: &Wanted<L>,
    places: Option<&Places>,
) -> Result<Part<S::Row>, AppError> {
    let mut all = part(rows, places, wanted.after()).await?;
    for _ in 1..wanted.parts() {
        let Some(after) = all.next.take().and_then(|next| Cursor::parse(&next)) else { break };
        let next = part(rows, places, Some(&after)).await?;
        all.rows.extend(next.rows);
        (all.next, all.capped) = (next.next, next.capped);
    }
    Ok(all)
}

async fn part<S: Rows>(
    rows: &mut S,
    places: Option<&Places>,
    after: Option<&Cursor>,
) -> Result<Part<S::Row>, AppError> {
    if let Some(places) = places {
        return Ok(Part { capped: places.is_capped(), ..at(rows, places.behind(after)).await? });
    }
    let begin = Cursor::default();
    // Where a part of hits ended is no place in the order of the list.
    let after = after.filter(|after| after.rank.is_none()).unwrap_or(&begin);
    match rows.behind(after).await? {
        Behind::Rows { rows, cut } => Ok(first(rows, cut)),
        Behind::Places(places) => at(rows, &places).await,
    }
}

/// The first of these rows.
fn first<R>(mut rows: Vec<(Cursor, R)>, cut: bool) -> Part<R> {
    let more = cut || rows.len() > PART;
    rows.truncate(PART);
    let next = rows.last().filter(|_| more).map(|(cursor, _)| cursor.to_text());
    Part { rows: rows.into_iter().map(|(_, row)| row).collect(), next, capped: false }
}

/// The first of the rows at these places, in their order. A row may have gone since its place was read; a part that comes out
/// empty is no end of the list.
async fn at<S: Rows>(rows: &mut S, mut places: &[Cursor]) -> Result<Part<S::Row>, AppError> {
    while !places.is_empty() {
        let ids: Vec<Uuid> = places.iter().take(PART).map(|place| place.id).collect();
        let Fetched { rows: mut found, read } = rows.at(&ids).await?;
        let (part, rest) = places.split_at(read.clamp(1, ids.len()));
        if !found.is_empty() {
            found.sort_by_key(|(id, _)| ids.iter().position(|it| it == id));
            let next = part.last().filter(|_| !rest.is_empty()).map(Cursor::to_text);
            return Ok(Part { rows: found.into_iter().map(|(_, row)| row).collect(), next, capped: false });
        }
        places = rest;
    }
    Ok(Part { rows: Vec::new(), next: None, capped: false })
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
