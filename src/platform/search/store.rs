//! All statements about the index of what is searched.

use super::{Doc, Found, Hit, Kind, Query, Rank};
use crate::db::{Conn, DbError, id_list};
use crate::sql;
use kernel::FirmId;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Most documents among which the best are chosen; the newest, where there are more.
const CANDIDATES: i64 = 200;

/// A document that may match, before it is known how well.
#[derive(sqlx::FromRow)]
pub struct Candidate {
    pub entity_id: Uuid,
    pub sort_key: String,
    pub lead: String,
    /// Empty where the beginning of the name says that it matches.
    pub hay: String,
    /// 0 the short id, 1 the number, 2 the name's beginning, 3 and 4 a word; 5 says that the index had more to look at.
    pub part: i64,
}

/// The best of what a query finds, at most `limit`. Words that are missing are not compared: most searches have one.
///
/// One statement: the short id; its number; names that begin so, in their order, whose documents are read only where their
/// beginning does not say that they match; and where those are not enough, by the
/// index of grams the newest documents, each compared with the words before it counts. Neither engine can be led to walk
/// what it does not answer: SQLite reads its index from the newest on and stops, PostgreSQL looks at the newest documents
/// first and asks its index, which cannot stop, only for what is rarer. Of documents that hold the grams of a word and not
/// the word, 5,000 are looked at, and then it is said that there may be more. What the index of PostgreSQL finds is read as
/// it is asked for; firm and kind, which are in the grams, are compared behind it, so that no plan looks through all of a
/// firm first.
pub async fn find(
    conn: &mut Conn,
    firm: FirmId,
    kind: Kind,
    query: &Query,
    limit: usize,
) -> Result<Found, DbError> {
    if query.words().is_empty() {
        return Ok(Found::default());
    }
    let (from, to) = query.leads();
    let [p1, p2, p3, p4, p5, p6] = query.patterns();
    let grams = grams(conn, firm, kind, query);
    let rows: Vec<Candidate> = sql!(
        sqlite: "WITH begun AS MATERIALIZED (
            SELECT b.id, b.entity_id, b.sort_key, b.lead, b.hay FROM (
                SELECT d.id, d.entity_id, d.sort_key, d.lead, CASE WHEN $15 THEN '' ELSE d.hay END AS hay
                FROM search_doc d
                WHERE d.firm_id = $1 AND d.kind = $2 AND d.lead >= $11 AND d.lead < $12
                ORDER BY d.lead, d.id LIMIT $14) b
            WHERE $15 OR (b.hay LIKE $3 AND ($4 = '%' OR b.hay LIKE $4) AND ($5 = '%' OR b.hay LIKE $5)
              AND ($6 = '%' OR b.hay LIKE $6) AND ($7 = '%' OR b.hay LIKE $7) AND ($8 = '%' OR b.hay LIKE $8))),
         worded AS MATERIALIZED (
            SELECT d.entity_id, d.sort_key, d.lead, d.hay
            FROM (SELECT rowid AS place FROM search_gram WHERE search_gram MATCH $13 ORDER BY rowid LIMIT 5000) g
            CROSS JOIN search_doc d
            WHERE g.place NOT IN (SELECT 1099511627776 - b.id FROM begun b)
              AND d.id = 1099511627776 - g.place AND d.firm_id = $1 AND d.kind = $2
              AND d.hay LIKE $3 AND ($4 = '%' OR d.hay LIKE $4) AND ($5 = '%' OR d.hay LIKE $5)
                AND ($6 = '%' OR d.hay LIKE $6) AND ($7 = '%' OR d.hay LIKE $7)
              AND ($8 = '%' OR d.hay LIKE $8)
            LIMIT (SELECT MAX(0, $14 - COUNT(*)) FROM begun))
         SELECT entity_id, sort_key, lead, hay, part FROM (
            SELECT d.entity_id, d.sort_key, d.lead, d.hay, 0 AS part FROM search_doc d
            WHERE d.exact = $9 AND d.firm_id = $1 AND d.kind = $2 LIMIT 5)
         UNION ALL
         SELECT entity_id, sort_key, lead, hay, part FROM (
            SELECT d.entity_id, d.sort_key, d.lead, d.hay, 1 AS part FROM search_doc d
            WHERE d.number = $10 AND d.firm_id = $1 AND d.kind = $2 LIMIT 50)
         UNION ALL
         SELECT b.entity_id, b.sort_key, b.lead, b.hay, 2 AS part FROM begun b
         UNION ALL
         SELECT w.entity_id, w.sort_key, w.lead, w.hay, 3 AS part FROM worded w
         UNION ALL
         SELECT entity_id, sort_key, lead, hay, part FROM (
            SELECT zeroblob(16) AS entity_id, '' AS sort_key, '' AS lead, '' AS hay, 5 AS part FROM search_gram
            WHERE search_gram MATCH $13 ORDER BY rowid
            LIMIT (SELECT (SELECT COUNT(*) FROM begun) + (SELECT COUNT(*) FROM worded) < $14) OFFSET 4999)",
        postgres: "WITH begun AS MATERIALIZED (
            (SELECT d.entity_id, d.sort_key, d.lead, '' AS hay FROM search_doc d
             WHERE $15 AND d.firm_id = $1 AND d.kind = $2 AND d.lead >= $11 AND d.lead < $12
             ORDER BY d.lead, d.id LIMIT $14)
            UNION ALL
            SELECT b.entity_id, b.sort_key, b.lead, b.hay FROM (
                SELECT d.entity_id, d.sort_key, d.lead, d.hay FROM search_doc d
                WHERE NOT $15 AND d.firm_id = $1 AND d.kind = $2 AND d.lead >= $11 AND d.lead < $12
                ORDER BY d.lead, d.id LIMIT $14) b
            WHERE b.hay LIKE $3 AND ($4 = '%' OR b.hay LIKE $4) AND ($5 = '%' OR b.hay LIKE $5)
              AND ($6 = '%' OR b.hay LIKE $6) AND ($7 = '%' OR b.hay LIKE $7) AND ($8 = '%' OR b.hay LIKE $8)),
         newest AS (
            SELECT d.id, d.entity_id, d.sort_key, d.lead, d.hay FROM search_doc d
            WHERE d.firm_id = $1 AND d.kind = $2 ORDER BY d.id DESC LIMIT 1000),
         walked AS MATERIALIZED (
            SELECT n.entity_id, n.sort_key, n.lead, n.hay FROM newest n
            WHERE (SELECT COUNT(*) FROM begun) < $14
              AND n.hay LIKE $3 AND ($4 = '%' OR n.hay LIKE $4) AND ($5 = '%' OR n.hay LIKE $5)
                AND ($6 = '%' OR n.hay LIKE $6) AND ($7 = '%' OR n.hay LIKE $7) AND ($8 = '%' OR n.hay LIKE $8)
            LIMIT $14),
         looked AS (
            SELECT d.firm_id, d.kind, d.entity_id, d.sort_key, d.lead, d.hay, ROW_NUMBER() OVER () AS place
            FROM search_doc d
            WHERE (SELECT COUNT(*) FROM begun) < $14 AND (SELECT COUNT(*) FROM walked) < $14
              AND d.grams @> CAST($13 AS INT[])
            LIMIT 5000),
         asked AS MATERIALIZED (
            SELECT l.firm_id, l.kind, l.entity_id, l.sort_key, l.lead, l.hay,
                CASE WHEN l.place = 5000 THEN CAST(5 AS BIGINT) ELSE CAST(4 AS BIGINT) END AS part
            FROM looked l
            WHERE l.place = 5000 OR (l.hay LIKE $3 AND ($4 = '%' OR l.hay LIKE $4) AND ($5 = '%' OR l.hay LIKE $5)
                AND ($6 = '%' OR l.hay LIKE $6) AND ($7 = '%' OR l.hay LIKE $7) AND ($8 = '%' OR l.hay LIKE $8)))
         (SELECT d.entity_id, d.sort_key, d.lead, d.hay, CAST(0 AS BIGINT) AS part FROM search_doc d
            WHERE d.exact = $9 AND d.firm_id = $1 AND d.kind = $2 LIMIT 5)
         UNION ALL
         (SELECT d.entity_id, d.sort_key, d.lead, d.hay, CAST(1 AS BIGINT) FROM search_doc d
            WHERE d.number = $10 AND d.firm_id = $1 AND d.kind = $2 LIMIT 50)
         UNION ALL
         SELECT b.entity_id, b.sort_key, b.lead, b.hay, CAST(2 AS BIGINT) FROM begun b
         UNION ALL
         SELECT w.entity_id, w.sort_key, w.lead, w.hay, CAST(3 AS BIGINT) FROM walked w
         UNION ALL
         (SELECT a.entity_id, a.sort_key, a.lead, a.hay, a.part FROM asked a
            WHERE a.firm_id = $1 AND a.kind = $2 LIMIT $14)",
        firm, kind.key(), p1, p2, p3, p4, p5, p6, query.code(), query.number(), &from, to, grams, CANDIDATES,
        query.is_known_by_lead()
    )
    .all(conn)
    .await?;
    Ok(ranked(rows, query, limit))
}

/// The best of these, each once; also for whoever looked for them in documents of their own choice.
#[must_use]
pub fn ranked(rows: Vec<Candidate>, query: &Query, limit: usize) -> Found {
    let (lead, _) = query.leads();
    let has_more = rows.iter().any(|row| row.part == 5);
    let mut all: Vec<Hit> = rows
        .into_iter()
        .filter(|row| row.part == 2 || query.is_in(&row.hay))
        .map(|row| {
            let rank = match row.part {
                0 => Rank::ShortId,
                1 => Rank::Number,
                _ if row.lead.starts_with(&lead) => Rank::Name,
                _ if query.begins_words_in(&row.hay) => Rank::Words,
                _ => Rank::Other,
            };
            Hit { entity: row.entity_id, rank, sort_key: row.sort_key }
        })
        .collect();
    all.sort_by(|a, b| (a.rank, &a.sort_key, a.entity).cmp(&(b.rank, &b.sort_key, b.entity)));
    let mut known = HashSet::new();
    all.retain(|hit| known.insert(hit.entity));
    let is_full = usize::try_from(CANDIDATES).is_ok_and(|most| all.len() >= most);
    let capped = all.len() > limit || is_full || has_more;
    all.truncate(limit);
    Found { hits: all, capped }
}

/// Everything that a query finds, in no order, up to `limit`; for acts on all that match.
pub async fn find_all(
    conn: &mut Conn,
    firm: FirmId,
    kind: Kind,
    query: &Query,
    limit: i64,
) -> Result<All, DbError> {
    if query.words().is_empty() {
        return Ok(All::default());
    }
    let [p1, p2, p3, p4, p5, p6] = query.patterns();
    let grams = grams(conn, firm, kind, query);
    let rows: Vec<(Uuid, String, i64)> = sql!(
        sqlite: "SELECT entity_id, hay, is_last FROM (
            SELECT d.entity_id, d.hay, 0 AS is_last
            FROM (SELECT rowid AS place FROM search_gram WHERE search_gram MATCH $3 ORDER BY rowid LIMIT 20000) g
            CROSS JOIN search_doc d
            WHERE d.id = 1099511627776 - g.place AND d.firm_id = $1 AND d.kind = $2
              AND d.hay LIKE $5 AND ($6 = '%' OR d.hay LIKE $6) AND ($7 = '%' OR d.hay LIKE $7)
                AND ($8 = '%' OR d.hay LIKE $8) AND ($9 = '%' OR d.hay LIKE $9)
              AND ($10 = '%' OR d.hay LIKE $10)
            LIMIT $4)
         UNION ALL
         SELECT entity_id, hay, is_last FROM (
            SELECT zeroblob(16) AS entity_id, '' AS hay, 1 AS is_last FROM search_gram
            WHERE search_gram MATCH $3 ORDER BY rowid LIMIT 1 OFFSET 19999)",
        postgres: "WITH looked AS (
            SELECT d.firm_id, d.kind, d.entity_id, d.hay, ROW_NUMBER() OVER () AS place FROM search_doc d
            WHERE d.grams @> CAST($3 AS INT[]) LIMIT 20000),
         asked AS MATERIALIZED (
            SELECT l.firm_id, l.kind, l.entity_id, l.hay, l.place FROM looked l
            WHERE l.place = 20000 OR (l.hay LIKE $5 AND ($6 = '%' OR l.hay LIKE $6) AND ($7 = '%' OR l.hay LIKE $7)
                AND ($8 = '%' OR l.hay LIKE $8) AND ($9 = '%' OR l.hay LIKE $9) AND ($10 = '%' OR l.hay LIKE $10)))
         SELECT a.entity_id, a.hay, CASE WHEN a.place = 20000 THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS is_last
         FROM asked a WHERE a.firm_id = $1 AND a.kind = $2 LIMIT $4",
        firm, kind.key(), grams, limit, p1, p2, p3, p4, p5, p6
    )
    .all(conn)
    .await?;
    let is_cut = i64::try_from(rows.len()).is_ok_and(|count| count >= limit)
        || rows.iter().any(|(.., is_last)| *is_last == 1);
    let ids = rows.into_iter().filter(|(_, hay, _)| query.is_in(hay)).map(|(id, ..)| id).collect();
    Ok(All { ids, is_cut })
}

/// What [`find_all`] found.
#[derive(Debug, Default)]
pub struct All {
    pub ids: Vec<Uuid>,
    /// There may be more than these.
    pub is_cut: bool,
}

fn grams(conn: &Conn, firm: FirmId, kind: Kind, query: &Query) -> String {
    if conn.is_postgres() { query.numbers(firm, kind) } else { query.tokens(firm, kind) }
}

/// Stores documents, in the place of what was known of the same accounts and contacts. Those that are as they were cost one
/// look.
pub async fn put(conn: &mut Conn, docs: &[Doc]) -> Result<(), DbError> {
    put_all(conn, docs, false).await
}

/// As [`put`], also where nothing seems to have changed: whatever is wrong with the index is mended.
pub async fn put_anew(conn: &mut Conn, docs: &[Doc]) -> Result<(), DbError> {
    put_all(conn, docs, true).await
}

async fn put_all(conn: &mut Conn, docs: &[Doc], anew: bool) -> Result<(), DbError> {
    if docs.is_empty() {
        return Ok(());
    }
    let is_postgres = conn.is_postgres();
    let rows: Vec<_> = docs
        .iter()
        .map(|doc| {
            let grams = if is_postgres { doc.numbers() } else { String::new() };
            let (firm, entity) = (doc.firm.0.simple().to_string(), doc.entity.simple().to_string());
            json!([
                firm,
                doc.kind.key(),
                entity,
                doc.sort_key,
                doc.lead,
                doc.exact,
                doc.number,
                doc.hay(),
                grams
            ])
        })
        .collect();
    let changed: Vec<(i64, Uuid)> = sql!(
        sqlite: "INSERT INTO search_doc (firm_id, kind, entity_id, sort_key, lead, exact, number, hay)
         SELECT unhex(j.value ->> 0), j.value ->> 1, unhex(j.value ->> 2), j.value ->> 3, j.value ->> 4, j.value ->> 5,
            j.value ->> 6, j.value ->> 7
         FROM json_each($1) j WHERE TRUE
         ON CONFLICT (entity_id) DO UPDATE SET kind = excluded.kind, sort_key = excluded.sort_key,
            lead = excluded.lead, exact = excluded.exact, number = excluded.number, hay = excluded.hay
         WHERE $2 OR search_doc.hay <> excluded.hay OR search_doc.kind <> excluded.kind
            OR search_doc.sort_key <> excluded.sort_key OR search_doc.lead <> excluded.lead
         RETURNING id, entity_id",
        postgres: "INSERT INTO search_doc (firm_id, kind, entity_id, sort_key, lead, exact, number, hay, grams)
         SELECT CAST(j.value ->> 0 AS UUID), j.value ->> 1, CAST(j.value ->> 2 AS UUID), j.value ->> 3, j.value ->> 4,
            j.value ->> 5, CAST(j.value ->> 6 AS BIGINT), j.value ->> 7, CAST(j.value ->> 8 AS INT[])
         FROM json_array_elements(CAST($1 AS JSON)) j
         ON CONFLICT (entity_id) DO UPDATE SET kind = excluded.kind, sort_key = excluded.sort_key,
            lead = excluded.lead, exact = excluded.exact, number = excluded.number, hay = excluded.hay,
            grams = excluded.grams
         WHERE $2 OR search_doc.hay <> excluded.hay OR search_doc.kind <> excluded.kind
            OR search_doc.sort_key <> excluded.sort_key OR search_doc.lead <> excluded.lead",
        json!(rows).to_string(),
        anew
    )
    .all(conn)
    .await?;
    if is_postgres { Ok(()) } else { put_grams(conn, docs, changed).await }
}

/// Where the ids of grams count down from on SQLite, as its statements have it.
pub(super) const GRAMS_FROM: i64 = 1_099_511_627_776;

/// The index of SQLite is a table of its own. Its ids count down from 2^40, so that the newest comes first: it reads lists of
/// documents forward much faster than backward, for only so it leaps over what another list does not hold. They are stored
/// in the order in which it wants to be given them.
async fn put_grams(conn: &mut Conn, docs: &[Doc], mut changed: Vec<(i64, Uuid)>) -> Result<(), DbError> {
    let by_entity: HashMap<Uuid, &Doc> = docs.iter().map(|doc| (doc.entity, doc)).collect();
    changed.sort_unstable_by_key(|(id, _)| Reverse(*id));
    let rows: Vec<_> = changed
        .iter()
        .filter_map(|(id, entity)| by_entity.get(entity).map(|doc| json!([id, doc.tokens()])))
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    sql!(
        sqlite: "INSERT OR REPLACE INTO search_gram (rowid, grams)
         SELECT 1099511627776 - (j.value ->> 0), j.value ->> 1 FROM json_each($1) j",
        postgres: "SELECT CAST($1 AS TEXT)",
        json!(rows).to_string()
    )
    .run(conn)
    .await
    .map(drop)
}

/// Takes documents out of the index.
pub async fn remove(conn: &mut Conn, entities: &[Uuid]) -> Result<(), DbError> {
    let entities = id_list(entities.iter().copied());
    sql!(
        sqlite: "DELETE FROM search_gram WHERE rowid IN (SELECT 1099511627776 - d.id
            FROM json_each('[\"' || REPLACE($1, ',', '\",\"') || '\"]') j CROSS JOIN search_doc d
            WHERE d.entity_id = unhex(j.value))",
        postgres: "SELECT CAST($1 AS TEXT)",
        &entities
    )
    .run(conn)
    .await?;
    sql!(
        before: "DELETE FROM search_doc WHERE entity_id IN (SELECT j.id FROM ",
        ids: "$1",
        after: ")",
        &entities
    )
    .run(conn)
    .await
    .map(drop)
}

/// Accounts and contacts that have a document, behind this one.
pub async fn after(conn: &mut Conn, entity: Uuid, limit: i64) -> Result<Vec<Uuid>, DbError> {
    let rows: Vec<(Uuid,)> = sql!(
        "SELECT entity_id FROM search_doc WHERE entity_id > $1 ORDER BY entity_id LIMIT $2",
        entity,
        limit
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
