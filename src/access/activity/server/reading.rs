//! A person's own rows of the audit trail, in parts.

use super::store::{self, ActivityRow};
use crate::activity::rules::{about, kind, name_of};
use crate::activity::{Activity, ActivityPart};
use crate::gate::SignedIn;
use kernel::AppError;
use platform::Cx;

/// How the address reads of what no browser asked for.
const UNKNOWN: &str = "0.0.0.0";
/// Rows in one part.
const PART: i64 = 20;

/// A part of what happened, newest first. What cannot be where a part ended begins at the newest.
pub async fn part(cx: &Cx, who: &SignedIn, before: Option<&str>) -> Result<ActivityPart, AppError> {
    let before = before.and_then(|text| text.parse().ok());
    let mut conn = cx.db.read().await?;
    let rows = store::activity(&mut conn, who, before, PART + 1).await?;
    let (counted, mut rows): (Vec<ActivityRow>, Vec<ActivityRow>) =
        rows.into_iter().partition(|row| row.counted);
    let part = usize::try_from(PART).unwrap_or(usize::MAX);
    let more = rows.len() > part;
    rows.truncate(part);
    let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
    // Attempts of this hour stand in the trail when it is over; the person sees them at once.
    for open in counted {
        let place = rows.iter().position(|row| row.at <= open.at).unwrap_or(rows.len());
        rows.insert(place, ActivityRow { id: cx.ids.next(), ..open });
    }
    Ok(ActivityPart { rows: rows.into_iter().filter_map(|row| shown(cx, row)).collect(), next })
}

fn shown(cx: &Cx, mut row: ActivityRow) -> Option<Activity> {
    if row.ip == UNKNOWN {
        row.ip.clear();
    }
    // Where the firm's people were when they acted is theirs.
    let by_firm = row.actor_kind == "staff" && !row.own;
    let known = |text: String| if by_firm { String::new() } else { text };
    let kind = kind(&row.event, &row.detail)?;
    Some(Activity {
        id: row.id.to_string(),
        kind,
        about: about(kind, &row.detail),
        by: if by_firm { name_of(&row.actor_name).to_owned() } else { String::new() },
        at: cx.when(row.at),
        ip: known(row.ip),
        place: cx.place_in_words(known(row.place)),
        os: known(row.os),
        browser: known(row.browser),
    })
}
