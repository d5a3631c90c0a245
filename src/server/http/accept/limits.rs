//! How many, how large and how long; handed in, so that tests need not wait.

use ipnet::IpNet;
use platform::config::Config;
use std::time::Duration;

/// Descriptors for what is not a visitor: the database's connections and files, SMTP, the log, the listener.
const RESERVE: u64 = 128;
/// More connections than one process is made for.
const MOST: u64 = 10_000;

/// What a connection and a client may take.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Most connections in all.
    pub most: usize,
    /// Most connections of one client; not counted where a trusted proxy holds them for others.
    pub most_of_one: usize,
    /// Most requests of one client under way at once, wherever they come in. Live streams are counted by session.
    pub requests_of_one: usize,
    /// Largest head of a request, in bytes (431).
    pub head: usize,
    /// Most requests at once on one connection of HTTP/2.
    pub streams: u32,
    /// From the first byte of a head to its last, and from the connection to the first request.
    pub head_time: Duration,
    /// How long a connection may wait for its next request.
    pub keep_alive: Duration,
    /// The same while connections are scarce.
    pub keep_alive_scarce: Duration,
    /// How long the reader of an answer may take nothing of it.
    pub write_time: Duration,
    /// Longest that a request may take with its answer; more than the life of a live stream.
    pub longest: Duration,
    /// How often a connection of HTTP/2 is asked whether it is there, and how long it may think.
    pub ping: Duration,
    pub ping_answer: Duration,
    /// How long a connection that shall end may take to say so.
    pub parting: Duration,
    /// How long requests may finish after the process was asked to stop (REL-14).
    pub patience: Duration,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            most: 896,
            most_of_one: 100,
            requests_of_one: 100,
            head: 32 * 1024,
            streams: 100,
            head_time: Duration::from_secs(10),
            keep_alive: Duration::from_secs(75),
            keep_alive_scarce: Duration::from_secs(5),
            write_time: Duration::from_secs(30),
            longest: Duration::from_secs(330),
            ping: Duration::from_secs(20),
            ping_answer: Duration::from_secs(10),
            parting: Duration::from_secs(1),
            patience: Duration::from_secs(30),
            trusted_proxies: Vec::new(),
        }
    }
}

impl Limits {
    /// What this configuration and this machine allow. Takes as many descriptors as the machine gives.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let descriptors = raise_descriptors();
        let most = most_connections(descriptors);
        tracing::debug!(descriptors, most, "connections");
        Self { most, trusted_proxies: config.trusted_proxies.clone(), ..Self::default() }
    }
}

/// Raises the soft limit to what is needed, as far as the hard one lets us; what it is then.
fn raise_descriptors() -> u64 {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let wanted = MOST + RESERVE;
    let given = getrlimit(Resource::Nofile);
    let reachable = given.maximum.unwrap_or(wanted).min(wanted);
    if given.current.is_some_and(|current| current < reachable) {
        let raised = Rlimit { current: Some(reachable), maximum: given.maximum };
        if let Err(error) = setrlimit(Resource::Nofile, raised) {
            tracing::warn!(%error, "the limit of open files stays as it is");
        }
    }
    getrlimit(Resource::Nofile).current.unwrap_or(wanted)
}

/// What is left for visitors; at least half where there is next to nothing.
fn most_connections(descriptors: u64) -> usize {
    let left = descriptors.saturating_sub(RESERVE).max(descriptors / 2);
    usize::try_from(left.clamp(1, MOST)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visitors_never_get_the_last_descriptor() {
        for (descriptors, most) in
            [(0, 1), (64, 32), (256, 128), (1024, 896), (4096, 3968), (10_128, 10_000), (u64::MAX, 10_000)]
        {
            assert_eq!(most_connections(descriptors), most, "{descriptors}");
        }
    }
}
