//! What was typed into the set-up form, checked once, with everything that is wrong said at once.

use crate::password::refuse_weak;
use crate::setup::NewFirm;
use i18n::{said, tl};
use kernel::names::parse_name;
use kernel::phone::MAX_PHONE;
use kernel::{AppError, EmailAddress, Fault, Locale};
use platform::Cx;
use platform::mail::address_fault;
use platform::names::name_fault;
use platform::when::zones;

/// A firm and its owner to be.
#[derive(Clone, Debug)]
pub(super) struct Founding {
    pub firm: String,
    pub zone: String,
    pub locale: Locale,
    pub phone: Option<String>,
    pub firm_email: Option<String>,
    pub owner: String,
    pub email: EmailAddress,
}

/// Reads what was typed.
///
/// # Errors
/// `Invalid` with every fault.
pub(super) fn read(cx: &Cx, typed: &NewFirm, password: &str) -> Result<Founding, AppError> {
    let mut faults = Vec::new();
    let firm = name(cx, "firm_name", &typed.firm_name, &mut faults);
    let owner = name(cx, "name", &typed.name, &mut faults);
    let email = address(cx, "email", &typed.email, &mut faults);
    let firm_email = match typed.firm_email.trim() {
        "" => None,
        _ => address(cx, "firm_email", &typed.firm_email, &mut faults).map(|a| a.shown().to_owned()),
    };
    let phone = phone(cx, &typed.phone, &mut faults);
    let zone = typed.time_zone.clone();
    if !zones().contains(&zone) {
        faults.push(Fault::at("time_zone", tl!(cx.locale, "setup.no_zone")));
    }
    let locale = Locale::from_tag(&typed.locale).unwrap_or_else(|| {
        faults.push(Fault::at("locale", tl!(cx.locale, "common.required")));
        cx.locale
    });
    if let Err(AppError::Invalid(weak)) =
        weak(cx, password, firm.as_deref(), owner.as_deref(), email.as_ref())
    {
        faults.extend(weak);
    }
    match (firm, owner, email) {
        (Some(firm), Some(owner), Some(email)) if faults.is_empty() => {
            Ok(Founding { firm, zone, locale, phone, firm_email, owner, email })
        }
        _ => Err(AppError::Invalid(faults)),
    }
}

/// The new firm's name is a word others would try, too.
fn weak(
    cx: &Cx,
    password: &str,
    firm: Option<&str>,
    owner: Option<&str>,
    email: Option<&EmailAddress>,
) -> Result<(), AppError> {
    let names = format!("{} {}", firm.unwrap_or_default(), owner.unwrap_or_default());
    refuse_weak(cx, "password", password, &names, email.map_or("", EmailAddress::shown))
}

fn name(cx: &Cx, field: &str, typed: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let text = match parse_name(typed) {
        Ok(name) => return Some(name),
        Err(problem) => name_fault(cx.locale, problem),
    };
    faults.push(Fault::at(field, text));
    None
}

fn address(cx: &Cx, field: &str, typed: &str, faults: &mut Vec<Fault>) -> Option<EmailAddress> {
    match EmailAddress::parse(typed) {
        Ok(address) => Some(address),
        Err(problem) => {
            faults.push(Fault::at(field, address_fault(cx.locale, problem)));
            None
        }
    }
}

fn phone(cx: &Cx, typed: &str, faults: &mut Vec<Fault>) -> Option<String> {
    kernel::phone::parse(typed).unwrap_or_else(|_| {
        faults.push(Fault::at("phone", said!(cx.locale, "setup.no_phone", most = MAX_PHONE)));
        None
    })
}
