//! The frame of every page of an account: blue sidebar, banner, the account's name, and the chooser behind it.

use super::account_banner::AccountBanner;
use super::missing::MissingAccount;
use super::news::PersonNews;
use crate::sidebar_foot::{Side, SidebarFoot};
use access::frame::Said;
use access::gate::{GrantedAccount, VisitorCard, shell};
use access::switching::{ASK, ChooserDialog, Outside};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::components::{Outlet, Redirect};
use leptos_router::hooks::{use_location, use_params_map, use_query_map};
use ui::{AppShell, Avatar, AvatarShape, NavItem, SideNav};

/// Decides by the account in the address, which a navigation can change, and by nothing remembered.
#[component]
pub fn PortalLayout() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.read().get("account").unwrap_or_default());
    let shell = shell();
    move || {
        let code = code.get();
        let VisitorCard::SignedIn { accounts, email, .. } = &shell.visitor else {
            let path = paths::sign_in_then(&shell.here);
            return view! { <Redirect path=path/> }.into_any();
        };
        match accounts.iter().find(|account| account.code == code) {
            Some(account) => {
                view! { <PortalFrame account=account.clone()><Outlet/></PortalFrame> }.into_any()
            }
            None if accounts.is_empty() => view! { <Redirect path=paths::SIGN_IN_CLOSED/> }.into_any(),
            None => {
                let email = email.clone();
                view! { <Outside><MissingAccount code=code email=email/></Outside> }.into_any()
            }
        }
    }
}

/// The frame of an account around a page, or around what is said in the place of one.
#[component]
pub(crate) fn PortalFrame(account: GrantedAccount, children: Children) -> impl IntoView {
    let shell = shell();
    let visitor = shell.visitor.clone();
    let VisitorCard::SignedIn { name, email, accounts, banner_closed, account_chosen, .. } = shell.visitor
    else {
        return ().into_any();
    };
    let several = accounts.len() > 1;
    let path = use_location().pathname;
    let home = paths::portal_home(&account.code);
    // Only on the way from `/portal`: a link to this account is an answer already (SW-8).
    let asked = use_query_map().with_untracked(|query| query.get(ASK).is_some());
    let opened = several && !account_chosen && asked;
    let (code, bar) = (account.code.clone(), account.clone());
    let (foot, news) = (code.clone(), code.clone());
    let bottom = move || {
        let switch_from = several.then(|| foot.clone());
        view! { <SidebarFoot switch_from=switch_from name=name email=email side=Side::Portal(foot)/> }
    };
    let closed = RwSignal::new(banner_closed);
    let banner = move || {
        view! {
            <PersonNews visitor=visitor code=news/>
            {several.then(|| view! { <AccountBanner account=bar closed=closed/> })}
        }
    };
    view! {
        <AppShell
            logo=shell.firm.mark()
            firm=shell.firm.name
            home_href=home.clone()
            nav=vec![item(path, "house", t!("portal.home"), home)]
            roomy=true
            nav_label=t!("portal.nav")
            menu=t!("common.menu")
            close=t!("common.close")
            skip=t!("common.skip")
            bottom=bottom
            banner=banner
        >
            <ChooserDialog current=account.clone() opened=opened/>
            <Said/>
            <AccountName account=account/>
            <div class="side-frame">
                <SideNav
                    label=t!("common.settings")
                    shown=Signal::derive(move || path.read().contains("/settings/"))
                    items=settings(&code, path)
                />
                <div class="page">{children()}</div>
            </div>
        </AppShell>
    }
    .into_any()
}

/// Which account this is stays in sight, whatever becomes of the banner (SW-6).
#[component]
fn AccountName(account: GrantedAccount) -> impl IntoView {
    let company = matches!(account.kind.as_str(), "company" | "other");
    let shape = if company { AvatarShape::Company } else { AvatarShape::Person };
    view! {
        <p class="row flex-nowrap mb-4">
            <Avatar id=account.code.clone() name=account.name.clone() shape=shape/>
            <strong dir="auto">{account.name}</strong>
            <span class="caption">{account.code}</span>
        </p>
    }
    .into_any()
}

fn item(path: Memo<String>, icon: &'static str, label: String, href: String) -> NavItem {
    let here = href.clone();
    NavItem::new(icon, label, href, Signal::derive(move || path.get() == here))
}

/// What the person's menu leads to, too.
fn settings(code: &str, path: Memo<String>) -> Vec<AnyView> {
    let pages = [
        item(path, "user", t!("profile.title"), paths::portal_profile(code)),
        item(path, "bell", t!("alerts.title"), paths::portal_notifications(code)),
        item(path, "shield-check", t!("sessions.title"), paths::portal_security(code)),
        item(path, "users", t!("people.title"), paths::portal_people(code)),
    ];
    pages.into_iter().map(NavItem::view).collect()
}
