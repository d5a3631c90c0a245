//! The frame of every staff page: blue sidebar with the firm's work, and a way to one's own portal for those who are
//! clients as well.

use super::news::leave_when_signed_out;
use crate::portal::sidebar_foot::SidebarFoot;
use access::gate::{Problem, Shell, VisitorCard, shell};
use access::mail_state::MailBanner;
use i18n::t;
use kernel::{AppError, Right, paths};
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;
use ui::{AppShell, Icon, NavItem, Toasts};

/// Draws the page inside for staff; everybody else is told that this is not for them.
#[component]
pub fn StaffLayout() -> impl IntoView {
    let shell = shell();
    let admin = shell.visitor.is_admin();
    let Shell { firm, visitor: VisitorCard::SignedIn { name, email, staff: Some(_), accounts, .. }, .. } =
        shell.clone()
    else {
        let error = match shell.visitor {
            VisitorCard::SignedIn { .. } => AppError::NotAllowed,
            _ => AppError::NotSignedIn,
        };
        return view! { <main class="p-6"><Problem error=error/></main> }.into_any();
    };
    leave_when_signed_out();
    let also_client = !accounts.is_empty();
    let mail = shell.mail.clone();
    let banner = move || {
        let test = format!("{}#test-mail", paths::FIRM);
        mail.map(|trouble| view! { <MailBanner trouble=trouble href=test/> })
    };
    let bottom = move || {
        view! {
            {also_client.then(ClientSide)}
            <SidebarFoot switch_from=None name=name email=email staff=true/>
        }
    };
    view! {
        <AppShell
            logo=firm.mark()
            firm=firm.name
            home_href=paths::ACCOUNTS
            nav=navigation(admin, shell.visitor.may(Right::ManageFirm))
            nav_label=t!("staff.nav")
            menu=t!("common.menu")
            close=t!("common.close")
            skip=t!("common.skip")
            bottom=bottom
            banner=banner
        >
            <Outlet/>
            <Toasts label=t!("staff.messages") dismiss=t!("common.dismiss")/>
        </AppShell>
    }
    .into_any()
}

#[component]
fn ClientSide() -> impl IntoView {
    view! {
        <a class="nav-item" href=paths::PORTAL rel="external">
            <Icon name="arrow-left-right"/>
            <span class="nav-label">{t!("staff.own_portal")}</span>
        </a>
    }
    .into_any()
}

/// A section is current on all its pages.
fn navigation(admin: bool, may_firm: bool) -> Vec<NavItem> {
    let path = use_location().pathname;
    let item = |icon, label: String, href: &'static str| {
        NavItem::new(icon, label, href, Signal::derive(move || path.read().starts_with(href)))
    };
    let team = admin.then(|| item("users", t!("staff.team"), paths::TEAM));
    let mut items = vec![
        item("building-2", t!("staff.accounts"), paths::ACCOUNTS),
        item("contact", t!("staff.contacts"), paths::CONTACTS),
    ];
    items.extend(team);
    if may_firm {
        items.push(item("settings", t!("staff.firm"), paths::FIRM));
    }
    items.push(item("user", t!("profile.title"), paths::STAFF_PROFILE));
    items.push(item("bell", t!("alerts.title"), paths::STAFF_ALERTS));
    items.push(item("shield-check", t!("staff.security"), paths::STAFF_SECURITY));
    items
}
