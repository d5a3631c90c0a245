//! Instants in words, in the reader's language and zone; written on the server only.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use kernel::{Locale, Ts, When};

/// `14 Mar 2026, 10:42`, `14.03.2026, 10:42`, `2026年3月14日 10:42`.
#[must_use]
pub fn show(at: Ts, locale: Locale, zone: &str) -> When {
    let zoned = zoned(at, zone);
    let text = format!(
        "{}{}{:02}:{:02}",
        day(&zoned, locale),
        if locale == Locale::Ja { " " } else { ", " },
        zoned.hour(),
        zoned.minute()
    );
    When { iso: zoned.timestamp().to_string(), text }
}

/// As [`show`], with the zone's short name: for deadlines and security mails.
#[must_use]
pub fn show_with_zone(at: Ts, locale: Locale, zone: &str) -> When {
    let mut when = show(at, locale, zone);
    let abbreviation = zoned(at, zone).strftime("%Z").to_string();
    when.text = format!("{} {abbreviation}", when.text);
    when
}

/// Only the day.
#[must_use]
pub fn show_day(at: Ts, locale: Locale, zone: &str) -> When {
    let zoned = zoned(at, zone);
    When { iso: zoned.timestamp().to_string(), text: day(&zoned, locale) }
}

/// Only hours and minutes, for something that happened just now.
#[must_use]
pub fn show_time(at: Ts, zone: &str) -> String {
    let zoned = zoned(at, zone);
    format!("{:02}:{:02}", zoned.hour(), zoned.minute())
}

/// Whether the name is an IANA zone we know.
#[must_use]
pub fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

/// The zones to choose from, by name: those of a region and a place, and UTC.
#[must_use]
pub fn zones() -> Vec<String> {
    const REGIONS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    let known = jiff::tz::db().available();
    let mut zones: Vec<String> = known
        .map(|zone| zone.to_string())
        .filter(|zone| {
            zone == "UTC" || zone.split_once('/').is_some_and(|(region, _)| REGIONS.contains(&region))
        })
        .collect();
    zones.sort_unstable();
    zones.dedup();
    zones
}

fn zoned(at: Ts, zone: &str) -> Zoned {
    let instant = Timestamp::from_microsecond(at.0).unwrap_or(Timestamp::UNIX_EPOCH);
    instant.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

fn day(at: &Zoned, locale: Locale) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(at.month() - 1).unwrap_or(0);
    match locale {
        Locale::En => format!("{} {} {}", at.day(), MONTHS[month.min(11)], at.year()),
        Locale::De => format!("{:02}.{:02}.{}", at.day(), at.month(), at.year()),
        Locale::Ja => format!("{}年{}月{}日", at.year(), at.month(), at.day()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_to_choose_is_one_and_the_usual_ones_are_there() {
        let zones = zones();
        assert!(zones.iter().all(|zone| is_zone(zone)));
        for zone in ["Europe/Berlin", "Asia/Tokyo", "America/New_York", "UTC"] {
            assert!(zones.iter().any(|it| it == zone), "{zone}");
        }
    }

    #[test]
    fn the_same_instant_reads_right_in_each_language_and_zone() {
        let at = Ts(1_773_481_320_000_000); // 2026-03-14T09:42:00Z
        assert_eq!(show(at, Locale::En, "Europe/Berlin").text, "14 Mar 2026, 10:42");
        assert_eq!(show(at, Locale::De, "Europe/Berlin").text, "14.03.2026, 10:42");
        assert_eq!(show(at, Locale::Ja, "Asia/Tokyo").text, "2026年3月14日 18:42");
        assert_eq!(show_with_zone(at, Locale::En, "Europe/Berlin").text, "14 Mar 2026, 10:42 CET");
        assert_eq!(show(at, Locale::En, "no/zone").iso, "2026-03-14T09:42:00Z");
    }
}
