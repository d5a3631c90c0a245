//! Taking mails to deliver: by lease and fence, one firm's share at a time.

use super::rules::Lane;
use crate::Platform;
use crate::db::{Conn, DbError, Tx};
use crate::sql;
use kernel::{AppError, FirmId, MailId, SettingId, Ts};

/// How long a worker may take over one mail before another may try, in microseconds. A delivery is bounded to 30 s.
const LEASE: i64 = 2 * Ts::MINUTE;

/// Which mail a worker has claimed. The rest is read when it is handed over, so that a row that cannot be read is a matter
/// of its own and holds up no other claim.
#[derive(Clone, Copy, sqlx::FromRow)]
pub(super) struct Key {
    pub id: MailId,
    pub firm_id: FirmId,
    pub fence: i64,
}

/// A mail that this worker holds.
#[derive(sqlx::FromRow)]
pub(super) struct Claimed {
    pub id: MailId,
    pub firm_id: FirmId,
    pub to_address: String,
    pub body_sealed: Option<Vec<u8>>,
    pub attempts: i64,
    pub give_up_at: Ts,
    pub fence: i64,
    pub setting_id: Option<SettingId>,
    pub created_at: Ts,
}

/// The mail behind the key, unless it was taken away meanwhile.
pub(super) async fn read(conn: &mut Conn, key: Key) -> Result<Option<Claimed>, DbError> {
    sql!(
        "SELECT id, firm_id, to_address, body_sealed, attempts, give_up_at, fence, setting_id, created_at FROM outbox
         WHERE id = $1 AND firm_id = $2 AND fence = $3 AND state = 'claimed'",
        key.id,
        key.firm_id,
        key.fence
    )
    .optional(conn)
    .await
}

/// Puts back what workers left behind that were killed, except bulk mail whose hand-off had begun: it waits for staff
/// (REL-7). The fence stays, so that a worker that was only slow can still say that it sent the mail.
pub(super) async fn take_back(platform: &Platform) -> Result<(), AppError> {
    let now = platform.clock.now();
    let (left,): (i64,) = {
        let mut conn = platform.db.read().await?;
        sql!(
            "SELECT COUNT(*) FROM outbox WHERE state IN ('claimed', 'handing_off') AND lease_until < $1",
            now
        )
        .one(&mut conn)
        .await?
    };
    if left == 0 {
        return Ok(());
    }
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!(
                    "UPDATE outbox SET lease_until = NULL, next_at = $1,
                        state = CASE WHEN state = 'handing_off' AND kind = 'bulk' THEN 'unknown' ELSE 'pending' END
                     WHERE state IN ('claimed', 'handing_off') AND lease_until < $1",
                    now
                )
                .run(tx)
                .await?;
                Ok(())
            })
        })
        .await
}

/// The firms that have mail due in this lane. One priority at a time, for only then is what is due the beginning of the index,
/// however much waits for later; and the first of each firm, for PostgreSQL would gather all that is due to answer whether
/// there is any.
pub(super) async fn firms(platform: &Platform, lane: Lane) -> Result<Vec<FirmId>, AppError> {
    let [first, then] = lane.priorities();
    let mut conn = platform.db.read().await?;
    let rows: Vec<(FirmId,)> = sql!(
        "SELECT f.id FROM firm f
         WHERE (SELECT o.id FROM outbox o
                WHERE o.state = 'pending' AND o.firm_id = f.id AND o.priority = $2 AND o.next_at <= $1
                ORDER BY o.next_at, o.id LIMIT 1) IS NOT NULL
            OR (SELECT o.id FROM outbox o
                WHERE o.state = 'pending' AND o.firm_id = f.id AND o.priority = $3 AND o.next_at <= $1
                ORDER BY o.next_at, o.id LIMIT 1) IS NOT NULL
         ORDER BY f.id LIMIT 10000",
        platform.clock.now(),
        first,
        then
    )
    .all(&mut conn)
    .await?;
    Ok(rows.into_iter().map(|(firm,)| firm).collect())
}

/// Claims as many mails as each firm's share allows, in order, and not two to one address at a time: a mailbox that
/// hangs holds one slot, and its mails arrive in the order they were written.
pub(super) async fn claim(
    platform: &Platform,
    lane: Lane,
    shares: Vec<(FirmId, usize)>,
) -> Result<Vec<Key>, AppError> {
    let from = Shelf { lane, now: platform.clock.now() };
    let keys = platform.keys.ids_in_fours();
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut claimed = Vec::new();
                for (firm, most) in shares {
                    for keys in &keys {
                        while claimed.iter().filter(|it: &&Key| it.firm_id == firm).count() < most
                            && let Some(next) = claim_one(tx, firm, from, keys).await?
                        {
                            claimed.push(next);
                        }
                    }
                }
                Ok(claimed)
            })
        })
        .await
}

/// Which mails are looked at.
#[derive(Clone, Copy)]
struct Shelf {
    lane: Lane,
    now: Ts,
}

/// The next mail of this firm that one of these keys sealed. What a key of another time or node sealed waits for a node
/// that has it, and is not given up.
async fn claim_one(
    tx: &mut Tx,
    firm: FirmId,
    Shelf { lane, now }: Shelf,
    [a, b, c, d]: &[Vec<u8>; 4],
) -> Result<Option<Key>, DbError> {
    let all @ [first, then] = lane.priorities();
    let claimed = claim_of(tx, firm, (first, all), now, [a, b, c, d]).await?;
    if claimed.is_some() || first == then {
        return Ok(claimed);
    }
    claim_of(tx, firm, (then, all), now, [a, b, c, d]).await
}

/// As [`claim_one`], of this priority.
async fn claim_of(
    tx: &mut Tx,
    firm: FirmId,
    (priority, [first, then]): (i64, [i64; 2]),
    now: Ts,
    [a, b, c, d]: [&Vec<u8>; 4],
) -> Result<Option<Key>, DbError> {
    sql!(
        "UPDATE outbox SET state = 'claimed', lease_until = $5, fence = fence + 1, attempts = attempts + 1
         WHERE state = 'pending' AND id = (
            SELECT o.id FROM outbox o
            WHERE o.state = 'pending' AND o.firm_id = $1 AND o.priority = $2 AND o.next_at <= $4
              AND (o.body_sealed IS NULL OR SUBSTR(o.body_sealed, 2, 4) IN ($6, $7, $8, $9))
              AND NOT EXISTS (SELECT 1 FROM outbox b
                WHERE b.to_address = o.to_address AND b.firm_id = o.firm_id
                  AND b.state IN ('claimed', 'handing_off') AND b.priority IN ($3, $10))
            ORDER BY o.next_at, o.id LIMIT 1)
         RETURNING id, firm_id, fence",
        firm,
        priority,
        first,
        now,
        now.plus(LEASE),
        a.clone(),
        b.clone(),
        c.clone(),
        d.clone(),
        then
    )
    .optional(tx)
    .await
}

/// Gives back a mail whose delivery did not come to its end, because this worker stops.
pub(super) async fn give_back(platform: &Platform, mail: Key) -> Result<(), AppError> {
    let now = platform.clock.now();
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!(
                    "UPDATE outbox SET lease_until = NULL, next_at = $3,
                        state = CASE WHEN state = 'handing_off' AND kind = 'bulk' THEN 'unknown' ELSE 'pending' END
                     WHERE id = $1 AND fence = $2 AND state IN ('claimed', 'handing_off')",
                    mail.id,
                    mail.fence,
                    now
                )
                .run(tx)
                .await?;
                Ok(())
            })
        })
        .await
}
