//! The plain forms about contacts.

use super::actions::{self, Draft, Typed};
use super::addresses::{self, Changed};
use crate::address_changes::Begun;
use access::gate::{Call, Door, May, Proven, Reply, back, right::ManageAccounts};
use access::mail_state;
use access::step_up;
use i18n::tl;
use kernel::{AppError, ContactId, paths};
use platform::Cx;

/// The plain forms of this slice.
pub(in crate::contacts) fn doors() -> Vec<Door> {
    vec![
        Door::new("/app/accounts/{code}/contacts/new", add),
        Door::new("/app/accounts/{code}/contacts/link", link),
        Door::new("/app/contacts/{id}", edit),
        Door::new("/app/contacts/{id}/unlink", unlink),
        Door::new("/app/contacts/{id}/emails", add_address),
        step_up::door("/app/contacts/{id}/emails/{email}", change),
        Door::new("/app/contacts/{id}/emails/{email}/remove", remove),
    ]
}

fn id(call: &Call) -> Result<ContactId, AppError> {
    call.param("id").parse().map_err(|()| AppError::NotFound)
}

const fn ticked(on: bool) -> &'static str {
    if on { "true" } else { "" }
}

/// Fields: `name`, `locale`, `email`, `email2`, `email3`, `role`, `known_is_fine`.
async fn add(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, form, code) = (&call.cx, &call.form, call.param("code"));
    let known = form.has("known_is_fine");
    let emails =
        [("email", form.get("email")), ("email2", form.get("email2")), ("email3", form.get("email3"))];
    let typed = Typed {
        name: form.get("name"),
        locale: form.get("locale"),
        emails: &emails,
        role: form.get("role"),
        known_is_fine: known,
    };
    let mut keep = emails.to_vec();
    keep.extend([("name", typed.name), ("locale", typed.locale), ("role", typed.role)]);
    keep.push(("known_is_fine", ticked(known)));
    let done = match Draft::parse(cx, &typed) {
        Ok(draft) => actions::add(cx, &staff, code, draft).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => {
            let text = tl!(cx.locale, "contacts.add.done", name = typed.name.trim());
            Ok(Reply::notice(paths::account_info(code), text))
        }
        Err(error) => back(&call, paths::account_add_contact(code), "contact", error, &keep),
    }
}

/// Fields: `contact`, `role`, `q`, which is what was searched for.
async fn link(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    let contact = call.form.get("contact").parse().map_err(|()| AppError::NotFound)?;
    let role = call.form.get("role");
    match actions::link(cx, &staff, code, contact, role).await {
        Ok(()) => Ok(Reply::notice(paths::account_info(code), tl!(cx.locale, "contacts.add.linked"))),
        Err(error) => {
            let keep = [("role", role), ("contact", call.form.get("contact"))];
            back(&call, paths::account_find_contact(code, call.form.get("q")), "link", error, &keep)
        }
    }
}

/// Fields: `version`, `name`, `locale`.
async fn edit(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let id = id(&call)?;
    let page = paths::contact(&id.to_string());
    let version = form.get("version").parse().map_err(|_| AppError::BadRequest)?;
    let (name, locale) = (form.get("name"), form.get("locale"));
    match actions::edit(cx, &staff, id, version, name, locale).await {
        Ok(()) => Ok(Reply::notice(page, tl!(cx.locale, "common.saved"))),
        // What is stored is shown, not what was typed: it would overwrite the colleague's words.
        Err(AppError::Conflict) => back(&call, page, "contact", AppError::Conflict, &[]),
        Err(error) => back(&call, page, "contact", error, &[("name", name), ("locale", locale)]),
    }
}

/// Fields: `account`, the short id; `sure`.
async fn unlink(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.form.get("account"));
    let id = id(&call)?;
    match actions::unlink(cx, &staff, id, code, call.form.has("sure")).await {
        Ok(()) => Ok(Reply::notice(paths::account_info(code), tl!(cx.locale, "contacts.unlink.done"))),
        Err(error) => {
            let page = format!("{}?unlink={}", paths::contact(&id.to_string()), paths::percent(code));
            back(&call, page, "unlink", error, &[])
        }
    }
}

/// Fields: `email`, `known_is_fine`; `account`, the short id of the one on whose Info tab the form stands.
async fn add_address(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, typed) = (&call.cx, call.form.get("email"));
    let id = id(&call)?;
    let code = call.form.get("account");
    let is_code = !code.is_empty() && code.chars().all(|letter| letter.is_ascii_alphanumeric());
    let (page, form) = if is_code {
        (paths::account_info(code), format!("address-of-{id}"))
    } else {
        (paths::contact(&id.to_string()), "address".to_owned())
    };
    let known = call.form.has("known_is_fine");
    let done = match addresses::parse(cx, typed) {
        Ok(email) => addresses::add(cx, &staff, id, email, known).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(Reply::notice(page, tl!(cx.locale, "contacts.address.added", email = typed.trim()))),
        Err(error) => back(&call, page, &form, error, &[("email", typed), ("known_is_fine", ticked(known))]),
    }
}

/// Fields: `email`, `known_is_fine`, `replace` from the question of its own.
async fn change(call: Call, staff: Proven<May<ManageAccounts>>) -> Result<Reply, AppError> {
    let (cx, typed) = (&call.cx, call.form.get("email"));
    let id = id(&call)?;
    let address = call.param("email").parse().map_err(|()| AppError::NotFound)?;
    let page = paths::contact(&id.to_string());
    let known = call.form.has("known_is_fine");
    let done = match addresses::parse(cx, typed) {
        Ok(email) => addresses::change(cx, &staff, id, address, email, known).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(Changed::Replaced { invited: true }) => {
            let text = tl!(cx.locale, "contact_settings.change.done_invited", email = typed.trim());
            Ok(Reply::notice(page, mail_state::said(cx, text).await))
        }
        Ok(Changed::Replaced { invited: false }) => {
            Ok(Reply::notice(page, tl!(cx.locale, "contact_settings.change.done")))
        }
        Ok(Changed::Replacing(begun)) => {
            Ok(Reply::notice(page, mail_state::said(cx, replaced(cx, begun, typed)).await))
        }
        Err(error) => {
            // For an address that signs in the question stands over the page.
            let (page, form) = if call.form.has("replace") {
                (format!("{page}?replace={address}"), "replace".to_owned())
            } else {
                (page, format!("address-{address}"))
            };
            back(&call, page, &form, error, &[("email", typed), ("known_is_fine", ticked(known))])
        }
    }
}

/// What was begun, for the notice.
pub(crate) fn replaced(cx: &Cx, begun: Begun, typed: &str) -> String {
    match begun {
        Begun::Invited => tl!(cx.locale, "address_changes.begun.invited", email = typed.trim()),
        Begun::LetIn => tl!(cx.locale, "address_changes.begun.let_in", email = typed.trim()),
    }
}

async fn remove(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    let id = id(&call)?;
    let address = call.param("email").parse().map_err(|()| AppError::NotFound)?;
    let page = paths::contact(&id.to_string());
    match addresses::remove(cx, &staff, id, address).await {
        Ok(()) => Ok(Reply::notice(page, tl!(cx.locale, "contacts.address.removed"))),
        Err(error) => back(&call, page, &format!("address-{address}"), error, &[]),
    }
}
