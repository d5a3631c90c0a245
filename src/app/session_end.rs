//! Before a session ends the page says so, and when it has ended the page goes to the sign-in and takes along what was
//! typed (ux.md, check 15; SEC-33).
//!
//! Drawn by the server beside the app and moved by `session_end.js`: it has to work before the client is loaded, when
//! it never is, and without weighing anything in it.

use access::sessions::END_WARNING;
use i18n::t;
use kernel::{Outcome, Ts, paths};
use leptos::prelude::*;
use ui::Icon;

/// The mark of whoever this page is drawn for, which goes along with what is sent from it.
#[derive(Clone, Debug, Default)]
pub struct DrawnFor(pub String);

/// See the module. Nothing for whoever is not signed in.
#[component]
pub fn SessionEnd() -> impl IntoView {
    let left = use_context::<access::sessions::Left>()?;
    let kept = use_context::<Outcome>()
        .is_some_and(|outcome| outcome.form == Outcome::ANY && outcome.problem.is_none());
    let DrawnFor(mark) = use_context::<DrawnFor>().unwrap_or_default();
    let last = if left.last { "true" } else { "false" };
    let clock = format!("{}:00", END_WARNING / Ts::MINUTE);
    Some(view! {
        <dialog
            class="dialog"
            id="session-end"
            role="alertdialog"
            aria-labelledby="session-end-title"
            aria-describedby="session-end-why"
            data-seconds=left.seconds.to_string()
            data-last=last
            data-keep=paths::SESSION_KEEP
            data-for=mark
            data-out=paths::SIGN_OUT
        >
            <div class="dialog-head">
                <h2 class="dialog-title" id="session-end-title">
                    {t!("sessions.ending.title")}
                </h2>
                <output class="session-clock" role="timer" aria-live="off">{clock}</output>
            </div>
            <div class="dialog-body">
                <p id="session-end-why" data-when="idle">{t!("sessions.ending.idle")}</p>
                <p data-when="last" hidden>{t!("sessions.ending.last")}</p>
                <p class="sr-only" role="status"></p>
                <div class="dialog-actions">
                    <form method="post" action=paths::SIGN_OUT>
                        <button class="btn">{t!("common.sign_out")}</button>
                    </form>
                    <button class="btn btn-primary" type="button" data-when="idle" autofocus>
                        {t!("sessions.ending.stay")}
                    </button>
                    <button class="btn btn-primary" type="button" data-when="last" hidden>
                        {t!("sessions.ending.close")}
                    </button>
                </div>
            </div>
        </dialog>
        {kept.then(|| view! { <Kept/> })}
    })
}

/// What was typed before the sign-in is on this page again.
#[component]
fn Kept() -> impl IntoView {
    view! {
        <div class="toasts">
            <dialog class="toast tone-info" id="session-kept" open aria-label=t!("sessions.unsent.title")>
                <Icon name="info"/>
                <p class="toast-text" role="status">{t!("sessions.unsent.here")}</p>
                <form method="dialog">
                    <button class="toast-x" aria-label=t!("common.close")>
                        <Icon name="x"/>
                    </button>
                </form>
            </dialog>
        </div>
    }
}
