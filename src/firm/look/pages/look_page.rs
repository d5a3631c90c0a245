//! `/app/settings/firm/look`

use super::colours::Colours;
use super::logo::Logo;
use crate::look::model::FirmLook;
use crate::look::server_fns::read_look;
use crate::parts::Head;
use access::gate::Problem;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, Skeleton};

/// Logo, colours, and a mail to see them in.
#[component]
pub fn FirmLookPage() -> impl IntoView {
    let look = ui::data(|| (), |()| read_look());
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=6/> }>
            {move || Suspend::new(async move {
                match look.await {
                    Ok(look) => view! { <Body look=look/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Body(look: FirmLook) -> impl IntoView {
    view! {
        <Head title=t!("firm.look.title")/>
        <div class="stack">
            <Logo look=look.clone()/>
            <Colours look=look/>
            <Card title=t!("firm.trial.title") subtitle=t!("firm.trial.about")>
                <form method="post" action=paths::FIRM_TRIAL_MAIL>
                    <Button icon="send">{t!("firm.trial.submit")}</Button>
                </form>
            </Card>
        </div>
    }
    .into_any()
}
