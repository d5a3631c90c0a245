//! Addresses in mails: the token moves from the address into a cookie, and the browser on to the page without it (SEC-20).
//!
//! Nothing is looked up and nothing changes, for `GET` and `HEAD` alike: scanners and previews are harmless (SEC-16), and
//! whether a token is worth anything only its page says.

use super::answers::with_cookies;
use super::asked::Asked;
use super::site::Site;
use access::links::LinkKind;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use kernel::paths;
use platform::Cx;

/// Opens links of this kind.
pub fn method_router(kind: LinkKind) -> MethodRouter<Site> {
    get(async move |State(site): State<Site>, request: Request| -> Response {
        let held = request.extensions().get::<Cx>().map(|cx| cx.links.clone()).unwrap_or_default();
        let now = site.platform.clock.now();
        let (cookies, mut to) = kind.take(&held, now, request.uri().path());
        let asked = request.extensions().get::<Asked>();
        // Whoever stays at a host that leads elsewhere stays there.
        if asked.is_some_and(|asked| asked.leads_to.is_some()) {
            to = format!("{to}{}{}", if to.contains('?') { '&' } else { '?' }, paths::STAY);
        }
        with_cookies(&site.platform.config, &to, &cookies, None)
    })
}
