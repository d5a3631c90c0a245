//! How a mailed link stands, decided from its dates alone.

/// How a reset stands, from its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    Used,
    Superseded,
    Expired,
}

/// What was done to it counts before what time did.
#[must_use]
pub const fn standing(used: bool, superseded: bool, expired: bool) -> Standing {
    match (used, superseded, expired) {
        (true, _, _) => Standing::Used,
        (_, true, _) => Standing::Superseded,
        (_, _, true) => Standing::Expired,
        _ => Standing::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_used_reset_stays_used_when_it_also_expires() {
        assert_eq!(standing(true, true, true), Standing::Used);
        assert_eq!(standing(false, true, true), Standing::Superseded);
        assert_eq!(standing(false, false, true), Standing::Expired);
        assert_eq!(standing(false, false, false), Standing::Open);
    }
}
