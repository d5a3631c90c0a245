//! A card of the firm's settings: a mail to oneself that leaves at once, and what the mail server said.

use crate::gate::{VisitorCard, outcome, shell};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, ErrorSummary, FieldError};

/// For owner and admins; works without JavaScript.
#[component]
pub fn TestMailCard() -> impl IntoView {
    let shell = shell();
    if !shell.visitor.is_admin() {
        return ().into_any();
    }
    let VisitorCard::SignedIn { email, .. } = shell.visitor else { return ().into_any() };
    let last = outcome();
    let problem = last.problem.filter(|_| last.form == "test_mail");
    let errors = problem.into_iter().map(FieldError::whole_form).collect::<Vec<_>>();
    view! {
        <Card title=t!("mail_state.test.title") subtitle=t!("mail_state.test.text", email = email)>
            <form method="post" action=paths::FIRM_TEST_MAIL class="stack" id="test-mail">
                <ErrorSummary id="test-mail-problems" title=t!("common.problem_title") errors=errors/>
                <div class="row">
                    <Button icon="mail">{t!("mail_state.test.button")}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
