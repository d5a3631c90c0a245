//! The page around the portal and the staff's side: the blue sidebar and the sheet beside it.

use leptos::prelude::*;

use crate::brand_mark::brand_mark;
use crate::{Icon, NavItem};

const DRAWER: &str = "sidebar-panel";

/// Sidebar, banners and main part. Below 52 rem the sidebar becomes a bar with a drawer, which the browser opens
/// by itself (`popover`), also without JavaScript; links in it close it (`app/page/menus.js`).
#[component]
pub fn AppShell(
    #[prop(into)] firm: String,
    /// The picture beside the firm's name.
    #[prop(default = crate::MARK.to_owned(), into)]
    logo: String,
    #[prop(into)] home_href: String,
    nav: Vec<NavItem>,
    /// The larger type of the portal.
    #[prop(optional)]
    roomy: bool,
    /// The name of the navigation: "Main".
    #[prop(into)]
    nav_label: String,
    /// The button that opens the drawer: "Menu".
    #[prop(into)]
    menu: String,
    /// The name of the X that closes the drawer: "Close menu".
    #[prop(into)]
    close: String,
    /// The first link of the page: "Skip to content".
    #[prop(into)]
    skip: String,
    /// At the foot of the sidebar: Switch account, Help, the signed-in person.
    #[prop(optional, into)]
    bottom: Option<ViewFnOnce>,
    /// Above everything: the impersonation bar.
    #[prop(optional, into)]
    alarm: Option<ViewFnOnce>,
    /// Above the main part: the account banner.
    #[prop(optional, into)]
    banner: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    let items: Vec<_> = nav.into_iter().map(NavItem::view).collect();
    view! {
        <a class="skip" href="#main">{skip}</a>
        {alarm.map(|alarm| view! { <div class="shell-alarm">{alarm.run()}</div> })}
        <div class=if roomy { "shell shell-roomy" } else { "shell" }>
            <header class="sidebar">
                <div class="sidebar-top">
                    <a class="sidebar-brand" href=home_href>
                        {brand_mark(logo, "32")}
                        <span class="brand-name" dir="auto">{firm}</span>
                    </a>
                    <button type="button" class="sidebar-toggle" popovertarget=DRAWER>
                        <Icon name="menu"/>
                        <span>{menu}</span>
                    </button>
                </div>
                <div class="sidebar-panel" id=DRAWER popover="auto">
                    <button
                        type="button"
                        class="sidebar-close"
                        popovertarget=DRAWER
                        popovertargetaction="hide"
                        aria-label=close
                    >
                        <Icon name="x"/>
                    </button>
                    <nav class="sidebar-nav" aria-label=nav_label>
                        <ul>{items}</ul>
                    </nav>
                    {bottom.map(|bottom| view! { <div class="sidebar-bottom">{bottom.run()}</div> })}
                </div>
            </header>
            <div class="shell-body">
                {banner.map(|banner| view! { <div class="shell-banner">{banner.run()}</div> })}
                <main class="main" id="main" tabindex="-1">{children()}</main>
            </div>
        </div>
    }
    .into_any()
}
