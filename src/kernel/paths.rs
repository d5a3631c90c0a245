//! Every address of the portal in one place, so that pages, mails and routes cannot disagree.

pub const SIGN_IN: &str = "/login";
pub const SIGN_IN_CODE: &str = "/login/code";
pub const SIGN_IN_CODE_RESEND: &str = "/login/code/resend";
/// Where somebody without any open account ends (CRM-14).
pub const SIGN_IN_CLOSED: &str = "/login/closed";
pub const SIGN_OUT: &str = "/logout";
/// Plain forms of the security page, the same for staff and clients.
pub const MY_PASSWORD: &str = "/account/password";
pub const SESSIONS_END_OTHERS: &str = "/account/sessions/end-others";
pub const FORGOT: &str = "/password/forgot";
pub const CHOOSE: &str = "/choose-account";
/// For somebody who is both staff and client: which of the two today.
pub const CHOOSE_SIDE: &str = "/choose-side";
pub const STAFF: &str = "/app";
pub const ACCOUNTS: &str = "/app/accounts";
pub const ACCOUNT_NEW: &str = "/app/accounts/new";
/// Invitations to many accounts; the query says which.
pub const ACCOUNTS_INVITE: &str = "/app/accounts/invite";
pub const CONTACTS: &str = "/app/contacts";
pub const STAFF_SECURITY: &str = "/app/settings/security";
pub const PORTAL: &str = "/portal";
pub const LANGUAGE: &str = "/language";
pub const THEME: &str = "/theme";
pub const LIVE: &str = "/live";
/// The stream of live news, beginning with what came after this event.
#[must_use]
pub fn live(after: &str) -> String {
    format!("{LIVE}?after={after}")
}
pub const DEV_MAIL: &str = "/dev/mail";
pub const DEV_KIT: &str = "/dev/kit";

#[must_use]
pub fn setup(token: &str) -> String {
    format!("/setup/{token}")
}
#[must_use]
pub fn invitation(token: &str) -> String {
    format!("/invite/{token}")
}
#[must_use]
pub fn invitation_again(token: &str) -> String {
    format!("/invite/{token}/again")
}
/// Stops the change of a sign-in address; mailed to the old one.
#[must_use]
pub fn stop_address_change(token: &str) -> String {
    format!("/address-change/{token}")
}
#[must_use]
pub fn reset(token: &str) -> String {
    format!("/password/reset/{token}")
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

/// `code` is the account's short id, such as `M12` (DM-8).
#[must_use]
pub fn account_info(code: &str) -> String {
    format!("{ACCOUNTS}/{code}/info")
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
#[must_use]
pub fn contact_unlink(id: &str) -> String {
    format!("{CONTACTS}/{id}/unlink")
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
pub fn portal_people(code: &str) -> String {
    format!("{PORTAL}/{code}/settings/people")
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
