//! A kind of link: its word, its addresses, its cookies; and a link of it to be made.

use super::names::{cookie_name, name};
use crate::gate::Cookie;
use crate::links::rules::{HELD_FOR, MOST_HELD, SIGN_IN_LIFE};
use crate::links::{LINK, rules};
use kernel::{Ts, paths, token};
use platform::request::{HeldLink, HeldLinks};
use sqlx::types::Uuid;
use std::cmp::Reverse;

/// In the address of the page of a link that came without all of its token.
const INCOMPLETE: &str = "incomplete";

/// A kind of link. What was made for one kind opens nothing of another.
#[derive(Clone, Copy, Debug)]
pub struct LinkKind {
    /// As it is stored; never changed.
    pub name: &'static str,
    /// The name of its cookies begins so.
    pub cookie: &'static str,
    /// The page, without the token.
    pub page: &'static str,
    /// The address in the mail, with axum's `{token}`.
    pub opens: &'static str,
    /// How long a browser holds it, in microseconds: an hour, or its whole life if that is shorter (SEC-20).
    pub held_for: i64,
    pub replaces: Replaces,
}

/// Whose earlier links a new one takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaces {
    /// Those mailed to the same address, which is mailed so often and no more (INV-6).
    OfAddress,
    /// Those about the same thing.
    OfThing,
}

/// A link to be.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    pub kind: LinkKind,
    /// What it is about; `None`: about the row of its slice that has its id.
    pub of: Option<Uuid>,
    /// The mailbox that it goes to, in the form for matching.
    pub to: Option<&'a str>,
    pub until: Ts,
}

/// A kind as a type, for [`ByLink`](super::ByLink).
pub trait Kind: Send + Sync + 'static {
    const LINK: LinkKind;
}

/// The link that signs a member of staff in, printed by whoever runs the server; about the login. It stands here and not with
/// its page in `sign_in_link`, for sessions void it when they end.
#[derive(Clone, Copy, Debug)]
pub enum Printed {}

impl Kind for Printed {
    const LINK: LinkKind = LinkKind {
        name: "sign_in",
        cookie: "sign_in_link",
        page: paths::SIGN_IN_LINK,
        opens: "/sign-in-link/{token}",
        held_for: SIGN_IN_LIFE,
        replaces: Replaces::OfThing,
    };
}

impl LinkKind {
    /// A kind of link unless it says otherwise; of the same thing only the newest works.
    #[must_use]
    pub const fn new(
        name: &'static str,
        cookie: &'static str,
        page: &'static str,
        opens: &'static str,
    ) -> Self {
        Self { name, cookie, page, opens, held_for: HELD_FOR, replaces: Replaces::OfThing }
    }

    /// Of an address only the newest works, and one is mailed so often and no more (INV-6).
    #[must_use]
    pub const fn of_address(self) -> Self {
        Self { replaces: Replaces::OfAddress, ..self }
    }

    /// The page of the link with this name.
    #[must_use]
    pub fn page_of(&self, name: &str) -> String {
        format!("{}?{LINK}={name}", self.page)
    }

    /// The cookies that take the token over from the path that was opened, and the page that it leads to. Nothing is looked
    /// up: every token is treated alike, and what could not be one does not get into a header. Beside more links than a browser
    /// holds, the oldest are given up.
    ///
    /// Mail programs make a link of what stands behind it, too: a full stop, a bracket, the rest of the line. A token has a
    /// fixed alphabet and length, so it ends where it must. One that is too short was cut, and no other link of this kind
    /// is shown in its place.
    #[must_use]
    pub fn take(&self, held: &HeldLinks, now: Ts, opened: &str) -> (Vec<Cookie>, String) {
        let before = self.opens.trim_end_matches("{token}");
        let rest = opened.strip_prefix(before).unwrap_or_default();
        let Some(whole) = token::at_start(rest) else {
            return (Vec::new(), format!("{}?{INCOMPLETE}", self.page));
        };
        let name = name(whole);
        let mut cookies = vec![Cookie {
            name: cookie_name(self.cookie, &name).into(),
            value: Some(format!("{whole}.{}", now.0.div_euclid(Ts::SECOND))),
            max_age: Some(self.held_for.min(rules::HELD_FOR) / Ts::SECOND),
        }];
        let mut others: Vec<&HeldLink> =
            held.all().filter(|it| it.kind != self.cookie || it.name != name).collect();
        others.sort_by_key(|it| Reverse(it.opened));
        let given_up = others.iter().skip(MOST_HELD - 1);
        cookies.extend(given_up.map(|it| Cookie::gone(cookie_name(it.kind, &it.name))));
        (cookies, self.page_of(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::secret::Secret;

    const KIND: LinkKind = LinkKind::new("test", "test_link", "/test", "/test/{token}");
    const NOON: Ts = Ts(1_772_452_800_000_000);

    fn taken(opened: &str) -> (Option<String>, String) {
        let (cookies, to) = KIND.take(&HeldLinks::default(), NOON, opened);
        assert!(cookies.len() <= 1);
        (cookies.into_iter().next().and_then(|cookie| cookie.value), to)
    }

    #[test]
    fn only_a_token_gets_into_the_cookie() {
        let token = "aZ0-_".repeat(9)[..43].to_owned();
        let wanted = (Some(format!("{token}.1772452800")), format!("/test?link={}", name(&token)));
        assert_eq!(taken(&format!("/test/{token}")), wanted);
        let spaced = format!("{} {}", "x".repeat(21), "y".repeat(21));
        for odd in ["", "x", "a; Domain=evil.example", "a\r\nSet-Cookie: sid=x", "%2e", "ä", spaced.as_str()]
        {
            assert_eq!(taken(&format!("/test/{odd}")), (None, "/test?incomplete".to_owned()), "{odd:?}");
        }
    }

    #[test]
    fn what_a_mail_program_adds_to_a_link_is_cut_off() {
        let token = "aZ0-_".repeat(9)[..43].to_owned();
        let added = [
            ".", ")", ">", "/", ",", "&gt;", "%3E", ");", "=", "%20and", "/.", "\"", "]", "'", "_", "*",
            ".html",
        ];
        for added in added {
            assert_eq!(taken(&format!("/test/{token}{added}")), taken(&format!("/test/{token}")), "{added}");
        }
    }

    #[test]
    fn a_browser_holds_the_newest_eight_and_one_that_is_opened_again_is_no_other() {
        let token = |n: i64| format!("{n:0>43}");
        let held = |kind, n: i64| HeldLink {
            kind,
            name: name(&token(n)),
            opened: 100 + n,
            token: Secret::new(token(n)),
        };
        // The oldest are not the first ones of the header.
        let all = [3, 1, 2, 8, 7, 6, 5, 4].map(|n| held(if n % 2 == 0 { "a_link" } else { KIND.cookie }, n));
        let browser: HeldLinks = all.into_iter().collect();
        let (cookies, _) = KIND.take(&browser, NOON, &format!("/test/{}", token(9)));
        let gone: Vec<_> = cookies.iter().filter(|it| it.value.is_none()).map(|it| &*it.name).collect();
        assert_eq!(gone, [cookie_name(KIND.cookie, &name(&token(1)))]);
        let (cookies, _) = KIND.take(&browser, NOON, &format!("/test/{}", token(3)));
        assert_eq!(cookies.len(), 1, "held already");
    }

    #[test]
    fn a_link_is_held_no_longer_than_it_works() {
        for (kind, seconds) in [(KIND, 3600), (Printed::LINK, 900)] {
            let path = kind.opens.replace("{token}", &"t".repeat(43));
            let (cookies, _) = kind.take(&HeldLinks::default(), NOON, &path);
            assert_eq!(cookies[0].max_age, Some(seconds));
        }
    }
}
