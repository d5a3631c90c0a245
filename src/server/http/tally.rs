//! How many of a kind there are at once, by whom: connections and requests by address, streams by session.

use platform::net;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

/// Counts in and out.
pub struct Tally {
    most: usize,
    counts: Mutex<HashMap<String, usize>>,
}

impl Tally {
    pub fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { most, counts: Mutex::default() })
    }

    /// One more of this key until the answer is dropped; `None` when there are too many.
    pub fn enter(self: &Arc<Self>, key: String) -> Option<Counted> {
        let mut counts = self.counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let here = counts.entry(key.clone()).or_insert(0);
        // A key that is here has at least one of it: none is left behind by a refusal, unless nothing is allowed at all.
        if *here >= self.most {
            return None;
        }
        *here += 1;
        Some(Counted { tally: self.clone(), key })
    }
}

/// One that is counted as long as it lives.
pub struct Counted {
    tally: Arc<Tally>,
    key: String,
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut counts = self.tally.counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(here) = counts.get_mut(&self.key) {
            *here -= 1;
            if *here == 0 {
                counts.remove(&self.key);
            }
        }
    }
}

/// Whom an address is counted as: an IPv6 network of 64 bits is one household or one rented server. Nobody for this
/// machine itself, which is a proxy or a test.
pub fn client(ip: IpAddr) -> Option<String> {
    let ip = ip.to_canonical();
    (!ip.is_loopback()).then(|| net::limit_key(ip))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leaves_makes_room_and_nothing_is_left_behind() {
        let tally = Tally::new(2);
        let enter = |key: &str| tally.enter(key.to_owned());
        let (first, second) = (enter("a"), enter("a"));
        assert!(first.is_some() && second.is_some() && enter("a").is_none());
        let other = enter("b");
        assert!(other.is_some());
        drop(first);
        assert!(enter("a").is_some());
        drop((second, other));
        assert!(tally.counts.lock().unwrap().is_empty());
    }

    #[test]
    fn a_client_is_an_ipv4_address_or_an_ipv6_network() {
        let of = |ip: &str| client(ip.parse().unwrap());
        assert_eq!(of("192.0.2.7"), of("::ffff:192.0.2.7"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        for here in ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(of(here), None, "{here}");
        }
    }
}
