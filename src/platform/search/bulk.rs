//! Documents of very many accounts at once, stored with them into a database that was empty (`Db::begin_filling`).

use super::Doc;
use super::store::GRAMS_FROM;
use crate::db::{Arg, Rows};

/// The rows of these documents, the first of which gets the id `first` where ids are not given by the database; for
/// PostgreSQL or for SQLite.
#[must_use]
pub fn rows(docs: &[Doc], first: i64, is_postgres: bool) -> Vec<Rows> {
    let mut stored = Rows::of(
        "search_doc",
        if is_postgres {
            &["firm_id", "kind", "entity_id", "sort_key", "lead", "exact", "number", "hay", "grams"]
        } else {
            &["firm_id", "kind", "entity_id", "sort_key", "lead", "exact", "number", "hay", "id"]
        },
    );
    for (id, doc) in (first..).zip(docs) {
        stored.push([
            Arg::from(doc.firm),
            Arg::from(doc.kind.key()),
            Arg::from(doc.entity),
            Arg::from(&doc.sort_key),
            Arg::from(&doc.lead),
            Arg::from(doc.exact.clone()),
            Arg::from(doc.number),
            Arg::from(doc.hay()),
            if is_postgres { Arg::from(doc.numbers()) } else { Arg::from(id) },
        ]);
    }
    if is_postgres {
        return vec![stored];
    }
    // As they count down, the last document comes first: whatever comes out of order ends what was gathered so far.
    let mut grams = Rows::of("search_gram", &["rowid", "grams"]);
    for (id, doc) in (first..).zip(docs).collect::<Vec<_>>().into_iter().rev() {
        grams.push([Arg::from(GRAMS_FROM - id), Arg::from(doc.tokens())]);
    }
    vec![stored, grams]
}
