//! Cookies: how their names are spelled, how they are read and with which attributes they are written, here and nowhere else.
//! Those that the areas set are named by [`Cookie`] and by each link.

use access::gate::Cookie;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cookie::prefix::{Host, Prefix};
use cookie::time::Duration;
use cookie::{Cookie as Pair, SameSite};
use http::{HeaderMap, HeaderValue, header};
use kernel::Locale;
use platform::config::Config;
use std::borrow::Cow;

/// Carries good news over a redirect.
const NOTICE: &str = "notice";
/// Says that this browser keeps cookies; the same for everybody, and gone with the browser's window.
const TRY: &str = "try";
/// Longest notice, in bytes.
const LONGEST_NOTICE: usize = 500;

/// Whether a browser sent any at all.
pub fn are_there(headers: &HeaderMap) -> bool {
    headers.contains_key(header::COOKIE)
}

/// A cookie by its bare name; the first of this name counts. By https only with the prefix `__Host-`, without which other
/// hosts of the same domain could have set it (SEC-31).
pub fn read(headers: &HeaderMap, config: &Config, name: &str) -> Option<String> {
    let name = spelled(config, name);
    let (piece, pair) = pairs(headers).find(|(_, pair)| pair.name() == name)?;
    value(piece, &pair)
}

/// Every cookie whose bare name `wanted` makes something of, with its value; the first of a name counts.
pub fn read_all<T>(headers: &HeaderMap, config: &Config, wanted: impl Fn(&str, &str) -> Option<T>) -> Vec<T> {
    let prefix = spelled(config, "");
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for (piece, pair) in pairs(headers) {
        let Some(name) = pair.name().strip_prefix(&*prefix) else { continue };
        let Some(made) = value(piece, &pair).and_then(|value| wanted(name, &value)) else { continue };
        if !seen.iter().any(|known| known == name) {
            seen.push(name.to_owned());
            found.push(made);
        }
    }
    found
}

fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, Pair<'_>)> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pieces = lines.flat_map(|line| line.split(';')).map(str::trim);
    pieces.filter_map(|piece| Some((piece, Pair::parse(piece).ok()?)))
}

/// The parser forgives spaces around `=`, which no browser sends.
fn value(piece: &str, pair: &Pair<'_>) -> Option<String> {
    let (name, value) = pair.name_value();
    (piece.len() == name.len() + 1 + value.len()).then(|| value.to_owned())
}

/// The language that was chosen in this browser.
pub fn language(headers: &HeaderMap, config: &Config) -> Option<Locale> {
    read(headers, config, Cookie::LANGUAGE).and_then(|tag| Locale::from_tag(&tag))
}

/// The appearance that was chosen in this browser; whatever is neither of these is the system's.
pub fn theme(headers: &HeaderMap, config: &Config) -> Option<&'static str> {
    let theme = read(headers, config, Cookie::THEME)?;
    ["light", "dark"].into_iter().find(|known| *known == theme)
}

/// The good news that this browser brings along.
pub fn told(headers: &HeaderMap, config: &Config) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(read(headers, config, NOTICE)?).ok()?;
    String::from_utf8(bytes).ok().filter(|text| text.len() <= LONGEST_NOTICE)
}

/// Good news for the page that a redirect leads to.
pub fn notice(text: &str) -> Cookie {
    Cookie { name: NOTICE.into(), value: Some(URL_SAFE_NO_PAD.encode(text)), max_age: Some(60) }
}

/// It was shown.
pub fn no_notice() -> Cookie {
    Cookie::gone(NOTICE)
}

/// For a browser that has none of ours yet.
pub fn to_try() -> Cookie {
    Cookie { name: TRY.into(), value: Some("1".to_owned()), max_age: None }
}

/// Sends these along: `__Host-` and `Secure` wherever people reach us by https (SEC-31).
pub fn set_cookies(headers: &mut HeaderMap, config: &Config, cookies: &[Cookie]) {
    for cookie in cookies {
        if let Ok(line) = HeaderValue::from_str(&line(config, cookie)) {
            headers.append(header::SET_COOKIE, line);
        }
    }
}

fn line(config: &Config, cookie: &Cookie) -> String {
    let mut pair = Pair::new(spelled(config, &cookie.name), cookie.value.as_deref().unwrap_or_default());
    let bare = pair.to_string();
    pair.set_http_only(true);
    pair.set_same_site(SameSite::Lax);
    pair.set_secure(config.is_https());
    pair.set_max_age(cookie.max_age.map(Duration::seconds));
    // First of all, as it always was; the crate would write it further behind.
    format!("{bare}; Path=/{}", &pair.to_string()[bare.len()..])
}

fn spelled<'a>(config: &Config, name: &'a str) -> Cow<'a, str> {
    if config.is_https() { Cow::Owned(format!("{}{name}", Host::PREFIX)) } else { Cow::Borrowed(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(url: &str) -> Config {
        let find = |name: &str| (name == "PORTICO_PUBLIC_URL").then(|| url.to_owned());
        Config::from_sources("", &find).unwrap()
    }

    fn sent(lines: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, HeaderValue::from_bytes(line.as_bytes()).unwrap());
        }
        headers
    }

    #[test]
    fn the_first_of_a_name_counts_and_only_as_browsers_spell_it() {
        let (https, http) = (config("https://portal.example.org"), config("http://localhost:3000"));
        for (what, lines, wanted) in [
            ("nothing", vec![], None),
            ("one", vec!["__Host-sid=a"], Some("a")),
            ("one among others", vec!["x=y; __Host-sid=a; z="], Some("a")),
            ("the first of two", vec!["__Host-sid=a; __Host-sid=b"], Some("a")),
            ("the first of two lines", vec!["x=y", "__Host-sid=a", "__Host-sid=b"], Some("a")),
            ("an empty one before it", vec!["__Host-sid=; __Host-sid=b"], Some("")),
            ("close together", vec!["x=y;__Host-sid=a;;z=y"], Some("a")),
            ("with more =", vec!["__Host-sid=a=b=="], Some("a=b==")),
            ("in quotes, which stay", vec!["__Host-sid=\"a\""], Some("\"a\"")),
            ("as it came", vec!["__Host-sid=a%20b+c"], Some("a%20b+c")),
            ("behind what is none", vec!["x; =; ; __Host-sid=a"], Some("a")),
            ("a space before =", vec!["__Host-sid =a"], None),
            ("a space behind =", vec!["__Host-sid= a"], None),
            ("spoiled before it", vec!["__Host-sid =a; __Host-sid=b"], None),
            ("another case", vec!["__host-sid=a; __Host-SID=a"], None),
            ("another host's", vec!["sid=a"], None),
            ("a longer name", vec!["__Host-sid2=a; x__Host-sid=a"], None),
            ("no value", vec!["__Host-sid"], None),
            ("a line with what is not ASCII", vec!["__Host-sid=a; x=ä", "__Host-sid=b"], Some("b")),
        ] {
            assert_eq!(read(&sent(&lines), &https, Cookie::SESSION).as_deref(), wanted, "{what}");
        }
        let plain = sent(&["__Host-sid=a; sid=b"]);
        assert_eq!(read(&plain, &http, Cookie::SESSION).as_deref(), Some("b"));
    }

    #[test]
    fn what_is_set_is_ours_alone() {
        let (https, http) = (config("https://portal.example.org"), config("http://localhost:3000"));
        for (config, cookie, wanted) in [
            (&https, Cookie::session("abc"), "__Host-sid=abc; Path=/; HttpOnly; SameSite=Lax; Secure"),
            (&https, Cookie::gone("sid"), "__Host-sid=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"),
            (&https, notice("ü"), "__Host-notice=w7w; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60"),
            (&http, Cookie::session("abc"), "sid=abc; Path=/; HttpOnly; SameSite=Lax"),
            (
                &http,
                Cookie::language(Locale::De),
                "lang=de; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000",
            ),
            (&http, to_try(), "try=1; Path=/; HttpOnly; SameSite=Lax"),
        ] {
            let mut headers = HeaderMap::new();
            set_cookies(&mut headers, config, &[cookie]);
            assert_eq!(headers[header::SET_COOKIE], wanted);
        }
        let mut broken = HeaderMap::new();
        set_cookies(&mut broken, &https, &[Cookie::session("a\r\nSet-Cookie: b=c")]);
        assert!(broken.is_empty());
    }

    #[test]
    fn a_notice_comes_back_as_it_was_told() {
        let config = config("https://portal.example.org");
        let brought = |value: &str| told(&sent(&[&format!("__Host-notice={value}")]), &config);
        let told = notice("Gespeichert: „Ü“").value.unwrap();
        assert_eq!(brought(&told).as_deref(), Some("Gespeichert: „Ü“"));
        for odd in ["%", "_w", &URL_SAFE_NO_PAD.encode("x".repeat(LONGEST_NOTICE + 1))] {
            assert_eq!(brought(odd), None, "{odd}");
        }
    }
}
