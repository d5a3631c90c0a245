//! What a browser's cookies say about links: one cookie a link, with the link's name in its own.

use super::kind::LinkKind;
use super::names::name;
use kernel::token;
use platform::Cx;
use platform::request::HeldLink;
use platform::secret::Secret;

impl LinkKind {
    /// The link that this cookie of a browser holds, if it is one of this kind; whatever it is worth. Before cookies had the
    /// names of links, there was one of a kind, and no instant in it.
    #[must_use]
    pub fn in_cookie(&self, cookie: &str, value: &str) -> Option<HeldLink> {
        let rest = cookie.strip_prefix(self.cookie)?;
        let token = token::at_start(value)?;
        let held =
            |name, opened| HeldLink { kind: self.cookie, name, opened, token: Secret::new(token.to_owned()) };
        if rest.is_empty() {
            return (token == value).then(|| held(name(token), 0));
        }
        let opened = value.strip_prefix(token)?.strip_prefix('.')?.parse().ok()?;
        Some(held(rest.strip_prefix('-')?.to_owned(), opened))
    }

    /// The token of the link with this name, or without a name of the newest, if this browser holds it.
    pub(super) fn held<'a>(&self, cx: &'a Cx, link: &str) -> Option<&'a str> {
        let mut all = cx.links.all().filter(|it| it.kind == self.cookie);
        let found =
            if link.is_empty() { all.max_by_key(|it| it.opened) } else { all.find(|it| it.name == link) };
        let token = found?.token.expose().as_str();
        // A cookie that somebody wrote by hand does not give one link the name of another.
        (link.is_empty() || name(token) == link).then_some(token)
    }

    /// Whether this browser holds any of this kind.
    pub(super) fn is_held(&self, cx: &Cx) -> bool {
        cx.links.all().any(|it| it.kind == self.cookie)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: LinkKind = LinkKind::new("test", "test_link", "/test", "/test/{token}");

    #[test]
    fn a_cookie_is_read_as_it_is_written_and_as_it_once_was() {
        let token = "aZ0-_".repeat(9)[..43].to_owned();
        let read = |cookie: &str, value: &str| {
            KIND.in_cookie(cookie, value).map(|it| (it.name, it.opened, it.token.expose().clone()))
        };
        let wanted = Some(("0123456789abcdef".to_owned(), 1_772_452_800, token.clone()));
        assert_eq!(read("test_link-0123456789abcdef", &format!("{token}.1772452800")), wanted);
        assert_eq!(read("test_link", &token), Some((name(&token), 0, token.clone())));
        let in_time = format!("{token}.1");
        for (cookie, value) in [
            ("test_link", in_time.as_str()),
            ("test_link-0123456789abcdef", &token),
            ("test_link-0123456789abcdef", &in_time[1..]),
            ("test_links-0123456789abcdef", &in_time),
            ("other_link-0123456789abcdef", &in_time),
            ("sid", &token),
        ] {
            assert_eq!(read(cookie, value), None, "{cookie}={value}");
        }
    }
}
