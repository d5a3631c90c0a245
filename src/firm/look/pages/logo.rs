//! The logo: as it is, another one, or none.

use crate::look::model::FirmLook;
use crate::look::rules::MOST_KB;
use crate::parts::{FormProblem, fault};
use i18n::t;
use kernel::icon::LONGEST_SIDE;
use kernel::paths;
use leptos::prelude::*;
use ui::{Ask, Button, Card, FileField, Look};

/// What the browser offers to choose from; the server looks at the bytes.
const KINDS: &str = "image/png,image/jpeg,image/webp";

#[component]
pub(super) fn Logo(look: FirmLook) -> impl IntoView {
    let has_logo = look.logo.is_some();
    let shown = look.logo.map(|src| {
        view! {
            <div class="row">
                <img class="brand-shown" src=src alt=t!("firm.look.logo_alt")/>
                <Ask text=t!("firm.look.logo_remove") icon="trash-2" question=t!("firm.look.logo_ask")>
                    <form method="post" action=paths::FIRM_LOGO_REMOVE>
                        <Button look=Look::Danger>{t!("firm.look.logo_yes")}</Button>
                    </form>
                </Ask>
            </div>
        }
    });
    let label = if has_logo { t!("firm.look.logo_other") } else { t!("firm.look.logo_choose") };
    view! {
        <Card title=t!("firm.look.logo") subtitle=t!("firm.look.logo_text")>
            <div class="stack">
                {shown}
                <form novalidate method="post" action=paths::FIRM_LOGO enctype="multipart/form-data" class="stack">
                    <FormProblem form="logo"/>
                    <FileField
                        id="logo-logo"
                        name="logo"
                        label=label
                        choose=t!("firm.look.choose")
                        none=t!("firm.look.none_chosen")
                        chosen=t!("firm.look.chosen")
                        hint=t!("firm.look.logo_hint", most = MOST_KB, side = LONGEST_SIDE)
                        error=fault("logo", "logo")
                        accept=KINDS
                    />
                    <div class="row">
                        <Button icon="upload" look=Look::Secondary>{t!("firm.look.logo_submit")}</Button>
                    </div>
                </form>
            </div>
        </Card>
    }
    .into_any()
}
