//! The whole site on one page: every address, who may open it, and what is drawn there.

use crate::begin::{begin, nothing_here, or_elsewhere, problem};
use crate::help::ClientHelpPage;
use crate::portal::{HomePage, PortalFrame, PortalIndex, PortalLayout};
use crate::staff::{StaffFrame, StaffLayout};
use access::alerts::AlertsPage;
use access::gate::{Problem, shell};
use access::invitations::InvitationPage;
use access::password::{ForgotPage, ResetPage};
use access::people::PeoplePage;
use access::profile::ProfilePage;
use access::security::SecurityPage;
use access::setup::SetupPage;
use access::sign_in::{ClosedPage, CodePage, SignInPage};
use access::switching::{ChoosePage, ChooseSidePage};
use access::team::{InviteMemberPage, JoinPage, MemberPage, TeamPage};
use clients::accounts::{AccountEditPage, AccountListPage};
use clients::bulk_invitations::InviteManyPage;
use clients::contacts::{ContactAddPage, ContactListPage, ContactPage};
use clients::info::{
    ChangeAddressPage, HistoryDialogPage, InfoPage, InviteDialogPage, KeepAddressPage, LoginDialogPage,
    ResetDialogPage,
};
use clients::notifications::{NotificationSettingsPage, NotificationsDialogPage};
use clients::opening::AccountNewPage;
use clients::teammates::AccountTeamPage;
use firm::details::FirmDetailsPage;
use firm::hosts::{FirmHostsPage, MainHostPage};
use firm::look::FirmLookPage;
use kernel::permission::Allowed;
use kernel::{AppError, Right, paths};
use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{SsrMode, path};

/// A page's address, with `{name}` pieces, and who may open it (SEC-43).
#[derive(Clone, Copy, Debug)]
pub struct Page {
    pub path: &'static str,
    pub allowed: Allowed,
}

const fn page(path: &'static str, allowed: Allowed) -> Page {
    Page { path, allowed }
}

/// Every page. A route that is missing here keeps the server from starting, and so does one that is only here.
pub const PAGES: &[Page] = &[
    page("/login", Allowed::Public),
    page("/login/code", Allowed::Public),
    page("/login/closed", Allowed::Public),
    page("/password/forgot", Allowed::Public),
    page(paths::RESET, Allowed::Public),
    page(paths::INVITATION, Allowed::Public),
    page(paths::JOIN, Allowed::Public),
    page(paths::SIGN_IN_LINK, Allowed::Public),
    page("/setup/{token}", Allowed::Public),
    page("/help", Allowed::Public),
    page("/help/{topic}", Allowed::Public),
    page(paths::STOP_ADDRESS_CHANGE, Allowed::Public),
    page(paths::UNDO_ADDRESS, Allowed::Public),
    page(paths::MY_ADDRESS, Allowed::SignedIn),
    page("/choose-account", Allowed::SignedIn),
    page("/choose-side", Allowed::SignedIn),
    page("/portal", Allowed::SignedIn),
    page("/portal/{account}", Allowed::Client),
    page("/portal/{account}/settings/notifications", Allowed::Client),
    page("/portal/{account}/settings/profile", Allowed::Client),
    page("/portal/{account}/settings/security", Allowed::Client),
    page("/portal/{account}/settings/people", Allowed::Client),
    page("/app/accounts", Allowed::Staff),
    page("/app/accounts/new", Allowed::StaffWith(Right::ManageAccounts)),
    page("/app/accounts/invite", Allowed::StaffWith(Right::ManageAccounts)),
    page("/app/accounts/{code}/edit", Allowed::StaffWith(Right::ManageAccounts)),
    page("/app/accounts/{code}/info", Allowed::Staff),
    page("/app/accounts/{code}/team", Allowed::StaffWith(Right::AssignTeammates)),
    page("/app/accounts/{code}/contacts/new", Allowed::StaffWith(Right::ManageAccounts)),
    page("/app/accounts/{code}/info/emails/{setting}/login", Allowed::StaffWith(Right::ManageAccounts)),
    page("/app/accounts/{code}/info/emails/{setting}/invite", Allowed::StaffWith(Right::ManageAccounts)),
    page(
        "/app/accounts/{code}/info/emails/{setting}/reset-password",
        Allowed::StaffWith(Right::ManageClientSecurity),
    ),
    page(
        "/app/accounts/{code}/info/emails/{setting}/notifications",
        Allowed::StaffWith(Right::ManageAccounts),
    ),
    page("/app/accounts/{code}/info/emails/{setting}/history", Allowed::Staff),
    page("/app/accounts/{code}/info/emails/{setting}/change", Allowed::StaffWith(Right::ManageAccounts)),
    page("/app/accounts/{code}/info/emails/{setting}/keep", Allowed::StaffWith(Right::ManageAccounts)),
    page("/app/contacts", Allowed::Staff),
    page("/app/contacts/{id}", Allowed::Staff),
    page("/app/help/clients", Allowed::Staff),
    page("/app/settings/profile", Allowed::Staff),
    page(paths::STAFF_ALERTS, Allowed::Staff),
    page("/app/settings/security", Allowed::Staff),
    page(paths::FIRM, Allowed::StaffWith(Right::ManageFirm)),
    page(paths::FIRM_LOOK, Allowed::StaffWith(Right::ManageFirm)),
    page(paths::FIRM_HOSTS, Allowed::StaffWith(Right::ManageFirm)),
    page(paths::FIRM_HOST_MAIN, Allowed::StaffWith(Right::ManageFirm)),
    page("/app/settings/team", Allowed::Admin),
    page("/app/settings/team/invite", Allowed::Admin),
    page("/app/settings/team/{member}", Allowed::Admin),
    page(paths::DEV_AREA, Allowed::Demo),
    page(paths::DEV_AREA_SECOND, Allowed::Demo),
];

/// In the frame of the account that is in the address, if it is this client's.
fn nothing_in_portal() -> AnyView {
    let path = use_location().pathname.get_untracked();
    let code = path.strip_prefix(paths::PORTAL).and_then(|rest| rest.split('/').nth(1)).unwrap_or_default();
    let visitor = shell().visitor;
    match visitor.accounts().iter().find(|account| account.code == code).cloned() {
        Some(account) => {
            let error = problem().unwrap_or(AppError::NotFound);
            view! { <PortalFrame account=account><Problem error=error/></PortalFrame> }.into_any()
        }
        None => nothing_here(),
    }
}

/// In the frame of the staff's side, for those who have one.
fn nothing_in_staff() -> AnyView {
    let path = use_location().pathname.get_untracked();
    if !path.starts_with(paths::STAFF) || !shell().visitor.is_staff() {
        return nothing_here();
    }
    let error = problem().unwrap_or(AppError::NotFound);
    view! { <StaffFrame><Problem error=error/></StaffFrame> }.into_any()
}

/// The part of clients, and of whoever signs in; also where an unknown address ends.
#[component]
pub fn PortalApp() -> impl IntoView {
    begin();
    view! {
        <Router>
            <ui::LiveRegions/>
            <Routes fallback=|| or_elsewhere(nothing_in_portal)>
                <Route path=path!("/login") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/login/code") view=CodePage ssr=SsrMode::Async/>
                <Route path=path!("/login/closed") view=ClosedPage ssr=SsrMode::Async/>
                <Route path=path!("/password/forgot") view=ForgotPage ssr=SsrMode::Async/>
                <Route path=path!("/password/reset") view=ResetPage ssr=SsrMode::Async/>
                <Route path=path!("/invite") view=InvitationPage ssr=SsrMode::Async/>
                <Route path=path!("/choose-account") view=ChoosePage ssr=SsrMode::Async/>
                <Route path=path!("/choose-side") view=ChooseSidePage ssr=SsrMode::Async/>
                <Route path=path!("/portal") view=PortalIndex ssr=SsrMode::Async/>
                <ParentRoute path=path!("/portal/:account") view=PortalLayout ssr=SsrMode::Async>
                    <Route path=path!("") view=HomePage/>
                    <Route path=path!("settings/notifications") view=NotificationSettingsPage/>
                    <Route path=path!("settings/profile") view=ProfilePage/>
                    <Route path=path!("settings/security") view=SecurityPage/>
                    <Route path=path!("settings/people") view=PeoplePage/>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// The staff's part.
#[component]
pub fn StaffApp() -> impl IntoView {
    begin();
    view! {
        <Router>
            <ui::LiveRegions/>
            <Routes fallback=|| or_elsewhere(nothing_in_staff)>
                <Route path=path!("/join") view=JoinPage ssr=SsrMode::Async/>
                <Route path=path!("/setup/:token") view=SetupPage ssr=SsrMode::Async/>
                <ParentRoute path=path!("/app") view=StaffLayout ssr=SsrMode::Async>
                    <Route path=path!("accounts") view=AccountListPage/>
                    <Route path=path!("accounts/new") view=AccountNewPage/>
                    <Route path=path!("accounts/invite") view=InviteManyPage/>
                    <Route path=path!("accounts/:code/edit") view=AccountEditPage/>
                    <Route path=path!("accounts/:code/info") view=InfoPage/>
                    <Route path=path!("accounts/:code/team") view=AccountTeamPage/>
                    <Route path=path!("accounts/:code/contacts/new") view=ContactAddPage/>
                    <Route path=path!("accounts/:code/info/emails/:setting/login") view=LoginDialogPage/>
                    <Route path=path!("accounts/:code/info/emails/:setting/invite") view=InviteDialogPage/>
                    <Route path=path!("accounts/:code/info/emails/:setting/reset-password") view=ResetDialogPage/>
                    <Route
                        path=path!("accounts/:code/info/emails/:setting/notifications")
                        view=NotificationsDialogPage
                    />
                    <Route path=path!("accounts/:code/info/emails/:setting/history") view=HistoryDialogPage/>
                    <Route path=path!("accounts/:code/info/emails/:setting/change") view=ChangeAddressPage/>
                    <Route path=path!("accounts/:code/info/emails/:setting/keep") view=KeepAddressPage/>
                    <Route path=path!("contacts") view=ContactListPage/>
                    <Route path=path!("contacts/:id") view=ContactPage/>
                    <Route path=path!("settings/team") view=TeamPage/>
                    <Route path=path!("settings/team/invite") view=InviteMemberPage/>
                    <Route path=path!("settings/team/:member") view=MemberPage/>
                    <Route path=path!("help/clients") view=ClientHelpPage/>
                    <Route path=path!("settings/profile") view=ProfilePage/>
                    <Route path=path!("settings/notifications") view=AlertsPage/>
                    <Route path=path!("settings/security") view=SecurityPage/>
                    <Route path=path!("settings/firm") view=FirmDetailsPage/>
                    <Route path=path!("settings/firm/look") view=FirmLookPage/>
                    <Route path=path!("settings/firm/hosts") view=FirmHostsPage/>
                    <Route path=path!("settings/firm/hosts/main") view=MainHostPage/>
                </ParentRoute>
            </Routes>
        </Router>
    }
}
