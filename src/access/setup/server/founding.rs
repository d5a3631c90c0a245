//! What was typed into the set-up form, checked once, with everything that is wrong said at once.

use crate::password::refuse_weak;
use crate::setup::FoundingForm;
use i18n::tl;
use kernel::names::parse_name;
use kernel::phone::MAX_PHONE;
use kernel::{AppError, EmailAddress, FieldError, Locale};
use platform::Cx;
use platform::mail::address_fault;
use platform::names::name_fault;
use platform::when::zones;

/// More of a field is not worth keeping, in characters.
const LONGEST_KEPT: usize = 300;

/// What stays typed when the form is shown again; never the password.
pub(in crate::setup) fn kept(form: &FoundingForm) -> [(&'static str, String); 7] {
    [
        ("firm_name", &form.firm_name),
        ("time_zone", &form.time_zone),
        ("locale", &form.locale),
        ("phone", &form.phone),
        ("firm_email", &form.firm_email),
        ("name", &form.name),
        ("email", &form.email),
    ]
    .map(|(field, typed)| (field, typed.chars().take(LONGEST_KEPT).collect()))
}

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

/// Reads the form.
///
/// # Errors
/// `Invalid` with every fault.
pub(super) fn read(cx: &Cx, form: &FoundingForm) -> Result<Founding, AppError> {
    let mut faults = Vec::new();
    let firm = name(cx, "firm_name", &form.firm_name, &mut faults);
    let owner = name(cx, "name", &form.name, &mut faults);
    let email = address(cx, "email", &form.email, &mut faults);
    let firm_email = match form.firm_email.trim() {
        "" => None,
        _ => address(cx, "firm_email", &form.firm_email, &mut faults).map(|a| a.shown().to_owned()),
    };
    let phone = phone(cx, &form.phone, &mut faults);
    let zone = form.time_zone.clone();
    if !zones().contains(&zone) {
        faults.push(fault("time_zone", tl!(cx.locale, "setup.no_zone")));
    }
    let locale = Locale::from_tag(&form.locale).unwrap_or_else(|| {
        faults.push(fault("locale", tl!(cx.locale, "common.required")));
        cx.locale
    });
    if let Err(AppError::Invalid(weak)) =
        weak(cx, &form.password, firm.as_deref(), owner.as_deref(), email.as_ref())
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

fn name(cx: &Cx, field: &str, typed: &str, faults: &mut Vec<FieldError>) -> Option<String> {
    let text = match parse_name(typed) {
        Ok(name) => return Some(name),
        Err(problem) => name_fault(cx.locale, problem),
    };
    faults.push(fault(field, text));
    None
}

fn address(cx: &Cx, field: &str, typed: &str, faults: &mut Vec<FieldError>) -> Option<EmailAddress> {
    match EmailAddress::parse(typed) {
        Ok(address) => Some(address),
        Err(problem) => {
            faults.push(fault(field, address_fault(cx.locale, problem)));
            None
        }
    }
}

fn phone(cx: &Cx, typed: &str, faults: &mut Vec<FieldError>) -> Option<String> {
    kernel::phone::parse(typed).unwrap_or_else(|_| {
        faults.push(fault("phone", tl!(cx.locale, "setup.no_phone", most = MAX_PHONE)));
        None
    })
}

fn fault(field: &str, text: String) -> FieldError {
    FieldError { field: field.to_owned(), text }
}
