//! A kind of mailed link: its address, its page, its cookie.

use crate::attempts;
use crate::gate::{Call, Cookie, Door, Guest, Reply};
use crate::mailed_links::rules::HELD_FOR;
use crate::mailed_links::{MIXED_UP, Opened};
use i18n::tl;
use kernel::{AppError, Ts, token};
use platform::Cx;
use platform::keys::token_hash;
use std::fmt::Write;

/// In the address of the page of a link that came without all of its token.
const INCOMPLETE: &str = "incomplete";

/// A kind of mailed link. Its cookie is its purpose: what was mailed for one kind opens nothing of another.
#[derive(Clone, Copy, Debug)]
pub struct MailedLink {
    pub cookie: &'static str,
    /// The page, without the token.
    pub page: &'static str,
    /// The address in the mail, with axum's `{token}`.
    pub opens: &'static str,
}

impl MailedLink {
    /// The cookie that takes the token over from the path that was opened, and the page that it leads to. Nothing is looked
    /// up: every token is treated alike, and what could not be one does not get into a header.
    ///
    /// Mail programs make a link of what stands behind it, too: a full stop, a bracket, the rest of the line. A token has a
    /// fixed alphabet and length, so it ends where it must. One that is too short was cut, and no other link of this kind
    /// is shown in its place.
    #[must_use]
    pub fn take(&self, opened: &str) -> (Cookie, String) {
        let before = self.opens.trim_end_matches("{token}");
        let rest = opened.strip_prefix(before).unwrap_or_default();
        let Some(whole) = token::at_start(rest) else {
            return (Cookie::gone(self.cookie), format!("{}?{INCOMPLETE}", self.page));
        };
        let age = HELD_FOR / Ts::SECOND;
        let held = Cookie { name: self.cookie, value: Some(whole.to_owned()), max_age: Some(age) };
        (held, self.page.to_owned())
    }

    /// The token of the link that this browser holds, whatever it is worth.
    #[must_use]
    pub fn held<'a>(&self, cx: &'a Cx) -> Option<&'a str> {
        cx.links.get(self.cookie)
    }

    /// A door on the page of this kind of link: `act` with the token of the link that the form was posted for. Without a link
    /// the page says what to do, and so it does when another link was opened since the form was drawn.
    #[must_use]
    pub fn door<F>(self, path: &'static str, act: fn(Call, String) -> F) -> Door
    where
        F: Future<Output = Result<Reply, AppError>> + Send + 'static,
    {
        Door::new(path, move |call, _: Guest| self.posted(call, act))
    }

    async fn posted<F>(self, call: Call, act: fn(Call, String) -> F) -> Result<Reply, AppError>
    where
        F: Future<Output = Result<Reply, AppError>>,
    {
        let Some(token) = self.held(&call.cx) else { return Ok(Reply::to(self.page)) };
        if call.form.get("link") != name(token) {
            let text = tl!(call.cx.locale, "mailed_links.mixed.text");
            return Ok(Reply::again(&call.cx, self.page, MIXED_UP, AppError::Refused(text), &[]));
        }
        let token = token.to_owned();
        act(call, token).await
    }
}

impl<T> Opened<T> {
    /// What the holder of this token sees.
    #[must_use]
    pub fn of(token: &str, view: T) -> Self {
        Self { name: name(token), view }
    }
}

/// Tells links apart without opening any: the first eight bytes of what the database knows of the token.
pub(super) fn name(token: &str) -> String {
    let hash = token_hash(token);
    hash.iter().take(8).fold(String::with_capacity(16), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// What is stored of a link; links we never made are counted, and look all the same (SEC-7, SEC-21).
///
/// # Errors
/// `NotFound` for a link we never made, `TooMany` after thirty of those from one place.
pub async fn known<T>(cx: &Cx, found: Option<T>) -> Result<T, AppError> {
    match found {
        Some(found) => Ok(found),
        None => Err(attempts::unknown_token(cx).await),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: MailedLink = MailedLink { cookie: "test_link", page: "/test", opens: "/test/{token}" };

    #[test]
    fn only_a_token_gets_into_the_cookie() {
        let token = "aZ0-_".repeat(9)[..43].to_owned();
        let (cookie, to) = LINK.take(&format!("/test/{token}"));
        assert_eq!((cookie.value, to.as_str()), (Some(token), "/test"));
        let spaced = format!("{} {}", "x".repeat(21), "y".repeat(21));
        for odd in ["", "x", "a; Domain=evil.example", "a\r\nSet-Cookie: sid=x", "%2e", "ä", spaced.as_str()]
        {
            let (cookie, to) = LINK.take(&format!("/test/{odd}"));
            assert_eq!((cookie.value, cookie.max_age), (None, Some(0)), "{odd:?}");
            assert_eq!(to, "/test?incomplete", "{odd:?}");
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
            let (cookie, to) = LINK.take(&format!("/test/{token}{added}"));
            assert_eq!((cookie.value.as_ref(), to.as_str()), (Some(&token), "/test"), "{added}");
        }
    }

    #[test]
    fn a_name_tells_links_apart_and_is_none() {
        let (one, two) = ("a".repeat(43), "b".repeat(43));
        assert_eq!(name(&one), name(&one));
        assert_ne!(name(&one), name(&two));
        assert_eq!(name(&one).len(), 16);
        assert!(!one.contains(&name(&one)));
    }
}
