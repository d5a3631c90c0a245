//! Every address of the portal in one place, so that pages, mails and routes cannot disagree.

use crate::Locale;

pub const SIGN_IN: &str = "/login";
pub const SIGN_IN_CODE: &str = "/login/code";
pub const SIGN_IN_CODE_RESEND: &str = "/login/code/resend";
/// Where somebody without any open account ends (CRM-14).
pub const SIGN_IN_CLOSED: &str = "/login/closed";
pub const SIGN_OUT: &str = "/logout";
/// Plain forms of the security page, the same for staff and clients.
pub const MY_PASSWORD: &str = "/account/password";
pub const SESSIONS_END_OTHERS: &str = "/account/sessions/end-others";
pub const DEVICES_FORGET: &str = "/account/devices/forget";
/// Where a page sends what is on it when its session is over, and the piece of an address that brings it back.
pub const SESSION_KEEP: &str = "/session/keep";
pub const KEPT: &str = "kept";
pub const FORGOT: &str = "/password/forgot";
/// Pages behind mailed links. The mail adds the token; who opens it is led here, and the token is in a cookie (SEC-20).
pub const RESET: &str = "/password/reset";
pub const SIGN_IN_LINK: &str = "/sign-in-link";
pub const INVITATION: &str = "/invite";
pub const INVITATION_AGAIN: &str = "/invite/again";
pub const JOIN: &str = "/join";
pub const JOIN_AGAIN: &str = "/join/again";
pub const STOP_ADDRESS_CHANGE: &str = "/address-change";
pub const CHOOSE: &str = "/choose-account";
/// For somebody who is both staff and client: which of the two today.
pub const CHOOSE_SIDE: &str = "/choose-side";
/// Help for everybody, signed in or not; `?lang=de` asks for a language, so that a link can be sent in the right one.
pub const HELP: &str = "/help";
pub const LANG: &str = "lang";
/// Topics of the help: their names in the address, which stand in mails and so never change.
pub const HELP_FIRST_STEPS: &str = "first-steps";
pub const HELP_CODE: &str = "code";
pub const HELP_LOST_MAILBOX: &str = "lost-mailbox";
/// Was mailed, and is no topic of its own any more.
pub const HELP_LOST_APP: &str = "lost-app";
pub const HELP_CANNOT_SIGN_IN: &str = "cannot-sign-in";
pub const HELP_SIGN_IN_PAGE: &str = "sign-in-page";
pub const HELP_WRONG_ACCOUNT: &str = "wrong-account";
pub const HELP_SECURITY_WARNING: &str = "security-warning";
/// The same topics from the firm's side.
pub const CLIENT_HELP: &str = "/app/help/clients";
/// What somebody keeps about themselves, the same form for staff and clients.
pub const MY_PROFILE: &str = "/account/profile";
/// Where a client changes the address they sign in with: page and form.
pub const MY_ADDRESS: &str = "/account/address";
/// Below it, the links that take such a change back.
pub const UNDO_ADDRESS: &str = "/address-undo";
pub const STAFF_PROFILE: &str = "/app/settings/profile";
/// What a member of staff is told of by mail.
pub const STAFF_ALERTS: &str = "/app/settings/notifications";
pub const STAFF: &str = "/app";
pub const ACCOUNTS: &str = "/app/accounts";
pub const ACCOUNT_NEW: &str = "/app/accounts/new";
/// Puts the list of first steps away.
pub const FIRST_STEPS_AWAY: &str = "/app/first-steps/away";
/// Invitations to many accounts; the query says which.
pub const ACCOUNTS_INVITE: &str = "/app/accounts/invite";
pub const CONTACTS: &str = "/app/contacts";
pub const STAFF_SECURITY: &str = "/app/settings/security";
pub const FIRM: &str = "/app/settings/firm";
/// Sends a mail to oneself at once.
pub const FIRM_TEST_MAIL: &str = "/app/settings/firm/test-mail";
pub const FIRM_LOOK: &str = "/app/settings/firm/look";
pub const FIRM_LOGO: &str = "/app/settings/firm/look/logo";
pub const FIRM_LOGO_REMOVE: &str = "/app/settings/firm/look/logo/remove";
pub const FIRM_TRIAL_MAIL: &str = "/app/settings/firm/look/trial-mail";
pub const FIRM_HOSTS: &str = "/app/settings/firm/hosts";
/// The question before another host becomes the main one, and its form.
pub const FIRM_HOST_MAIN: &str = "/app/settings/firm/hosts/main";
/// Asks the DNS whether the firm has shown that a host is its own.
pub const FIRM_HOST_CHECK: &str = "/app/settings/firm/hosts/check";
pub const FIRM_HOST_REMOVE: &str = "/app/settings/firm/hosts/remove";
/// In the query of any address at the firm's first host: do not lead on to the main one, which may not work.
pub const STAY: &str = "stay";
/// The firm's logo and style sheet, by names that say their contents.
pub const BRAND: &str = "/brand";
pub const TEAM: &str = "/app/settings/team";
pub const TEAM_INVITE: &str = "/app/settings/team/invite";
/// Takes the form that makes somebody else the owner.
pub const TEAM_OWNER: &str = "/app/settings/team/owner";
pub const PORTAL: &str = "/portal";
pub const LANGUAGE: &str = "/language";
pub const THEME: &str = "/theme";
/// The stream of live news.
pub const LIVE: &str = "/live";
/// What a phone has to know to keep the portal among its apps.
pub const MANIFEST: &str = "/manifest.webmanifest";
pub const DEV_MAIL: &str = "/dev/mail";
pub const DEV_KIT: &str = "/dev/kit";
/// Pages of a client that only tests build.
pub const DEV_AREA: &str = "/dev/area";
pub const DEV_AREA_SECOND: &str = "/dev/area/second";
/// One of these mails as a mail program shows it.
#[must_use]
pub fn dev_mail(id: &str) -> String {
    format!("{DEV_MAIL}/{id}")
}

#[must_use]
pub fn help(topic: &str) -> String {
    format!("{HELP}/{topic}")
}
#[must_use]
pub fn help_in(topic: &str, locale: Locale) -> String {
    format!("{HELP}/{topic}?{LANG}={}", locale.tag())
}
/// The firm's side, with texts in this language.
#[must_use]
pub fn client_help_in(locale: Locale) -> String {
    format!("{CLIENT_HELP}?{LANG}={}", locale.tag())
}
/// Whether this path is a page of the public help.
#[must_use]
pub fn is_help(path: &str) -> bool {
    path.strip_prefix(HELP).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[must_use]
pub fn setup(token: &str) -> String {
    format!("/setup/{token}")
}
/// As the mail has it: opens [`INVITATION`].
#[must_use]
pub fn invitation(token: &str) -> String {
    format!("{INVITATION}/{token}")
}
/// Stops the change of a sign-in address; mailed to the old one.
#[must_use]
pub fn stop_address_change(token: &str) -> String {
    format!("{STOP_ADDRESS_CHANGE}/{token}")
}
/// Takes back what a client changed themselves; mailed to the old address.
#[must_use]
pub fn undo_own_address(token: &str) -> String {
    format!("{UNDO_ADDRESS}/{token}")
}
#[must_use]
pub fn reset(token: &str) -> String {
    format!("{RESET}/{token}")
}
/// As the command line prints it: opens [`SIGN_IN_LINK`].
#[must_use]
pub fn sign_in_link(token: &str) -> String {
    format!("{SIGN_IN_LINK}/{token}")
}
/// Ends one of one's own sessions.
#[must_use]
pub fn session_end(id: &str) -> String {
    format!("/account/sessions/{id}/end")
}
/// The address a mail or a bookmark wanted, kept over the sign-in.
#[must_use]
pub fn sign_in_then(next: &str) -> String {
    format!("{SIGN_IN}?next={}", percent(next))
}

/// In the demo: the sign-in with this address filled in.
#[must_use]
pub fn sign_in_as(email: &str, next: Option<&str>) -> String {
    let next = next.map(|next| format!("&next={}", percent(next))).unwrap_or_default();
    format!("{SIGN_IN}?email={}{next}", percent(email))
}

/// `code` is the account's short id, such as `M12` (DM-8).
#[must_use]
pub fn account_info(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/info")
}
/// The Info tab that a form names as the page it stands on; nothing for what is no short id.
#[must_use]
pub fn named_info(code: &str) -> Option<String> {
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_code.then(|| account_info(code))
}
#[must_use]
pub fn account_edit(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/edit")
}
#[must_use]
pub fn account_add_contact(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/contacts/new")
}
/// The same page with the contacts that match.
#[must_use]
pub fn account_find_contact(code: &str, search: &str) -> String {
    format!("{}?q={}", account_add_contact(code), percent(search))
}
/// The plain form behind the three switches.
#[must_use]
pub fn account_switch(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/switch")
}
/// Dialogs of one row of the Info tab, each with an address of its own.
#[must_use]
pub fn row_login(code: &str, setting: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/emails/{setting}/login")
}
#[must_use]
pub fn row_invite(code: &str, setting: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/emails/{setting}/invite")
}
#[must_use]
pub fn row_reset(code: &str, setting: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/emails/{setting}/reset-password")
}
#[must_use]
pub fn row_notifications(code: &str, setting: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/emails/{setting}/notifications")
}
#[must_use]
pub fn row_notifications_back(code: &str, setting: &str) -> String {
    format!("{}/back", row_notifications(code, setting))
}
#[must_use]
pub fn row_history(code: &str, setting: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/emails/{setting}/history")
}
#[must_use]
pub fn row_address(code: &str, setting: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/emails/{setting}/change")
}
/// Takes the address back that this row's is being replaced by.
#[must_use]
pub fn row_keep(code: &str, setting: &str) -> String {
    format!("{ACCOUNTS}/{code}/info/emails/{setting}/keep")
}
#[must_use]
pub fn contact(id: &str) -> String {
    format!("{CONTACTS}/{id}")
}
#[must_use]
pub fn account_archive(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/archive")
}
#[must_use]
pub fn account_reactivate(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/reactivate")
}
/// Who works for the account.
#[must_use]
pub fn account_team(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/team")
}
/// Links a contact that is known already.
#[must_use]
pub fn account_link_contact(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/contacts/link")
}
#[must_use]
pub fn contact_addresses(id: &str) -> String {
    format!("{CONTACTS}/{id}/emails")
}
#[must_use]
pub fn contact_address(id: &str, email: &str) -> String {
    format!("{CONTACTS}/{id}/emails/{email}")
}
#[must_use]
pub fn contact_address_remove(id: &str, email: &str) -> String {
    format!("{CONTACTS}/{id}/emails/{email}/remove")
}
/// Answers whether an address that was replaced is to go.
#[must_use]
pub fn contact_address_old(id: &str, email: &str) -> String {
    format!("{CONTACTS}/{id}/emails/{email}/old")
}
#[must_use]
pub fn contact_unlink(id: &str) -> String {
    format!("{CONTACTS}/{id}/unlink")
}

/// A logo or a style sheet.
#[must_use]
pub fn brand(name: &str) -> String {
    format!("{BRAND}/{name}")
}
/// The question whether this host is to be the main one.
#[must_use]
pub fn firm_host_main(host: &str) -> String {
    format!("{FIRM_HOST_MAIN}?host={}", percent(host))
}
/// Somebody who works for the firm.
#[must_use]
pub fn member(id: &str) -> String {
    format!("{TEAM}/{id}")
}
#[must_use]
pub fn member_accounts(id: &str) -> String {
    format!("{TEAM}/{id}/accounts")
}
#[must_use]
pub fn member_deactivate(id: &str) -> String {
    format!("{TEAM}/{id}/deactivate")
}
#[must_use]
pub fn member_reactivate(id: &str) -> String {
    format!("{TEAM}/{id}/reactivate")
}
#[must_use]
pub fn team_invitation_resend(id: &str) -> String {
    format!("{TEAM}/invitations/{id}/resend")
}
#[must_use]
pub fn team_invitation_withdraw(id: &str) -> String {
    format!("{TEAM}/invitations/{id}/withdraw")
}
/// The mailed link with which somebody begins to work for the firm.
#[must_use]
pub fn join(token: &str) -> String {
    format!("{JOIN}/{token}")
}

#[must_use]
pub fn portal_home(code: &str) -> String {
    format!("{PORTAL}/{code}")
}
#[must_use]
pub fn portal_notifications(code: &str) -> String {
    format!("{PORTAL}/{code}/settings/notifications")
}
#[must_use]
pub fn portal_security(code: &str) -> String {
    format!("{PORTAL}/{code}/settings/security")
}
#[must_use]
pub fn portal_profile(code: &str) -> String {
    format!("{PORTAL}/{code}/settings/profile")
}
#[must_use]
pub fn portal_people(code: &str) -> String {
    format!("{PORTAL}/{code}/settings/people")
}
/// Answers which account by the one that is open.
#[must_use]
pub fn portal_stay(code: &str) -> String {
    format!("{PORTAL}/{code}/stay")
}
#[must_use]
pub fn portal_banner(code: &str) -> String {
    format!("{PORTAL}/{code}/banner")
}

/// Percent-encodes everything but unreserved characters and `/` (RFC 3986, 2.3).
#[must_use]
pub fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push('%');
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
        }
    }
    out
}
