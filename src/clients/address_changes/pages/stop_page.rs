//! `/address-change`: opening it changes nothing (SEC-16); its button stops the change (ECHG-6).

use crate::address_changes::model::StopView;
use crate::address_changes::server_fns::address_change;
use access::frame::AuthFrame;
use access::gate::{page_status, shell};
use access::links::{self, LinkName, Opened};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, LinkButton, Look};

/// What the link is good for.
#[component]
pub fn StopChangePage() -> impl IntoView {
    links::page(address_change, face, paths::STOP_ADDRESS_CHANGE, None)
}

fn face(opened: Opened<StopView>) -> AnyView {
    let firm = shell().firm.name;
    let (title, text) = match opened.view {
        StopView::Open { old, masked, by, at } => {
            let text = t!("address_changes.stop.text", firm = firm, old = old, new = masked);
            let effect = t!("address_changes.stop.effect", old = old, new = masked);
            return view! {
                <AuthFrame title=t!("address_changes.stop.title")>
                    <p class="lede">{text}</p>
                    <p>{effect}</p>
                    <form method="post" action=paths::STOP_ADDRESS_CHANGE>
                        <LinkName name=opened.name/>
                        <Button look=Look::Danger wide=true>{t!("address_changes.stop.submit")}</Button>
                    </form>
                    <p class="caption">{t!("address_changes.stop.by", name = by, date = at.text)}</p>
                </AuthFrame>
            }
            .into_any();
        }
        StopView::Stopped => {
            (t!("address_changes.stop.stopped_title"), t!("address_changes.stop.stopped", firm = firm))
        }
        StopView::Accepted => {
            page_status(410);
            (t!("address_changes.stop.accepted_title"), t!("address_changes.stop.accepted", firm = firm))
        }
        StopView::Expired => {
            page_status(410);
            (t!("address_changes.stop.expired_title"), t!("address_changes.stop.expired"))
        }
    };
    view! {
        <AuthFrame title=title>
            <p class="lede">{text}</p>
            <LinkButton href=paths::SIGN_IN wide=true>{t!("address_changes.stop.signs")}</LinkButton>
        </AuthFrame>
    }
    .into_any()
}
