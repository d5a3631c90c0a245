//! All statements about the index of what is searched.

use super::{Doc, Found, Hit, Kind, Query, Rank};
use crate::db::{Conn, DbError};
use crate::sql;
use kernel::FirmId;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Most documents that are looked at to say which fit best; the newest, where there are more.
const CANDIDATES: i64 = 200;

/// A document that matches, before it is known how well.
#[derive(sqlx::FromRow)]
pub struct Candidate {
    pub entity_id: Uuid,
    pub sort_key: String,
    pub lead: String,
    /// 0 the short id, 1 the number, 2 the name's beginning, 3 and 4 a word.
    pub part: i64,
    /// 1 when each word of the query begins a word.
    pub begins: i64,
}

/// The best of what a query finds, at most `limit`. Words that are missing are not compared: most searches have one.
///
/// One statement: the short id; its number; names that begin so, in their order; and by the index of grams the newest
/// documents, each compared with the words before it counts. Neither engine can be led to walk what it does not answer:
/// SQLite reads its index from the newest on and stops, PostgreSQL looks at the newest documents first and asks its index,
/// which cannot stop, only for what is rarer. What that index finds is read as it is asked for; firm and kind, which are
/// in the grams, are compared behind it, so that no plan looks through all of a firm first.
///
/// # Errors
/// What the database says.
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
    let [b1, b2, b3, b4, b5, b6] = query.beginnings();
    let grams = grams(conn, firm, kind, query);
    let rows: Vec<Candidate> = sql!(
        sqlite: "SELECT f.entity_id, f.sort_key, f.lead, f.part,
            CASE WHEN f.hay LIKE $9 AND ($10 = '%' OR f.hay LIKE $10) AND ($11 = '%' OR f.hay LIKE $11)
              AND ($12 = '%' OR f.hay LIKE $12) AND ($13 = '%' OR f.hay LIKE $13)
                AND ($14 = '%' OR f.hay LIKE $14) THEN 1 ELSE 0 END AS begins
         FROM (
            SELECT entity_id, sort_key, lead, hay, part FROM (
                SELECT d.entity_id, d.sort_key, d.lead, d.hay, 0 AS part FROM search_doc d
                WHERE d.exact = $15 AND d.firm_id = $1 AND d.kind = $2 LIMIT 5)
            UNION ALL
            SELECT entity_id, sort_key, lead, hay, part FROM (
                SELECT d.entity_id, d.sort_key, d.lead, d.hay, 1 AS part FROM search_doc d
                WHERE d.number = $16 AND d.firm_id = $1 AND d.kind = $2 LIMIT 50)
            UNION ALL
            SELECT entity_id, sort_key, lead, hay, part FROM (
                SELECT d.entity_id, d.sort_key, d.lead, d.hay, 2 AS part FROM search_doc d
                WHERE d.firm_id = $1 AND d.kind = $2 AND d.lead >= $17 AND d.lead < $18
                ORDER BY d.lead, d.id LIMIT $20)
            UNION ALL
            SELECT entity_id, sort_key, lead, hay, part FROM (
                SELECT d.entity_id, d.sort_key, d.lead, d.hay, 3 AS part FROM search_gram CROSS JOIN search_doc d
                WHERE search_gram MATCH $19 AND d.id = 1099511627776 - search_gram.rowid
                  AND d.firm_id = $1 AND d.kind = $2
                  AND d.hay LIKE $3 AND ($4 = '%' OR d.hay LIKE $4) AND ($5 = '%' OR d.hay LIKE $5)
                    AND ($6 = '%' OR d.hay LIKE $6) AND ($7 = '%' OR d.hay LIKE $7)
                  AND ($8 = '%' OR d.hay LIKE $8)
                ORDER BY search_gram.rowid LIMIT $20)
         ) f
         WHERE f.hay LIKE $3 AND ($4 = '%' OR f.hay LIKE $4) AND ($5 = '%' OR f.hay LIKE $5)
           AND ($6 = '%' OR f.hay LIKE $6) AND ($7 = '%' OR f.hay LIKE $7) AND ($8 = '%' OR f.hay LIKE $8)",
        postgres: "WITH newest AS (
            SELECT d.id, d.entity_id, d.sort_key, d.lead, d.hay FROM search_doc d
            WHERE d.firm_id = $1 AND d.kind = $2 ORDER BY d.id DESC LIMIT 1000),
         walked AS MATERIALIZED (
            SELECT n.entity_id, n.sort_key, n.lead, n.hay FROM newest n
            WHERE n.hay LIKE $3 AND ($4 = '%' OR n.hay LIKE $4) AND ($5 = '%' OR n.hay LIKE $5)
              AND ($6 = '%' OR n.hay LIKE $6) AND ($7 = '%' OR n.hay LIKE $7) AND ($8 = '%' OR n.hay LIKE $8)
            LIMIT $20),
         asked AS MATERIALIZED (
            SELECT d.firm_id, d.kind, d.entity_id, d.sort_key, d.lead, d.hay FROM search_doc d
            WHERE (SELECT COUNT(*) FROM walked) < $20 AND d.grams @> CAST($19 AS INT[])
              AND d.hay LIKE $3 AND ($4 = '%' OR d.hay LIKE $4) AND ($5 = '%' OR d.hay LIKE $5)
                AND ($6 = '%' OR d.hay LIKE $6) AND ($7 = '%' OR d.hay LIKE $7)
              AND ($8 = '%' OR d.hay LIKE $8))
         SELECT f.entity_id, f.sort_key, f.lead, f.part,
            CASE WHEN f.hay LIKE $9 AND ($10 = '%' OR f.hay LIKE $10) AND ($11 = '%' OR f.hay LIKE $11)
              AND ($12 = '%' OR f.hay LIKE $12) AND ($13 = '%' OR f.hay LIKE $13)
                AND ($14 = '%' OR f.hay LIKE $14) THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS begins
         FROM (
            (SELECT d.entity_id, d.sort_key, d.lead, d.hay, CAST(0 AS BIGINT) AS part FROM search_doc d
                WHERE d.exact = $15 AND d.firm_id = $1 AND d.kind = $2 LIMIT 5)
            UNION ALL
            (SELECT d.entity_id, d.sort_key, d.lead, d.hay, CAST(1 AS BIGINT) FROM search_doc d
                WHERE d.number = $16 AND d.firm_id = $1 AND d.kind = $2 LIMIT 50)
            UNION ALL
            (SELECT d.entity_id, d.sort_key, d.lead, d.hay, CAST(2 AS BIGINT) FROM search_doc d
                WHERE d.firm_id = $1 AND d.kind = $2 AND d.lead >= $17 AND d.lead < $18
                ORDER BY d.lead, d.id LIMIT $20)
            UNION ALL
            (SELECT w.entity_id, w.sort_key, w.lead, w.hay, CAST(3 AS BIGINT) FROM walked w)
            UNION ALL
            (SELECT a.entity_id, a.sort_key, a.lead, a.hay, CAST(4 AS BIGINT) FROM asked a
                WHERE a.firm_id = $1 AND a.kind = $2 LIMIT $20)
         ) f
         WHERE f.hay LIKE $3 AND ($4 = '%' OR f.hay LIKE $4) AND ($5 = '%' OR f.hay LIKE $5)
           AND ($6 = '%' OR f.hay LIKE $6) AND ($7 = '%' OR f.hay LIKE $7) AND ($8 = '%' OR f.hay LIKE $8)",
        firm, kind.key(), p1, p2, p3, p4, p5, p6, b1, b2, b3, b4, b5, b6,
        query.code(), query.number(), &from, to, grams, CANDIDATES
    )
    .all(conn)
    .await?;
    Ok(ranked(rows, query, limit))
}

/// The best of these, each once; also for whoever looked for them in documents of their own choice.
#[must_use]
pub fn ranked(rows: Vec<Candidate>, query: &Query, limit: usize) -> Found {
    let (lead, _) = query.leads();
    // Whether either way to find words found as many as it may.
    let of_part = |part| rows.iter().filter(|row| row.part == part).count();
    let by_word = of_part(3).max(of_part(4));
    let mut all: Vec<Hit> = rows
        .into_iter()
        .map(|row| {
            let rank = match row.part {
                0 => Rank::ShortId,
                1 => Rank::Number,
                _ if row.lead.starts_with(&lead) => Rank::Name,
                _ if row.begins == 1 => Rank::Words,
                _ => Rank::Other,
            };
            Hit { entity: row.entity_id, rank, sort_key: row.sort_key }
        })
        .collect();
    all.sort_by(|a, b| (a.rank, &a.sort_key, a.entity).cmp(&(b.rank, &b.sort_key, b.entity)));
    let mut known = HashSet::new();
    all.retain(|hit| known.insert(hit.entity));
    let capped = all.len() > limit || usize::try_from(CANDIDATES).is_ok_and(|most| by_word >= most);
    all.truncate(limit);
    Found { hits: all, capped }
}

/// Everything that a query finds, in no order, up to `limit`; for acts on all that match.
///
/// # Errors
/// What the database says.
pub async fn find_all(
    conn: &mut Conn,
    firm: FirmId,
    kind: Kind,
    query: &Query,
    limit: i64,
) -> Result<Vec<Uuid>, DbError> {
    if query.words().is_empty() {
        return Ok(Vec::new());
    }
    let [p1, p2, p3, p4, p5, p6] = query.patterns();
    let grams = grams(conn, firm, kind, query);
    let rows: Vec<(Uuid,)> = sql!(
        sqlite: "SELECT d.entity_id FROM search_gram CROSS JOIN search_doc d
         WHERE search_gram MATCH $3 AND d.id = 1099511627776 - search_gram.rowid AND d.firm_id = $1 AND d.kind = $2
           AND d.hay LIKE $5 AND d.hay LIKE $6 AND d.hay LIKE $7 AND d.hay LIKE $8 AND d.hay LIKE $9 AND d.hay LIKE $10
         ORDER BY search_gram.rowid LIMIT $4",
        postgres: "WITH asked AS MATERIALIZED (
            SELECT d.firm_id, d.kind, d.entity_id FROM search_doc d
            WHERE d.grams @> CAST($3 AS INT[])
              AND d.hay LIKE $5 AND d.hay LIKE $6 AND d.hay LIKE $7 AND d.hay LIKE $8 AND d.hay LIKE $9
              AND d.hay LIKE $10)
         SELECT a.entity_id FROM asked a WHERE a.firm_id = $1 AND a.kind = $2 LIMIT $4",
        firm, kind.key(), grams, limit, p1, p2, p3, p4, p5, p6
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

fn grams(conn: &Conn, firm: FirmId, kind: Kind, query: &Query) -> String {
    if conn.is_postgres() { query.numbers(firm, kind) } else { query.tokens(firm, kind) }
}

/// Stores documents, in the place of what was known of the same accounts and contacts. Those that are as they were cost one
/// look.
///
/// # Errors
/// What the database says.
pub async fn put(conn: &mut Conn, docs: &[Doc]) -> Result<(), DbError> {
    put_all(conn, docs, false).await
}

/// As [`put`], also where nothing seems to have changed: whatever is wrong with the index is mended.
///
/// # Errors
/// What the database says.
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
///
/// # Errors
/// What the database says.
pub async fn remove(conn: &mut Conn, entities: &[Uuid]) -> Result<(), DbError> {
    let entities = json!(entities.iter().map(|id| id.simple().to_string()).collect::<Vec<_>>()).to_string();
    sql!(
        sqlite: "DELETE FROM search_gram WHERE rowid IN (
            SELECT 1099511627776 - d.id FROM json_each($1) j CROSS JOIN search_doc d WHERE d.entity_id = unhex(j.value))",
        postgres: "SELECT CAST($1 AS TEXT)",
        &entities
    )
    .run(conn)
    .await?;
    sql!(
        sqlite: "DELETE FROM search_doc WHERE entity_id IN (SELECT unhex(j.value) FROM json_each($1) j)",
        postgres: "DELETE FROM search_doc WHERE entity_id = ANY (
            ARRAY(SELECT CAST(j.value AS UUID) FROM json_array_elements_text(CAST($1 AS JSON)) j))",
        &entities
    )
    .run(conn)
    .await
    .map(drop)
}

/// Accounts and contacts that have a document, behind this one.
///
/// # Errors
/// What the database says.
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
