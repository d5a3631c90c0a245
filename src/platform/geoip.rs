//! The country an address is registered in, for the list of devices and sign-in notices.
//!
//! The database is a file the operator may provide (MaxMind format; the image ships npm package
//! `@ip-location-db/geo-whois-asn-country-mmdb`, whose README asks to credit the NRO, CC BY 4.0). Without it every
//! public address is [`Place::Unknown`], and nothing else changes.

use std::net::IpAddr;
use std::path::Path;

use kernel::Locale;
use maxminddb::{PathElement, Reader};

/// Code, English, German and Japanese name, tab-separated and sorted by code.
const COUNTRIES: &str = include_str!("data/countries.tsv");

/// A country database, or none.
#[derive(Debug, Default)]
pub struct GeoIp {
    reader: Option<Reader<Vec<u8>>>,
}

/// Where an address is, as far as we know. The caller has the words for the first and last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// This machine or a private network.
    Local,
    /// The country it is registered in: ISO 3166-1 alpha-2 code, and name in the reader's language.
    Country {
        /// `DE`
        code: String,
        /// `Deutschland`
        name: String,
    },
    /// No database, or not in it.
    Unknown,
}

impl GeoIp {
    /// Reads the database into memory (some 8 MiB). An absent file turns the feature off silently; a broken one
    /// does too, with a line in the log.
    #[must_use]
    pub fn open(path: Option<&Path>) -> Self {
        let Some(path) = path.filter(|path| path.exists()) else { return Self::default() };
        let reader = Reader::open_readfile(path)
            .inspect_err(
                |error| tracing::warn!(%error, path = %path.display(), "the GeoIP database cannot be used"),
            )
            .ok();
        Self { reader }
    }

    /// Whether this file can be used; for whoever set it up.
    ///
    /// # Errors
    /// Why not.
    pub fn check(path: &Path) -> Result<(), String> {
        Reader::open_readfile(path).map(drop).map_err(|error| error.to_string())
    }

    /// The place of `ip`, its country named in `locale`.
    #[must_use]
    pub fn place(&self, ip: IpAddr, locale: Locale) -> Place {
        let ip = ip.to_canonical();
        if is_local(ip) {
            return Place::Local;
        }
        match self.country_code(ip) {
            Some(code) => {
                let name = country_name(&code, locale).unwrap_or(&code).to_owned();
                Place::Country { code, name }
            }
            None => Place::Unknown,
        }
    }

    fn country_code(&self, ip: IpAddr) -> Option<String> {
        let found = self.reader.as_ref()?.lookup(ip).ok()?;
        let flat = [PathElement::Key("country_code")];
        let nested = [PathElement::Key("country"), PathElement::Key("iso_code")];
        let read = |path: &[PathElement<'_>]| found.decode_path::<String>(path).ok().flatten();
        let code = read(&flat).or_else(|| read(&nested))?.to_ascii_uppercase();
        (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
    }
}

/// The country's short name by its two-letter code in capitals (Unicode CLDR).
#[must_use]
pub fn country_name(code: &str, locale: Locale) -> Option<&'static str> {
    let mut fields = COUNTRIES.lines().map(|line| line.split('\t')).find_map(|mut fields| {
        let same = fields.next() == Some(code);
        same.then_some(fields)
    })?;
    fields.nth(match locale {
        Locale::En => 0,
        Locale::De => 1,
        Locale::Ja => 2,
    })
}

/// The name in `locale` of a country that was written down in any of our languages.
#[must_use]
pub fn country_renamed(name: &str, locale: Locale) -> Option<&'static str> {
    let (code, _) = COUNTRIES
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(_, names)| names.split('\t').any(|each| each == name))?;
    country_name(code, locale)
}

/// Addresses that no registry hands out: this machine, private networks, link-local, carrier-grade NAT
/// (RFC 1122, 1918, 3927, 4193, 4291, 6598).
fn is_local(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, ..] = ip.octets();
            ip.is_loopback()
                || ip.is_private()
                || ip.is_link_local()
                || ip.is_unspecified()
                || (a == 100 && b & 0xc0 == 64)
        }
        IpAddr::V6(ip) => {
            ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(ip: &str) -> Place {
        GeoIp::open(None).place(ip.parse().unwrap(), Locale::En)
    }

    #[test]
    fn private_addresses_are_local() {
        for ip in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.1.1",
            "100.64.0.1",
            "::1",
            "fd00::1",
            "fe80::1",
            "::ffff:192.168.1.1",
            "0.0.0.0",
        ] {
            assert_eq!(place(ip), Place::Local, "{ip}");
        }
    }

    #[test]
    fn a_country_is_renamed_from_any_language_into_any() {
        for locale in Locale::ALL {
            for (code, names) in COUNTRIES.lines().filter_map(|line| line.split_once('\t')) {
                for name in names.split('\t') {
                    assert_eq!(country_renamed(name, locale), country_name(code, locale), "{name}");
                }
            }
            for other in ["", "DE", "Atlantis"] {
                assert_eq!(country_renamed(other, locale), None, "{other}");
            }
        }
    }

    #[test]
    fn without_a_database_public_addresses_are_unknown() {
        for ip in ["1.1.1.1", "100.128.0.1", "172.32.0.1", "2001:4860:4860::8888"] {
            assert_eq!(place(ip), Place::Unknown, "{ip}");
        }
    }

    #[test]
    fn an_absent_or_broken_database_turns_the_feature_off() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), b"no database").unwrap();
        for path in [Path::new("/nowhere/geo.mmdb"), file.path()] {
            assert_eq!(GeoIp::open(Some(path)).place("1.1.1.1".parse().unwrap(), Locale::De), Place::Unknown);
        }
    }

    /// The smallest database there can be: 0.0.0.0/1 is Australia, the rest nowhere (MaxMind DB format 2.0).
    fn half_the_world_is_australia() -> Vec<u8> {
        let string = |text: &str| [&[0x40 | text.len() as u8], text.as_bytes()].concat();
        let record = [vec![0xe1], string("country_code"), string("AU")].concat();
        let tree = vec![0, 0, 1 + 16, 0, 0, 1];
        let mut metadata = b"\xab\xcd\xefMaxMind.com\xe9".to_vec();
        for (key, value) in [
            ("binary_format_major_version", vec![0xa1, 2]),
            ("binary_format_minor_version", vec![0xa0]),
            ("build_epoch", vec![0x01, 0x02, 1]),
            ("database_type", string("test")),
            ("description", vec![0xe0]),
            ("ip_version", vec![0xa1, 4]),
            ("languages", vec![0x00, 0x04]),
            ("node_count", vec![0xc1, 1]),
            ("record_size", vec![0xa1, 24]),
        ] {
            metadata.extend([string(key), value].concat());
        }
        [tree, vec![0; 16], record, metadata].concat()
    }

    #[test]
    fn a_database_tells_the_country_in_the_readers_language() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), half_the_world_is_australia()).unwrap();
        let geo = GeoIp::open(Some(file.path()));
        let country = |name: &str| Place::Country { code: "AU".to_owned(), name: name.to_owned() };
        assert_eq!(geo.place("1.1.1.1".parse().unwrap(), Locale::De), country("Australien"));
        assert_eq!(geo.place("::ffff:1.1.1.1".parse().unwrap(), Locale::Ja), country("オーストラリア"));
        assert_eq!(geo.place("200.1.1.1".parse().unwrap(), Locale::De), Place::Unknown);
        assert_eq!(geo.place("10.1.1.1".parse().unwrap(), Locale::De), Place::Local);
    }

    #[test]
    fn countries_have_names_in_all_languages() {
        assert_eq!(country_name("DE", Locale::En), Some("Germany"));
        assert_eq!(country_name("DE", Locale::De), Some("Deutschland"));
        assert_eq!(country_name("DE", Locale::Ja), Some("ドイツ"));
        assert_eq!(country_name("QQ", Locale::En), None);
        let rows: Vec<_> = COUNTRIES.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() >= 249);
        assert!(rows.iter().all(|row| row.split('\t').filter(|field| !field.is_empty()).count() == 4));
    }
}
