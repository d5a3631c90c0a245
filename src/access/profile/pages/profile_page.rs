//! The profile, the same page for staff and clients.

use crate::frame::FormProblems;
use crate::gate::{Problem, outcome, shell};
use crate::profile::Profile;
use crate::profile::rules::SESSION_CHOICES;
use crate::profile::server_fns::my_profile;
use i18n::{t, tn};
use kernel::names::MAX_NAME;
use kernel::{Locale, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Button, Card, Field, Look, PageHeader, SelectField, SelectOption, Skeleton, Title};

/// Name, language, time zone, account after the sign-in, length of a sign-in.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let profile = ui::data(|| (), |()| my_profile());
    view! {
        <Title text=t!("profile.title")/>
        <PageHeader title=t!("profile.title") subtitle=t!("profile.subtitle")/>
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=6/> }>
            {move || Suspend::new(async move {
                match profile.await {
                    Ok(profile) => view! { <ProfileForm profile=profile/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn ProfileForm(profile: Profile) -> impl IntoView {
    let back = use_location().pathname.get_untracked();
    let last = outcome();
    let field = |name: &str, stored: &str| {
        let value = last.value("profile", name).unwrap_or_else(|| stored.to_owned());
        (value, last.on("profile", name))
    };
    let session = profile.session.map(|minutes| minutes.to_string()).unwrap_or_default();
    let (name, wrong_name) = field("name", &profile.name);
    let (locale, wrong_locale) = field("locale", &profile.locale);
    let (zone, wrong_zone) = field("zone", &profile.zone);
    let (account, wrong_account) = field("account", &profile.account);
    let (session, wrong_session) = field("session", &session);
    let zones = zones(&profile);
    let choice = (profile.accounts.len() > 1).then(|| {
        view! {
            <SelectField
                id="account"
                label=t!("profile.account")
                hint=t!("profile.account_hint")
                options=accounts(&profile)
                selected=account
                error=wrong_account
            />
        }
    });
    view! {
        <Card>
            <form novalidate class="stack" method="post" action=paths::MY_PROFILE>
                <FormProblems form="profile"/>
                <input type="hidden" name="back" value=back/>
                <Field
                    id="name"
                    label=t!("profile.name")
                    hint=t!("profile.name_hint")
                    value=name
                    error=wrong_name
                    autocomplete="name"
                    maxlength=MAX_NAME
                    required=true
                    user_text=true
                />
                <Field
                    id="profile-email"
                    label=t!("profile.email")
                    hint=t!("profile.email_hint")
                    kind="email"
                    value=profile.email.clone()
                    autocomplete="email"
                    readonly=true
                />
                {(!shell().visitor.is_staff()).then(|| view! {
                    <p><a class="link" href=paths::MY_ADDRESS rel="external">{t!("profile.email_change")}</a></p>
                })}
                <SelectField
                    id="locale"
                    label=t!("common.language")
                    hint=t!("profile.language_hint")
                    options=Locale::ALL.map(|it| SelectOption::new(it.tag(), it.name())).to_vec()
                    selected=locale
                    error=wrong_locale
                />
                <SelectField
                    id="zone"
                    label=t!("profile.zone")
                    hint=t!("profile.zone_hint")
                    options=zones
                    selected=zone
                    error=wrong_zone
                />
                {choice}
                <SelectField
                    id="session"
                    label=t!("profile.session")
                    hint=t!("profile.session_hint")
                    options=lengths(profile.longest)
                    selected=session
                    error=wrong_session
                />
                <div>
                    <Button look=Look::Primary>{t!("common.save")}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}

/// The firm's zone first, then all others; a stored one that is no longer offered stays.
fn zones(profile: &Profile) -> Vec<SelectOption> {
    let firm = SelectOption::new("", t!("profile.zone_firm", zone = profile.firm_zone.replace('_', " ")));
    let stored = Some(&profile.zone).filter(|zone| !zone.is_empty() && !profile.zones.contains(zone));
    let mut zones = vec![firm];
    zones.extend(stored.map(|zone| SelectOption::new(zone, zone.replace('_', " "))));
    zones.extend(SelectOption::of_zones(&profile.zones));
    zones
}

fn accounts(profile: &Profile) -> Vec<SelectOption> {
    let ask = SelectOption::new("", t!("profile.account_ask"));
    let known = profile
        .accounts
        .iter()
        .map(|it| SelectOption::new(it.code.clone(), format!("{} ({})", it.name, it.code)));
    std::iter::once(ask).chain(known).collect()
}

fn lengths(longest: i64) -> Vec<SelectOption> {
    let longest = SelectOption::new("", t!("profile.session_longest", hours = longest));
    let shorter = SESSION_CHOICES.into_iter().map(|minutes| {
        let label = if minutes % 60 == 0 {
            tn!("profile.hours", minutes / 60)
        } else {
            tn!("profile.minutes", minutes)
        };
        SelectOption::new(minutes.to_string(), label)
    });
    std::iter::once(longest).chain(shorter).collect()
}
