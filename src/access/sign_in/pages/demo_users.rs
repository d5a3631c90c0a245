//! Who can sign in to the demo. Only ever asked for in demo mode.

use crate::sign_in::server_fns::demo_users;
use crate::sign_in::{DEMO_PASSWORD, DemoUser};
use i18n::t;
use kernel::{Role, paths};
use leptos::prelude::*;
use ui::{Banner, Tone};

/// Addresses, who they are, the one password, and where the code lands. An address is a link to this page with the form
/// filled in; with scripts `app/modules/demo.ts` fills it at once.
#[component]
pub(super) fn DemoUsers(next: Option<String>) -> impl IntoView {
    let users = ui::data(|| (), |()| demo_users());
    view! {
        <Suspense>
            {move || {
                let next = next.clone();
                Suspend::new(async move {
                    let users = users.await.unwrap_or_default().into_iter();
                    let rows: Vec<_> = users.map(|user| row(user, next.as_deref())).collect();
                    view! {
                        <Banner tone=Tone::Info title=t!("sign_in.demo.title")>
                            <div class="stack">
                                <p>{t!("sign_in.demo.password")} " " <code class="whitespace-nowrap">{DEMO_PASSWORD}</code></p>
                                <ul class="stack">{rows}</ul>
                                <p>
                                    <a class="link" href=paths::DEV_MAIL rel="external" target="_blank">
                                        {t!("sign_in.demo.mail")}
                                    </a>
                                </p>
                            </div>
                        </Banner>
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

fn row(user: DemoUser, next: Option<&str>) -> AnyView {
    let what = match user.role {
        Some(Role::Owner) => t!("sign_in.demo.owner"),
        Some(Role::Admin) => t!("sign_in.demo.admin"),
        Some(Role::Employee) => t!("sign_in.demo.employee"),
        None => t!("sign_in.demo.client"),
    };
    let href = paths::sign_in_as(&user.email, next);
    let fill = user.email.clone();
    let with = (!user.own_password).then_some(DEMO_PASSWORD);
    let accounts = (!user.accounts.is_empty())
        .then(|| view! { <div class="caption" dir="auto">{user.accounts.join(", ")}</div> });
    view! {
        <li>
            <a class="link" rel="external" href=href data-fill=fill data-with=with>
                <code>{user.email}</code>
            </a>
            <div>
                <span dir="auto">{user.name}</span>
                " · "
                {what}
                {user.own_password.then(|| format!(" · {}", t!("sign_in.demo.own_password")))}
            </div>
            {accounts}
        </li>
    }
    .into_any()
}
