//! `/app/settings/firm`: one form, in four cards.

use crate::details::model::FirmDetails;
use crate::details::rules::{LONGEST_ADDRESS, LONGEST_SITE, MOST_DIGITS};
use crate::details::server_fns::read_details;
use crate::parts::{FormProblem, Head, VersionField, fault, ticked, typed};
use access::gate::Problem;
use access::invitations::DAYS;
use access::mail_state::TestMailCard;
use i18n::t;
use kernel::names::MAX_NAME;
use kernel::phone::MAX_PHONE;
use kernel::{EmailAddress, Locale, paths};
use leptos::prelude::*;
use ui::{Button, Card, Checkbox, Field, Look, SelectField, SelectOption, Skeleton, TextArea};

const FORM: &str = "firm";

/// What the firm says of itself.
#[component]
pub fn FirmDetailsPage() -> impl IntoView {
    let details = ui::data(|| (), |()| read_details());
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=8/> }>
            {move || Suspend::new(async move {
                match details.await {
                    Ok(details) => view! { <Body details=details/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Body(details: FirmDetails) -> impl IntoView {
    let (reach, time, mails, days) =
        (details.clone(), details.clone(), details.clone(), details.invitation_days);
    let own_address = ticked(FORM, "own_address", details.own_address);
    view! {
        <Head title=t!("firm.details.title")/>
        <form novalidate method="post" action=paths::FIRM class="stack">
            <FormProblem form=FORM/>
            <VersionField form=FORM stored=details.version/>
            <Reach details=reach/>
            <LanguageAndTime details=time/>
            <Mails details=mails/>
            <Card title=t!("firm.details.invitations")>
                <Field
                    id="firm-invitation_days"
                    name="invitation_days"
                    label=t!("firm.details.days")
                    hint=t!("firm.details.days_hint", least = DAYS.start(), most = DAYS.end())
                    value=typed(FORM, "invitation_days", &days.to_string())
                    error=fault(FORM, "invitation_days")
                    inputmode="numeric"
                    maxlength=MOST_DIGITS
                    required=true
                />
            </Card>
            <Card title=t!("firm.details.clients")>
                <Checkbox
                    id="firm-own_address"
                    name="own_address"
                    label=t!("firm.details.own_address")
                    checked=own_address
                />
                <p class="lede">{t!("firm.details.own_address_hint")}</p>
            </Card>
            <div class="row">
                <Button look=Look::Primary>{t!("common.save")}</Button>
            </div>
        </form>
        <TestMailCard/>
    }
    .into_any()
}

/// Name and how to reach the firm.
#[component]
fn Reach(details: FirmDetails) -> impl IntoView {
    view! {
        <Card title=t!("firm.details.reach") subtitle=t!("firm.details.reach_text")>
            <div class="stack">
                <Field
                    id="firm-name"
                    name="name"
                    label=t!("setup.firm_name")
                    value=typed(FORM, "name", &details.name)
                    error=fault(FORM, "name")
                    autocomplete="organization"
                    maxlength=MAX_NAME
                    required=true
                    user_text=true
                />
                <Field
                    id="firm-phone"
                    name="phone"
                    label=t!("setup.phone")
                    kind="tel"
                    value=typed(FORM, "phone", &details.phone)
                    error=fault(FORM, "phone")
                    optional=t!("common.optional")
                    autocomplete="tel"
                    maxlength=MAX_PHONE
                />
                <Field
                    id="firm-email"
                    name="email"
                    label=t!("setup.firm_email")
                    kind="email"
                    value=typed(FORM, "email", &details.email)
                    error=fault(FORM, "email")
                    optional=t!("common.optional")
                    autocomplete="off"
                    maxlength=EmailAddress::MAX_BYTES
                />
                <TextArea
                    id="firm-address"
                    name="address"
                    label=t!("firm.details.address")
                    value=typed(FORM, "address", &details.address)
                    error=fault(FORM, "address")
                    optional=t!("common.optional")
                    maxlength=LONGEST_ADDRESS
                />
                <Field
                    id="firm-website"
                    name="website"
                    label=t!("firm.details.website")
                    hint=t!("firm.details.website_hint")
                    inputmode="url"
                    value=typed(FORM, "website", &details.website)
                    error=fault(FORM, "website")
                    optional=t!("common.optional")
                    autocomplete="off"
                    maxlength=LONGEST_SITE
                />
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn LanguageAndTime(details: FirmDetails) -> impl IntoView {
    let languages = Locale::ALL.into_iter().map(|it| SelectOption::new(it.tag(), it.name())).collect();
    let zones = SelectOption::of_zones(&details.zones);
    let offered = Locale::ALL
        .into_iter()
        .map(|it| {
            let name = format!("offer_{}", it.tag());
            let checked = ticked(FORM, &name, details.languages.contains(&it));
            view! { <Checkbox id=format!("firm-{name}") name=name label=it.name() checked=checked/> }
        })
        .collect_view();
    view! {
        <Card title=t!("firm.details.language_and_time")>
            <div class="stack">
                <SelectField
                    id="firm-locale"
                    name="locale"
                    label=t!("firm.details.locale")
                    hint=t!("setup.language_hint")
                    options=languages
                    selected=typed(FORM, "locale", details.locale.tag())
                    error=fault(FORM, "locale")
                />
                <fieldset class="stack">
                    <legend>{t!("firm.details.offered")}</legend>
                    <p class="lede">{t!("firm.details.offered_hint")}</p>
                    {offered}
                </fieldset>
                <SelectField
                    id="firm-time_zone"
                    name="time_zone"
                    label=t!("setup.time_zone")
                    hint=t!("firm.details.time_zone_hint")
                    options=zones
                    selected=typed(FORM, "time_zone", &details.time_zone)
                    error=fault(FORM, "time_zone")
                />
            </div>
        </Card>
    }
    .into_any()
}

/// Who mails come from and where answers go.
#[component]
fn Mails(details: FirmDetails) -> impl IntoView {
    view! {
        <Card title=t!("firm.details.mails") subtitle=t!("firm.details.mails_text", address = details.sender_address)>
            <div class="stack">
                <Field
                    id="firm-sender_name"
                    name="sender_name"
                    label=t!("firm.details.sender_name")
                    hint=t!("firm.details.sender_name_hint")
                    value=typed(FORM, "sender_name", &details.sender_name)
                    error=fault(FORM, "sender_name")
                    optional=t!("common.optional")
                    autocomplete="off"
                    maxlength=MAX_NAME
                    user_text=true
                />
                <Field
                    id="firm-reply_to"
                    name="reply_to"
                    label=t!("firm.details.reply_to")
                    hint=t!("firm.details.reply_to_hint")
                    kind="email"
                    value=typed(FORM, "reply_to", &details.reply_to)
                    error=fault(FORM, "reply_to")
                    optional=t!("common.optional")
                    autocomplete="off"
                    maxlength=EmailAddress::MAX_BYTES
                />
            </div>
        </Card>
    }
    .into_any()
}
