//! A part with a client of its own, as an area of the product has one: two pages of the demo by which tests see clients
//! give over to each other. Its client is in `clients.test.list`; where it was left out, these pages stay plain.
//! Texts are English here; firms never see them.

use crate::begin::{begin, nothing_here, or_elsewhere};
use access::gate::shell;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::hooks::use_navigate;
use leptos_router::{SsrMode, path};
use ui::{Button, Title};

/// The part of tests.
#[component]
pub fn AreaApp() -> impl IntoView {
    begin();
    view! {
        <Router>
            <ui::LiveRegions/>
            <Routes fallback=|| or_elsewhere(nothing_here)>
                <Route path=path!("/dev/area") view=FirstPage ssr=SsrMode::Async/>
                <Route path=path!("/dev/area/second") view=SecondPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}

#[component]
fn FirstPage() -> impl IntoView {
    view! { <AreaPage title="An area"/> }.into_any()
}

#[component]
fn SecondPage() -> impl IntoView {
    view! { <AreaPage title="Its second page"/> }.into_any()
}

/// Nothing that works without its client, and links to all kinds of pages. None of them says where it leads.
#[component]
fn AreaPage(title: &'static str) -> impl IntoView {
    if !shell().demo {
        return nothing_here();
    }
    let pressed = RwSignal::new(0);
    let press = move |_| pressed.update(|times| *times += 1);
    let navigate = use_navigate();
    let lead = move |_| navigate(paths::SIGN_IN, Default::default());
    let links = [
        ("First page", paths::DEV_AREA),
        ("Second page", paths::DEV_AREA_SECOND),
        ("Sign-in", paths::SIGN_IN),
        ("Accounts", paths::ACCOUNTS),
        ("Help", paths::HELP),
    ];
    view! {
        <Title text=title/>
        <main class="p-6 stack">
            <h1>{title}</h1>
            <p role="status">"Pressed " {pressed} " times"</p>
            <Button kind="button" on_click=press>"Press"</Button>
            <Button kind="button" on_click=lead>"Lead to the sign-in"</Button>
            <ul class="stack">
                {links.map(|(label, href)| view! { <li><a class="link" href=href>{label}</a></li> })}
            </ul>
        </main>
    }
    .into_any()
}
