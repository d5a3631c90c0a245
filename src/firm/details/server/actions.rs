//! Reading and changing a firm's details.

use super::events::DetailsChanged;
use super::store;
use crate::details::model::{FirmDetails, TypedDetails};
use crate::details::rules::{self, LONGEST_ADDRESS, MOST_LINES, Unfit};
use access::gate::{May, Proven, right::ManageFirm};
use access::invitations::DAYS;
use i18n::said;
use kernel::form::Ticked;
use kernel::names::{NameProblem, parse_name};
use kernel::phone::MAX_PHONE;
use kernel::{AppError, EmailAddress, Fault, Locale, Said};
use platform::firm_profile::{self, Details};
use platform::mail::address_fault;
use platform::names::name_fault;
use platform::{Cx, when};

/// The details, and what to choose from.
pub(in crate::details) async fn read(cx: &Cx, staff: &May<ManageFirm>) -> Result<FirmDetails, AppError> {
    let row = store::details(&mut cx.db.read().await?, staff.firm()).await?;
    let locale = Locale::from_tag(&row.locale).unwrap_or_default();
    let languages =
        Locale::ALL.into_iter().filter(|it| row.languages.split(' ').any(|tag| tag == it.tag())).collect();
    let mut zones = when::zones();
    if !zones.contains(&row.time_zone) {
        zones.insert(0, row.time_zone.clone());
    }
    Ok(FirmDetails {
        version: row.version,
        name: row.name,
        phone: row.phone.unwrap_or_default(),
        email: row.email.unwrap_or_default(),
        address: row.address.unwrap_or_default(),
        website: row.website.unwrap_or_default(),
        time_zone: row.time_zone,
        zones,
        locale,
        languages,
        sender_name: row.sender_name.unwrap_or_default(),
        reply_to: row.reply_to.unwrap_or_default(),
        sender_address: cx.config.mail_from.clone(),
        invitation_days: row.invitation_days,
        own_address: row.own_address,
    })
}

/// Stores what was typed. Everything that is wrong is said at once.
///
/// # Errors
/// `Invalid`; `Conflict` when somebody else was faster.
pub(in crate::details) async fn save(
    cx: &Cx,
    staff: &Proven<May<ManageFirm>>,
    version: i64,
    typed: &TypedDetails,
    ticked: &Ticked,
) -> Result<(), AppError> {
    let new = Reading { cx, faults: Vec::new() }.read(version, typed, ticked)?;
    cx.work(staff, async move |w, staff| {
        let old = store::details(w, staff.firm()).await?;
        if !firm_profile::set_details(w, staff.firm(), &new).await? {
            return Err(AppError::Conflict);
        }
        let changes = changes(&old, &new);
        w.happened(DetailsChanged { firm: staff.firm(), name: new.name, changes }).await
    })
    .await?;
    cx.firms.forget();
    Ok(())
}

/// `phone: 030 1 -> 030 2; …`, for the audit trail.
fn changes(old: &Details, new: &Details) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default().replace('\n', ", ");
    let days = |row: &Details| row.invitation_days.to_string();
    let yes = |row: &Details| if row.own_address { "yes" } else { "no" }.to_owned();
    let pairs = [
        ("name", old.name.clone(), new.name.clone()),
        ("phone", text(&old.phone), text(&new.phone)),
        ("e-mail", text(&old.email), text(&new.email)),
        ("address", text(&old.address), text(&new.address)),
        ("website", text(&old.website), text(&new.website)),
        ("time zone", old.time_zone.clone(), new.time_zone.clone()),
        ("language", old.locale.clone(), new.locale.clone()),
        ("languages", old.languages.clone(), new.languages.clone()),
        ("sender", text(&old.sender_name), text(&new.sender_name)),
        ("answers to", text(&old.reply_to), text(&new.reply_to)),
        ("invitation days", days(old), days(new)),
        ("clients change their own address", yes(old), yes(new)),
    ];
    let changed = pairs.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(name, before, after)| format!("{name}: {before} -> {after}")).collect::<Vec<_>>().join("; ")
}

/// A form being read.
struct Reading<'a> {
    cx: &'a Cx,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn read(mut self, version: i64, typed: &TypedDetails, ticked: &Ticked) -> Result<Details, AppError> {
        let l = self.cx.locale;
        let row = Details {
            version,
            name: self.name("name", &typed.name, true).unwrap_or_default(),
            phone: self
                .take("phone", &typed.phone, rules::phone, said!(l, "setup.no_phone", most = MAX_PHONE))
                .flatten(),
            email: self.email("email", &typed.email).map(|it| it.shown().to_owned()),
            address: self
                .take(
                    "address",
                    &typed.address,
                    rules::address,
                    said!(l, "firm.details.fault.address", lines = MOST_LINES, most = LONGEST_ADDRESS),
                )
                .flatten(),
            website: self
                .take("website", &typed.website, rules::website, said!(l, "firm.details.fault.website"))
                .flatten(),
            time_zone: self.zone(&typed.time_zone),
            sender_name: self.name("sender_name", &typed.sender_name, false),
            reply_to: self.answers("reply_to", &typed.reply_to).map(|it| it.shown().to_owned()),
            invitation_days: self
                .take(
                    "invitation_days",
                    &typed.invitation_days,
                    rules::days,
                    said!(l, "firm.details.fault.days", least = DAYS.start(), most = DAYS.end()),
                )
                .unwrap_or_default(),
            own_address: ticked.has("own_address"),
            ..Details::default()
        };
        let Some(locale) = Locale::ALL.into_iter().find(|it| it.tag() == typed.locale) else {
            self.say("locale", said!(l, "common.required"));
            return Err(AppError::Invalid(self.faults));
        };
        let offered = |it: &Locale| *it == locale || ticked.has(&format!("offer_{}", it.tag()));
        let languages: Vec<&str> = Locale::ALL.iter().filter(|it| offered(it)).map(|it| it.tag()).collect();
        if self.faults.is_empty() {
            Ok(Details { locale: locale.tag().to_owned(), languages: languages.join(" "), ..row })
        } else {
            Err(AppError::Invalid(self.faults))
        }
    }

    fn say(&mut self, field: &str, said: Said) {
        self.faults.push(Fault::at(field, said));
    }

    fn take<T>(
        &mut self,
        field: &str,
        typed: &str,
        rule: fn(&str) -> Result<T, Unfit>,
        said: Said,
    ) -> Option<T> {
        match rule(typed) {
            Ok(value) => Some(value),
            Err(Unfit) => {
                self.say(field, said);
                None
            }
        }
    }

    fn name(&mut self, field: &str, typed: &str, required: bool) -> Option<String> {
        let l = self.cx.locale;
        let text = match parse_name(typed) {
            Ok(name) => return Some(name),
            Err(NameProblem::Empty) if !required => return None,
            Err(problem) => name_fault(l, problem),
        };
        self.say(field, text);
        None
    }

    fn email(&mut self, field: &str, typed: &str) -> Option<EmailAddress> {
        if typed.trim().is_empty() {
            return None;
        }
        match EmailAddress::parse(typed) {
            Ok(address) => Some(address),
            Err(problem) => {
                self.say(field, address_fault(self.cx.locale, problem));
                None
            }
        }
    }

    /// Where answers go: to an address that every mail program can write to.
    fn answers(&mut self, field: &str, typed: &str) -> Option<EmailAddress> {
        let address = self.email(field, typed)?;
        if !address.is_plain() {
            self.say(field, said!(self.cx.locale, "address.answers"));
        }
        Some(address)
    }

    /// A zone of the database in use, or the one that is stored.
    fn zone(&mut self, zone: &str) -> String {
        if zone != self.cx.firm.time_zone && !when::zones().iter().any(|known| known == zone) {
            self.say("time_zone", said!(self.cx.locale, "setup.no_zone"));
        }
        zone.to_owned()
    }
}
