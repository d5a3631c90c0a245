//! Sealing anew what waits, so that a retired key is needed for as short as possible. What lives for minutes (forms of a
//! session that ended) is left to its retired key, and passwords to the next sign-in of their person.

use super::aad;
use crate::db::{Conn, Db, DbError};
use crate::keys::Keys;
use crate::rng::Rng;
use crate::sql;
use kernel::{AppError, MailId};
use std::sync::Arc;

#[derive(sqlx::FromRow)]
struct Waiting {
    id: MailId,
    subject_sealed: Vec<u8>,
    body_sealed: Vec<u8>,
}

/// Seals every waiting mail with the current key; how many. Those whose key is not among ours are left as they are.
pub(crate) async fn seal_anew(db: &Db, keys: &Arc<Keys>, rng: &Arc<dyn Rng>) -> Result<usize, AppError> {
    let (mut done, mut after) = (0, MailId(uuid::Uuid::nil()));
    loop {
        let (k, r) = (keys.clone(), rng.clone());
        let batch = db.write(move |tx| Box::pin(async move { Ok(one_batch(tx, &k, &*r, after).await?) }));
        let Some((last, resealed)) = batch.await? else { return Ok(done) };
        (done, after) = (done + resealed, last);
    }
}

/// The last mail looked at and how many were sealed anew; nothing when none is left.
async fn one_batch(
    conn: &mut Conn,
    keys: &Keys,
    rng: &dyn Rng,
    after: MailId,
) -> Result<Option<(MailId, usize)>, DbError> {
    let rows: Vec<Waiting> = sql!(
        "SELECT id, subject_sealed, body_sealed FROM outbox
         WHERE id > $1 AND state IN ('pending', 'unknown') AND body_sealed IS NOT NULL
         ORDER BY id LIMIT 200",
        after
    )
    .all(conn)
    .await?;
    let Some(last) = rows.last().map(|row| row.id) else { return Ok(None) };
    let mut done = 0;
    for row in rows.iter().filter(|row| keys.is_old(&row.body_sealed)) {
        let again = |column: &str, sealed: &[u8]| {
            let place = aad(column, row.id);
            keys.open(&place, sealed).map(|plain| keys.seal(&place, &plain, rng))
        };
        let Ok(body) = again("body", &row.body_sealed) else { continue };
        let subject = again("subject", &row.subject_sealed).unwrap_or_else(|_| row.subject_sealed.clone());
        // A worker that took it meanwhile holds what it read, and another rotation would have changed the body.
        let mine = sql!(
            "UPDATE outbox SET subject_sealed = $3, body_sealed = $4 WHERE id = $1 AND body_sealed = $2",
            row.id,
            row.body_sealed.clone(),
            subject,
            body
        )
        .run(conn)
        .await?;
        done += usize::try_from(mine).unwrap_or(0);
    }
    Ok(Some((last, done)))
}
