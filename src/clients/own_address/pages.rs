//! The two pages, drawn by the server and never woken up: every word and every form is there at once.

use super::UndoesChange;
use super::rules::STOP_LIFE;
use super::server::reading::{self, AskTheFirm, OwnView};
use super::server::undoing::{self, UndoView};
use super::server_fns::FORM;
use access::codes::{DIGITS, OWN_ADDRESS};
use access::frame::{AuthFrame, AuthProblem, FirmContact, FormProblems};
use access::gate::{self, outcome, page_status, shell};
use access::links::{self, LinkName, Opened};
use access::mail_state::DELIVERY_TIME;
use futures::FutureExt;
use i18n::t;
use kernel::{AppError, EmailAddress, Ts, paths};
use leptos::prelude::*;
use ui::{Button, CodeField, Field, LinkButton, Look, PasswordField};

/// `/account/address`: the form, then the code, or whom to ask.
#[component]
pub fn OwnAddressPage() -> impl IntoView {
    // A page is drawn a second time when its answer is there; the question is asked once.
    let asked = own().boxed().shared();
    view! {
        <Suspense>
            {move || {
                let asked = asked.clone();
                Suspend::new(async move {
                    match asked.await {
                        Ok(view) => own_face(view),
                        Err(error) => view! { <AuthProblem error=error/> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

async fn own() -> Result<OwnView, AppError> {
    let (cx, visitor) = (gate::cx()?, gate::visitor()?);
    reading::view(&cx, &visitor).await
}

fn own_face(view: OwnView) -> AnyView {
    let body = match view {
        OwnView::Ask(reason) => ask(reason),
        OwnView::Form { email } => form(email),
        OwnView::Code { email, time } => code(&email, &time),
    };
    view! {
        <AuthFrame title=t!("own_address.title")>
            {body}
            <p>
                <a class="link" href=paths::PORTAL>{t!("own_address.back")}</a>
            </p>
        </AuthFrame>
    }
    .into_any()
}

/// The firm does it: how to reach it stands there too.
fn ask(reason: AskTheFirm) -> AnyView {
    let firm = shell().firm;
    let name = firm.name.clone();
    let text = match reason {
        AskTheFirm::Off => t!("own_address.ask", firm = name),
        AskTheFirm::Colleague => t!("own_address.ask_colleague"),
        AskTheFirm::Shared => t!("own_address.ask_shared", firm = name),
        AskTheFirm::Replacing => t!("own_address.ask_replacing", firm = name),
    };
    view! {
        <p class="lede">{text}</p>
        <p class="row"><FirmContact firm=firm/></p>
    }
    .into_any()
}

fn form(email: String) -> AnyView {
    let last = outcome();
    let (typed, wrong) = (last.value(FORM, "email").unwrap_or_default(), last.on(FORM, "email"));
    let current = last.on(FORM, "current");
    view! {
        <p class="lede">{t!("own_address.text")}</p>
        <form novalidate method="post" action=paths::MY_ADDRESS class="stack">
            <FormProblems form=FORM/>
            <input type="hidden" name="step" value="ask"/>
            <Field
                id="old-email"
                name="username"
                label=t!("own_address.old")
                kind="email"
                value=email
                autocomplete="username"
                readonly=true
            />
            <PasswordField
                id="current"
                label=t!("password.current")
                show=t!("common.show")
                hide=t!("common.hide")
                error=current
            />
            <Field
                id="email"
                label=t!("own_address.new")
                hint=t!("own_address.new_hint")
                kind="email"
                value=typed
                error=wrong
                autocomplete="email"
                maxlength=EmailAddress::MAX_BYTES
                required=true
            />
            <Button look=Look::Primary wide=true>{t!("own_address.send")}</Button>
        </form>
    }
    .into_any()
}

fn code(email: &str, time: &str) -> AnyView {
    let wrong = outcome().on(FORM, "code");
    let check = t!(
        "own_address.check",
        mail_minutes = DELIVERY_TIME / Ts::MINUTE,
        minutes = OWN_ADDRESS.life / Ts::MINUTE
    );
    let hint = t!("sign_in.code_hint", digits = DIGITS);
    view! {
        <p class="lede">{t!("own_address.sent", time = time, digits = DIGITS)}</p>
        <p><strong class="wrap-anywhere" data-testid="new-address">{email.to_owned()}</strong></p>
        <p class="caption">{check}</p>
        <form novalidate method="post" action=paths::MY_ADDRESS class="stack">
            <FormProblems form=FORM/>
            <input type="hidden" name="step" value="code"/>
            <CodeField id="code" label=t!("sign_in.code") hint=hint error=wrong autofocus=true/>
            <p class="caption">{t!("own_address.effect")}</p>
            <Button look=Look::Primary wide=true>{t!("own_address.submit")}</Button>
        </form>
        <form method="post" action=paths::MY_ADDRESS>
            <Button look=Look::Ghost wide=true name="step" value="again">{t!("sign_in.resend")}</Button>
        </form>
        <form method="post" action=paths::MY_ADDRESS>
            <Button look=Look::Ghost wide=true name="step" value="cancel">{t!("own_address.other")}</Button>
        </form>
    }
    .into_any()
}

/// `/address-undo`: opening it changes nothing (SEC-16).
#[component]
pub fn UndoAddressPage() -> impl IntoView {
    links::page(undo, undo_face, paths::UNDO_ADDRESS, None)
}

async fn undo(link: String) -> Result<Option<Opened<UndoView>>, AppError> {
    let cx = gate::cx()?;
    let Some(link) = links::opened::<UndoesChange>(&cx, &link).await? else { return Ok(None) };
    Ok(Some(link.shows(undoing::view(&cx, &link).await?)))
}

fn undo_face(opened: Opened<UndoView>) -> AnyView {
    let firm = shell().firm.name;
    match opened.view {
        UndoView::Open { old, masked, at, until } => view! {
            <AuthFrame title=t!("own_address.undo.title")>
                <p class="lede">{t!("own_address.undo.text", firm = firm, old = old, new = masked, date = at.text)}</p>
                <p>{t!("own_address.undo.effect", old = old)}</p>
                <form method="post" action=paths::UNDO_ADDRESS>
                    <LinkName name=opened.name/>
                    <Button look=Look::Danger wide=true>{t!("own_address.undo.submit")}</Button>
                </form>
                <p class="caption">{t!("own_address.undo.until", date = until.text)}</p>
            </AuthFrame>
        }
        .into_any(),
        UndoView::Stopped => view! {
            <AuthFrame title=t!("own_address.undo.stopped_title")>
                <p class="lede">{t!("own_address.undo.stopped")}</p>
                <LinkButton href=paths::FORGOT look=Look::Primary wide=true>{t!("own_address.undo.password")}</LinkButton>
            </AuthFrame>
        }
        .into_any(),
        UndoView::Late => {
            page_status(410);
            view! {
                <AuthFrame title=t!("own_address.undo.late_title")>
                    <p class="lede">{t!("own_address.undo.late", firm = firm, days = STOP_LIFE / Ts::DAY)}</p>
                    <p class="row">
                        <FirmContact firm=shell().firm/>
                    </p>
                </AuthFrame>
            }
            .into_any()
        }
    }
}
