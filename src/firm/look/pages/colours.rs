//! The two colours.

use crate::look::model::{ACCENT, FirmLook, SIDEBAR};
use crate::parts::{FormProblem, fault, typed};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Ask, Button, Card, Field, Look};

const FORM: &str = "colours";

#[component]
pub(super) fn Colours(look: FirmLook) -> impl IntoView {
    let chosen = look.accent.is_some() || look.sidebar.is_some();
    let accent = typed(FORM, "accent", look.accent.as_deref().unwrap_or(ACCENT));
    let sidebar = typed(FORM, "sidebar", look.sidebar.as_deref().unwrap_or(SIDEBAR));
    view! {
        <Card title=t!("firm.look.colours") subtitle=t!("firm.look.colours_text")>
            <div class="stack">
                <form novalidate method="post" action=paths::FIRM_LOOK class="stack">
                    <FormProblem form=FORM/>
                    <ColourField field="accent" label=t!("firm.look.accent") hint=t!("firm.look.accent_hint", example = ACCENT) value=accent/>
                    <ColourField field="sidebar" label=t!("firm.look.sidebar") hint=t!("firm.look.sidebar_hint", example = SIDEBAR) value=sidebar/>
                    <div class="row">
                        <Button look=Look::Primary>{t!("firm.look.colours_submit")}</Button>
                        {chosen
                            .then(|| {
                                view! {
                                    <Ask text=t!("firm.look.own") icon="undo-2" question=t!("firm.look.own_ask")>
                                        <Button look=Look::Danger name="own" value="true" formnovalidate=true>
                                            {t!("firm.look.own_yes")}
                                        </Button>
                                    </Ask>
                                }
                            })}
                    </div>
                </form>
            </div>
        </Card>
    }
    .into_any()
}

/// A colour as a code, for firms have theirs in writing, with a patch that shows it.
#[component]
fn ColourField(
    field: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    value: String,
) -> impl IntoView {
    let shown = RwSignal::new(value.clone());
    view! {
        <div class="row">
            <svg class="colour-patch" viewBox="0 0 1 1" aria-hidden="true">
                <rect width="1" height="1" fill=move || patch(&shown.get())></rect>
            </svg>
            <Field
                id=format!("{FORM}-{field}")
                name=field
                label=label
                hint=hint
                value=value
                error=fault(FORM, field)
                autocomplete="off"
                maxlength=ACCENT.len()
                required=true
                on_input=Callback::new(move |text| shown.set(text))
            />
        </div>
    }
    .into_any()
}

/// What is no colour yet is not shown.
fn patch(text: &str) -> String {
    kernel::Colour::parse(text).map_or_else(|| "none".to_owned(), |colour| colour.to_string())
}
