//! Addresses and paths that come from outside: who is calling, and where may we send them (SEC-41, SEC-42).

use std::net::{IpAddr, Ipv6Addr};

use http::HeaderMap;
use ipnet::IpNet;
use url::Url;

/// A longer chain than this is not a chain of proxies.
const MOST_HOPS: usize = 32;
/// Longest redirect target, in bytes.
const LONGEST_PATH: usize = 2048;

/// The address that made the request: the peer, or, if the peer is a trusted proxy, the right-most hop of
/// `X-Forwarded-For` that is not one (SEC-42). An unreadable hop ends the walk, so nothing left of it is believed.
/// IPv4 addresses written as IPv6 come back as IPv4.
#[must_use]
pub fn client_ip(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut known = peer.to_canonical();
    let lines: Vec<&str> =
        headers.get_all("x-forwarded-for").iter().map_while(|value| value.to_str().ok()).collect();
    let hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
    for hop in hops.take(MOST_HOPS) {
        if !trusted.iter().any(|net| net.contains(&known)) {
            break;
        }
        let Some(before) = parse_hop(hop) else { break };
        known = before;
    }
    known
}

/// What a rate limit counts: one IPv4 address, or one IPv6 /64, which is what a household or a rented server
/// gets (SEC-7).
#[must_use]
pub fn limit_key(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// A host as it is compared and stored: lower case, without the brackets of an IPv6 address, without the dot at the end
/// that makes a name a full one. The one place that knows.
#[must_use]
pub fn host_name(text: &str) -> String {
    let bare = text.trim().trim_matches(['[', ']']);
    match bare.parse::<Ipv6Addr>() {
        Ok(ip) => ip.to_string(),
        Err(_) => bare.strip_suffix('.').unwrap_or(bare).to_ascii_lowercase(),
    }
}

/// Whether this name or address leads to this machine and to no other, in every browser (RFC 6761).
#[must_use]
pub fn is_this_machine(host: &str) -> bool {
    let bare = host_name(host);
    bare == "localhost"
        || bare.ends_with(".localhost")
        || bare.parse::<IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback())
}

/// A host as it stands in an address.
#[must_use]
pub fn host_in_url(host: &str) -> String {
    if host.contains(':') { format!("[{host}]") } else { host.to_owned() }
}

/// A redirect target of ours, parsed and written anew (SEC-41): a path with its query and fragment, never another
/// origin, never the API. `None` for everything else; the caller then goes to its own default page.
#[must_use]
pub fn safe_path(path: &str) -> Option<String> {
    if path.len() > LONGEST_PATH || !path.starts_with('/') || path.contains('\\') {
        return None;
    }
    if path.chars().any(char::is_control) {
        return None;
    }
    let home = Url::parse("https://portico.invalid/").expect("this address is well-formed");
    let target = home.join(path).ok()?;
    if target.origin() != home.origin() || !target.username().is_empty() || target.password().is_some() {
        return None;
    }
    let written = &target[url::Position::BeforePath..];
    let first = target.path().get(1..)?.split('/').next().unwrap_or_default();
    // Dot segments can leave `//host` behind, and an encoded first segment could hide `/api` from this check.
    let refused = written.starts_with("//")
        || written.len() > LONGEST_PATH
        || first.contains('%')
        || first.eq_ignore_ascii_case("api");
    (!refused).then(|| written.to_owned())
}

/// One entry of `X-Forwarded-For`: an address, with a port or brackets from some proxies.
fn parse_hop(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let bare = hop.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or(hop);
    let ip = bare.parse::<IpAddr>().ok().or_else(|| Some(hop.parse::<std::net::SocketAddr>().ok()?.ip()))?;
    Some(ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn from(peer: &str, forwarded: &[&'static str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", http::HeaderValue::from_static(line));
        }
        let trusted: Vec<IpNet> = trusted.iter().map(|net| net.parse().unwrap()).collect();
        client_ip(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn without_a_trusted_proxy_the_header_means_nothing() {
        assert_eq!(from("203.0.113.9", &["198.51.100.1"], &[]), "203.0.113.9");
        assert_eq!(from("203.0.113.9", &["198.51.100.1"], &["10.0.0.0/8"]), "203.0.113.9");
    }

    #[test]
    fn a_trusted_proxy_tells_who_called_it_and_nobody_further_left_does() {
        assert_eq!(from("10.0.0.2", &["1.1.1.1, 198.51.100.1"], &["10.0.0.0/8"]), "198.51.100.1");
        assert_eq!(from("10.0.0.2", &["1.1.1.1, 198.51.100.1, 10.0.0.7"], &["10.0.0.0/8"]), "198.51.100.1");
        assert_eq!(from("10.0.0.2", &["1.1.1.1", "198.51.100.1"], &["10.0.0.0/8"]), "198.51.100.1");
    }

    #[test]
    fn an_unreadable_hop_ends_the_walk() {
        assert_eq!(from("10.0.0.2", &["198.51.100.1, unknown"], &["10.0.0.0/8"]), "10.0.0.2");
        assert_eq!(from("10.0.0.2", &[""], &["10.0.0.0/8"]), "10.0.0.2");
    }

    #[test]
    fn ports_brackets_and_mapped_addresses_are_understood() {
        assert_eq!(from("::ffff:10.0.0.2", &["198.51.100.1:4711"], &["10.0.0.0/8"]), "198.51.100.1");
        assert_eq!(from("10.0.0.2", &["[2001:db8::1]:443"], &["10.0.0.0/8"]), "2001:db8::1");
        assert_eq!(from("10.0.0.2", &["[2001:db8::1]"], &["10.0.0.0/8"]), "2001:db8::1");
        assert_eq!(from("10.0.0.2", &["::ffff:198.51.100.1"], &["10.0.0.0/8"]), "198.51.100.1");
    }

    #[test]
    fn names_and_addresses_of_this_machine() {
        for host in [
            "localhost",
            "Kanzlei.LOCALHOST.",
            "127.0.0.1",
            "127.9.9.9",
            "[::1]",
            "0:0::1",
            "::ffff:127.0.0.1",
        ] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["", "localhost.weber.example", "mylocalhost", "127.0.0.1.nip.io", "192.168.0.7", "0.0.0.0", "::"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }

    #[test]
    fn limits_count_one_ipv4_address_or_one_ipv6_network() {
        let key = |ip: &str| limit_key(ip.parse().unwrap());
        assert_eq!(key("192.0.2.1"), "192.0.2.1");
        assert_eq!(key("::ffff:192.0.2.1"), "192.0.2.1");
        assert_eq!(key("2001:db8:1:2:3:4:5:6"), key("2001:db8:1:2::9"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
    }

    #[test]
    fn our_own_pages_are_kept() {
        for path in ["/", "/portal/mueller-gmbh", "/clients?q=a&page=2", "/portal/x#files", "/a/%E6%97%A5"] {
            assert_eq!(safe_path(path).as_deref(), Some(path));
        }
        assert_eq!(safe_path("/portal/./x/../y").as_deref(), Some("/portal/y"));
        assert_eq!(safe_path("/portal/日本").as_deref(), Some("/portal/%E6%97%A5%E6%9C%AC"));
        assert_eq!(
            safe_path("/portal?next=https://a.example").as_deref(),
            Some("/portal?next=https://a.example")
        );
        assert_eq!(safe_path("/apiary").as_deref(), Some("/apiary"));
    }

    #[test]
    fn nothing_leads_to_another_site_or_to_the_api() {
        let long = format!("/{}", "a".repeat(LONGEST_PATH));
        let hostile = [
            "",
            " ",
            "portal",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/a\\b",
            "https://evil.example",
            "HTTPS:evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\nSet-Cookie: a=b",
            "/a\u{0}b",
            "/a\u{7f}",
            "/a\u{85}b",
            " /portal",
            "/a/..//evil.example",
            "/.//evil.example",
            "/a/../..//evil.example",
            "/%2e%2e//evil.example",
            "/api",
            "/api/",
            "/API/x",
            "/a/../api/x",
            "/./api",
            "/%61pi/x",
            "/api?x",
            "/api#x",
            "?next",
            "#top",
            "@evil.example",
            "user@evil.example/",
            "/%2F/evil.example",
            long.as_str(),
        ];
        for path in hostile {
            assert_eq!(safe_path(path), None, "{path:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_let_through_stays_here_and_is_stable(path in "(/|//|/\\.|\\\\|@|:|%2f|a|\t|\\PC){0,40}") {
            if let Some(safe) = safe_path(&path) {
                let home = Url::parse("https://portal.example/in").unwrap();
                prop_assert_eq!(home.join(&safe).unwrap().origin(), home.origin());
                prop_assert_eq!(safe_path(&safe), Some(safe));
            }
        }

        #[test]
        fn no_header_makes_the_walk_panic(bytes in proptest::collection::vec(0x20_u8..0x7f, 0..80)) {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", http::HeaderValue::from_bytes(&bytes).unwrap());
            let _ = client_ip("10.0.0.1".parse().unwrap(), &headers, &["0.0.0.0/0".parse().unwrap()]);
        }
    }
}
