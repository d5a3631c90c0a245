//! Two pages before the portal, made of nothing but the kit.

use leptos::prelude::*;

use super::controls::AccountCard;
use crate::{
    AuthShell, Banner, Button, Checkbox, CodeField, Countdown, ErrorSummary, Field, FieldError, Look, Menu,
    MenuButton, PasswordField, Tone,
};

fn language() -> impl IntoView {
    view! {
        <Menu id="language" label="Language" text="English" icon="globe">
            <MenuButton text="English" lang="en" current=true/>
            <MenuButton text="Deutsch" lang="de"/>
            <MenuButton text="日本語" lang="ja"/>
        </Menu>
    }
}

fn footer() -> impl IntoView {
    view! {
        <a href="#help">"Help"</a>
        <a href="#imprint">"Imprint"</a>
        <a href="#privacy">"Privacy"</a>
    }
}

/// Sign-in with an error, as it comes back from the server.
#[component]
pub fn SignInSample() -> impl IntoView {
    view! {
        <AuthShell firm="Weber & Partner" language=language footer=footer>
            <h1>"Sign in"</h1>
            <Banner tone=Tone::Danger>"E-mail or password is wrong."</Banner>
            <form method="post">
                <Field
                    id="s-email"
                    name="email"
                    label="E-mail"
                    kind="email"
                    autocomplete="username"
                    value="anna@mueller.example"
                    required=true
                />
                <PasswordField id="s-password" name="password" label="Password" show="Show" hide="Hide"/>
                <a class="link self-start" href="#forgot">"Forgot password?"</a>
                <Button look=Look::Primary wide=true>"Sign in"</Button>
            </form>
            <p class="caption">"Clients and staff sign in here."</p>
        </AuthShell>
    }
    .into_any()
}

/// The code that comes by mail.
#[component]
pub fn CodeSample() -> impl IntoView {
    view! {
        <AuthShell firm="Weber & Partner" language=language footer=footer>
            <div>
                <h1>"Check your e-mail"</h1>
                <p class="lede mt-2">"We sent a code to a***@mueller.example. It is valid for 10 minutes."</p>
            </div>
            <form method="post">
                <CodeField id="s-code" name="code" label="Code"/>
                <Checkbox id="s-trust" label="Trust this device for 30 days"/>
                <Button look=Look::Primary wide=true>"Verify"</Button>
            </form>
            <form method="post">
                <Countdown seconds=42 ready="Resend code" waiting=|left: u32| format!("Resend code ({left} s)")/>
            </form>
        </AuthShell>
    }
    .into_any()
}

/// A new password that was refused: the summary has the focus.
#[component]
pub fn ResetSample() -> impl IntoView {
    let errors = vec![FieldError::at("s-new", "Choose a password of at least 12 characters.")];
    view! {
        <AuthShell firm="Weber & Partner" language=language footer=footer>
            <h1>"Choose a new password"</h1>
            <ErrorSummary id="s-summary" title="Please correct one thing" errors=errors/>
            <form method="post">
                <Field id="s-who" name="username" label="E-mail" kind="email" value="anna@mueller.example" readonly=true/>
                <PasswordField
                    id="s-new"
                    name="password"
                    label="New password"
                    show="Show"
                    hide="Hide"
                    autocomplete="new-password"
                    minlength=12
                    rule="At least 12 characters. A sentence is easier to remember than a riddle."
                    error="Choose a password of at least 12 characters."
                />
                <Button look=Look::Primary wide=true>"Save and sign in"</Button>
            </form>
        </AuthShell>
    }
    .into_any()
}

/// Which account to work in.
#[component]
pub fn ChooserSample() -> impl IntoView {
    view! {
        <AuthShell firm="Weber & Partner" wide=true footer=footer>
            <div>
                <h1>"Choose an account"</h1>
                <p class="lede mt-2">"You can change it any time with “Switch account” in the sidebar."</p>
            </div>
            <form method="post">
                <fieldset class="radio-cards">
                    <legend class="sr-only">"Account"</legend>
                    <AccountCard id="c1" name="Müller GmbH" detail="Company" checked=true todo="3 to do"/>
                    <AccountCard id="c2" name="Anna Müller" detail="Private"/>
                    <AccountCard id="c3" name="Müller & Söhne Immobilienverwaltungs KG" detail="Company" todo="12 to do"/>
                </fieldset>
                <div class="row justify-end">
                    <Button>"Stay in Müller GmbH"</Button>
                    <Button look=Look::Primary>"Continue"</Button>
                </div>
            </form>
        </AuthShell>
    }
    .into_any()
}
