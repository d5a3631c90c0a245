//! Pages that nothing wakes up: complete as the server draws them, and in no client.

use crate::begin::{begin, nothing_here};
use crate::help::{HelpIndexPage, HelpTopicPage};
use access::sign_in_link::SignInLinkPage;
use clients::address_changes::StopChangePage;
use clients::own_address::{OwnAddressPage, UndoAddressPage};
use kernel::paths;
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

/// How the addresses of these pages begin.
pub(crate) const ADDRESSES: &[&str] =
    &[paths::HELP, paths::STOP_ADDRESS_CHANGE, paths::MY_ADDRESS, paths::UNDO_ADDRESS, paths::SIGN_IN_LINK];

/// The plain part of the site.
#[component]
pub fn PlainApp() -> impl IntoView {
    begin();
    view! {
        <Router>
            <Routes fallback=nothing_here>
                <Route path=path!("/help") view=HelpIndexPage ssr=SsrMode::Async/>
                <Route path=path!("/help/:topic") view=HelpTopicPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in-link") view=SignInLinkPage ssr=SsrMode::Async/>
                <Route path=path!("/address-change") view=StopChangePage ssr=SsrMode::Async/>
                <Route path=path!("/account/address") view=OwnAddressPage ssr=SsrMode::Async/>
                <Route path=path!("/address-undo") view=UndoAddressPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}
