//! The form that changes the password, on the security page.

use super::NewPassword;
use crate::frame::FormProblems;
use crate::gate::outcome;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, Look, PasswordField};

/// Current and new password; the other devices are signed out.
#[component]
pub fn ChangePassword(
    /// The page to come back to.
    #[prop(into)]
    back: String,
    email: String,
    name: String,
) -> impl IntoView {
    let wrong = outcome().on("change_password", "current");
    view! {
        <Card title=t!("password.change_title") subtitle=t!("password.change_text")>
            <form novalidate class="stack" method="post" action=paths::MY_PASSWORD>
                <FormProblems form="change_password"/>
                <input type="hidden" name="back" value=back/>
                <input type="text" name="username" value=email.clone() autocomplete="username" readonly hidden/>
                <PasswordField
                    id="current"
                    label=t!("password.current")
                    show=t!("common.show")
                    hide=t!("common.hide")
                    error=wrong
                />
                <NewPassword form="change_password" label=t!("password.new") known=vec![email, name]/>
                <div>
                    <Button look=Look::Primary>{t!("password.change_submit")}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
