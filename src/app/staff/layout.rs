//! The frame of every staff page: blue sidebar with the firm's work, the settings as one entry, and the person at its foot.

use super::news::leave_when_signed_out;
use crate::sidebar_foot::{Side, SidebarFoot};
use access::frame::{AuthProblem, Said};
use access::gate::{Shell, VisitorCard, shell};
use access::mail_state::MailBanner;
use i18n::t;
use kernel::{AppError, Right, paths};
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;
use ui::{AppShell, NavItem, SideNav, Toasts};

/// How the addresses of all settings begin.
const SETTINGS: &str = "/app/settings";

/// Draws the page inside for staff; everybody else is told that this is not for them.
#[component]
pub fn StaffLayout() -> impl IntoView {
    view! { <StaffFrame><Outlet/></StaffFrame> }.into_any()
}

/// The frame around a page, or around what is said in the place of one.
#[component]
pub(crate) fn StaffFrame(children: Children) -> impl IntoView {
    let shell = shell();
    let Shell { firm, visitor: VisitorCard::SignedIn { name, email, staff: Some(_), accounts, .. }, .. } =
        shell.clone()
    else {
        let error = match shell.visitor {
            VisitorCard::SignedIn { .. } => AppError::NotAllowed,
            _ => AppError::NotSignedIn,
        };
        return view! { <AuthProblem error=error/> }.into_any();
    };
    leave_when_signed_out();
    let also_client = !accounts.is_empty();
    let mail = shell.mail.clone();
    let banner = move || {
        let test = format!("{}#test-mail", paths::FIRM);
        mail.map(|trouble| view! { <MailBanner trouble=trouble href=test/> })
    };
    let bottom = move || view! { <SidebarFoot switch_from=None name=name email=email side=Side::Staff { also_client }/> };
    let path = use_location().pathname;
    view! {
        <AppShell
            logo=firm.mark()
            firm=firm.name
            home_href=paths::ACCOUNTS
            nav=navigation(path, &shell.visitor)
            nav_label=t!("staff.nav")
            menu=t!("common.menu")
            close=t!("common.close")
            skip=t!("common.skip")
            bottom=bottom
            banner=banner
        >
            <Said/>
            <div class="side-frame">
                <SideNav
                    label=t!("common.settings")
                    shown=Signal::derive(move || path.read().starts_with(SETTINGS))
                    items=settings(path, &shell.visitor)
                />
                <div class="page">{children()}</div>
            </div>
            <Toasts label=t!("staff.messages") dismiss=t!("common.dismiss")/>
        </AppShell>
    }
    .into_any()
}

/// A section is current on all its pages.
fn section(
    path: Memo<String>,
    icon: &'static str,
    label: String,
    href: &'static str,
    all: &'static str,
) -> NavItem {
    NavItem::new(icon, label, href, Signal::derive(move || path.read().starts_with(all)))
}

/// The work on top, then the settings as one entry, which leads to the first page of theirs that is open to this person.
fn navigation(path: Memo<String>, visitor: &VisitorCard) -> Vec<NavItem> {
    let first = match (visitor.may(Right::ManageFirm), visitor.is_admin()) {
        (true, _) => paths::FIRM,
        (false, true) => paths::TEAM,
        (false, false) => paths::STAFF_PROFILE,
    };
    vec![
        section(path, "building-2", t!("staff.accounts"), paths::ACCOUNTS, paths::ACCOUNTS),
        section(path, "contact", t!("staff.contacts"), paths::CONTACTS, paths::CONTACTS),
        section(path, "settings", t!("common.settings"), first, SETTINGS),
    ]
}

/// The pages of the settings: the firm's, as far as they are open to this person, and one's own.
fn settings(path: Memo<String>, visitor: &VisitorCard) -> Vec<AnyView> {
    let page = |icon, label: String, href: &'static str| {
        NavItem::new(icon, label, href, Signal::derive(move || *path.read() == href)).view()
    };
    let section = |icon, label: String, href| section(path, icon, label, href, href).view();
    let (may_firm, admin) = (visitor.may(Right::ManageFirm), visitor.is_admin());
    let mut lines = Vec::new();
    if may_firm || admin {
        lines.push(heading(t!("staff.settings_firm")));
    }
    if may_firm {
        lines.push(page("building-2", t!("firm.details.title"), paths::FIRM));
        lines.push(section("sun", t!("firm.look.title"), paths::FIRM_LOOK));
        lines.push(section("globe", t!("firm.hosts.title"), paths::FIRM_HOSTS));
    }
    if admin {
        lines.push(section("users", t!("team.title"), paths::TEAM));
    }
    if !lines.is_empty() {
        lines.push(heading(t!("staff.settings_own")));
    }
    lines.push(page("user", t!("profile.title"), paths::STAFF_PROFILE));
    lines.push(page("bell", t!("alerts.title"), paths::STAFF_ALERTS));
    lines.push(page("shield-check", t!("sessions.title"), paths::STAFF_SECURITY));
    lines
}

fn heading(text: String) -> AnyView {
    view! { <li class="side-heading">{text}</li> }.into_any()
}
