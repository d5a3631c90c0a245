//! What the page says, and what it says when there is nothing to show.

use leptos::prelude::*;

use super::Section;
use crate::{
    Badge, Banner, Button, Card, EmptyState, ErrorState, ErrorSummary, FieldError, LinkButton, LoadMore,
    Look, Skeleton, Toast, Tone, toasts::ToastCard, use_feedback,
};

#[component]
pub(super) fn Messages() -> impl IntoView {
    let errors = RwSignal::new(Vec::new());
    let check = move |_| {
        errors.set(vec![
            FieldError::at("k-wrong", "Enter an e-mail address such as name@example.com."),
            FieldError::at("k-new", "Choose a password of at least 12 characters."),
        ]);
    };
    let undo = || view! { <Button small=true>"Remove block"</Button> };
    view! {
        <Section id="messages">
            <Card title="Badges">
                <div class="row">
                    <Badge>"Client"</Badge>
                    <Badge tone=Tone::Info>"Last used"</Badge>
                    <Badge tone=Tone::Success icon="check">"Active"</Badge>
                    <Badge tone=Tone::Warning icon="clock">"Invitation pending"</Badge>
                    <Badge tone=Tone::Danger icon="ban">"Suppressed"</Badge>
                    <Badge tone=Tone::Danger>"Overdue 2 days"</Badge>
                </div>
            </Card>
            <div class="grid gap-4">
                <Banner>"Activate your account to sign in: we have sent you a link on 3 March."</Banner>
                <Banner tone=Tone::Success title="Password changed.">"All other sessions were signed out."</Banner>
                <Banner tone=Tone::Warning>"You are offline. Changes are kept and sent when the connection is back."</Banner>
                <Banner tone=Tone::Danger title="Mail to old@adler.example is blocked." actions=undo>
                    "Hard bounce on 2 Mar 2026: the mailbox does not exist."
                </Banner>
                <div>
                    <Button kind="button" live_only=true on_click=check>"Send a form with errors"</Button>
                </div>
                <ErrorSummary id="k-summary" title="Two things need your attention" errors=errors/>
            </div>
            <Card title="Toasts" actions=toast_buttons>
                <div class="grid max-w-md gap-3">
                    <ToastCard
                        toast=Toast { id: 9001, seconds: 0, ..Toast::new("LOGIN is off for anna@mueller.example.").with_undo("Undo", || ()) }
                        dismiss="Dismiss"
                    />
                    <ToastCard toast=Toast::error("The invitation was not sent: the mail server does not answer.") dismiss="Dismiss"/>
                </div>
            </Card>
        </Section>
    }
    .into_any()
}

fn toast_buttons() -> impl IntoView {
    let feedback = use_feedback();
    view! {
        <Button kind="button" small=true on_click=move |_| feedback.toast(Toast::new("Saved."))>"Show a toast"</Button>
        <Button
            kind="button"
            small=true
            on_click=move |_| feedback.toast(Toast::new("Account archived.").with_undo("Undo", || ()))
        >
            "With Undo"
        </Button>
    }
}

#[component]
pub(super) fn States() -> impl IntoView {
    view! {
        <Section id="states">
            <div class="grid items-start gap-6 lg:grid-cols-2">
                <Card flush=true title="Nothing yet">
                    <EmptyState icon="folder-open" title="No documents yet" text="Files that you or the firm share appear here.">
                        <Button look=Look::Primary icon="upload">"Upload documents"</Button>
                    </EmptyState>
                </Card>
                <Card flush=true title="Nothing found">
                    <EmptyState icon="search" text="No accounts match “Muster” and 2 filters.">
                        <LinkButton href="#">"Clear filters"</LinkButton>
                    </EmptyState>
                </Card>
                <Card flush=true title="Failed">
                    <ErrorState
                        title="The list could not be loaded"
                        text="Your data is safe. Try again, or come back in a few minutes."
                        incident="Incident 7F3A-11C2"
                    >
                        <Button icon="refresh-cw">"Try again"</Button>
                    </ErrorState>
                </Card>
                <Card flush=true title="Loading">
                    <Skeleton label="Loading accounts" rows=4/>
                    <LoadMore href="#" text="Load more" progress="50 of 1,284"/>
                </Card>
            </div>
        </Section>
    }
    .into_any()
}

#[component]
pub(super) fn TypeAndColour() -> impl IntoView {
    view! {
        <Section id="type">
            <Card>
                <div class="stack prose">
                    <h1>"Heading 1: annual accounts 2025"</h1>
                    <h2>"Heading 2: what we still need"</h2>
                    <h3>"Heading 3: bank statements"</h3>
                    <p>"Body: we have received eleven of twelve statements. " <a href="#type">"See the list"</a> "."</p>
                    <p class="lede">"Muted: due on 14 Mar 2026, Europe/Berlin."</p>
                    <p class="amount">"€480.00"</p>
                    <p lang="ja">"日本語：確定申告に必要な書類をアップロードしてください。期限は2026年3月14日です。"</p>
                    <dl class="facts">
                        <div>
                            <dt>"Client number"</dt>
                            <dd class="num">"481"</dd>
                        </div>
                        <div>
                            <dt>"Tax office"</dt>
                            <dd>"Berlin für Körperschaften I"</dd>
                        </div>
                    </dl>
                </div>
            </Card>
        </Section>
    }
    .into_any()
}
