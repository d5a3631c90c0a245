//! Lines of the log that somebody outside can cause: a few a minute of each and of all together, the rest counted, so
//! that nobody fills a disk or hides something between them.

use kernel::Ts;
use std::collections::HashMap;
use std::sync::Mutex;

const WINDOW: i64 = 60 * Ts::SECOND;
/// Most keys that are told apart within a minute.
const MOST_KEYS: usize = 1000;

/// Decides which lines are written.
pub struct Sparingly {
    of_each: u32,
    of_all: u32,
    said: Mutex<Said>,
}

#[derive(Default)]
struct Said {
    since: Option<Ts>,
    all: u32,
    left_out: u64,
    by_key: HashMap<String, u32>,
}

impl Sparingly {
    /// So many lines a minute of each key, and of all.
    #[must_use]
    pub fn new(of_each: u32, of_all: u32) -> Self {
        Self { of_each, of_all, said: Mutex::default() }
    }

    /// Whether this line may be written; if so, how many were left out since the last one.
    pub fn may(&self, key: &str, now: Ts) -> Option<u64> {
        let mut said = self.said.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if said.since.is_none_or(|since| now < since || now >= since.plus(WINDOW)) {
            *said = Said { since: Some(now), left_out: said.left_out, ..Said::default() };
        }
        let known = said.by_key.len() < MOST_KEYS || said.by_key.contains_key(key);
        let of_key = said.by_key.entry(if known { key } else { "" }.to_owned()).or_insert(0);
        *of_key = of_key.saturating_add(1);
        if *of_key > self.of_each || said.all >= self.of_all {
            said.left_out += 1;
            return None;
        }
        said.all += 1;
        Some(std::mem::take(&mut said.left_out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_lines_a_minute_of_each_and_of_all_and_the_rest_is_counted() {
        let log = Sparingly::new(2, 3);
        let at = |second: i64| Ts(second * Ts::SECOND);
        for (second, key, expected) in [
            (0, "a", Some(0)),
            (0, "a", Some(0)),
            (1, "a", None),
            (2, "b", Some(1)),
            (3, "c", None),
            (59, "c", None),
            (60, "c", Some(2)),
            (61, "a", Some(0)),
            // A clock that was set back does not silence the log.
            (5, "a", Some(0)),
        ] {
            assert_eq!(log.may(key, at(second)), expected, "{key} in second {second}");
        }
    }

    #[test]
    fn as_many_keys_as_somebody_invents_take_no_more_room() {
        let log = Sparingly::new(1, u32::MAX);
        let said = (0..5000).filter(|i| log.may(&i.to_string(), Ts(0)).is_some()).count();
        assert_eq!(said, MOST_KEYS + 1);
        assert!(log.said.lock().unwrap().by_key.len() <= MOST_KEYS + 1);
    }
}
