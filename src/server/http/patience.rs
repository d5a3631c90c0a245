//! How long the server waits for a body.

use std::time::Duration;

/// How long the server waits for a body (REL-16).
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// This long at any rate.
    pub at_first: Duration,
    /// Every so many bytes earn another second after that.
    pub bytes_a_second: u32,
    /// No longer than this, however fast it comes.
    pub at_most: Duration,
    /// No longer than this after the process was asked to stop.
    pub when_stopping: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            at_first: Duration::from_secs(30),
            bytes_a_second: 1024,
            at_most: Duration::from_secs(300),
            when_stopping: Duration::from_secs(2),
        }
    }
}

impl Patience {
    /// How long after the beginning more must have come, where so much is here.
    pub fn until(self, bytes: usize) -> Duration {
        let earned = Duration::from_secs(bytes as u64) / self.bytes_a_second.max(1);
        self.at_first.saturating_add(earned).min(self.at_most)
    }
}

#[cfg(test)]
mod tests {
    use super::super::upload::UPLOAD_LIMIT;
    use super::*;

    #[test]
    fn a_body_has_half_a_minute_and_a_second_for_every_kibibyte_and_never_more_than_five_minutes() {
        for (bytes, wanted) in [
            (0, 30_000),
            (512, 30_500),
            (1024, 31_000),
            (100 * 1024, 130_000),
            (256 * 1024, 286_000),
            (270 * 1024, 300_000),
            (UPLOAD_LIMIT, 300_000),
        ] {
            let until = Patience::default().until(bytes);
            assert_eq!(until, Duration::from_millis(wanted), "{bytes}");
        }
    }
}
