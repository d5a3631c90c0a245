//! What is pressed, typed into and chosen from.

use leptos::prelude::*;

use super::Section;
use crate::{
    Avatar, AvatarShape, Badge, Button, Card, Checkbox, CodeField, CopyField, CopyText, Countdown, Field,
    FileField, LinkButton, Look, PasswordField, RadioCard, SearchField, SelectField, SelectOption, Switch,
    TextArea, Tone,
};

#[component]
pub(super) fn Buttons() -> impl IntoView {
    view! {
        <Section id="buttons">
            <Card title="Looks" subtitle="One primary a page. Hover darkens, focus shows a ring with a gap.">
                <div class="stack">
                    <div class="row">
                        <Button look=Look::Primary>"Sign in"</Button>
                        <Button>"Save draft"</Button>
                        <Button look=Look::Ghost>"Cancel"</Button>
                        <Button look=Look::Danger>"Archive account"</Button>
                        <Button look=Look::Link>"Forgot password?"</Button>
                    </div>
                    <div class="row">
                        <Button look=Look::Primary icon="plus">"New account"</Button>
                        <Button icon="upload">"Upload"</Button>
                        <Button look=Look::Ghost icon="download">"Download"</Button>
                        <LinkButton href="#" icon="external-link">"A link"</LinkButton>
                        <Button icon="refresh-cw" icon_only="Refresh"/>
                        <Button look=Look::Ghost icon="x" icon_only="Close"/>
                    </div>
                    <div class="row">
                        <Button look=Look::Primary busy=true>"Signing in"</Button>
                        <Button busy=true icon="upload">"Upload"</Button>
                        <Button small=true busy=true>"Retry"</Button>
                        <Button unavailable=Some("The account is archived.".to_owned())>"Send invitation"</Button>
                        <Countdown
                            seconds=42
                            ready="Resend code"
                            waiting=|left: u32| format!("Resend code ({left} s)")
                        />
                    </div>
                    <div class="row">
                        <Button small=true>"Small"</Button>
                        <Button small=true look=Look::Primary icon="send">"Send"</Button>
                        <Button small=true icon="pencil" icon_only="Edit"/>
                    </div>
                </div>
            </Card>
        </Section>
    }
    .into_any()
}

#[component]
pub(super) fn Fields() -> impl IntoView {
    let languages = vec![
        SelectOption::new("en", "English"),
        SelectOption::new("de", "Deutsch"),
        SelectOption::new("ja", "日本語"),
    ];
    view! {
        <Section id="fields">
            <Card>
                <div class="grid gap-x-8 gap-y-6 md:grid-cols-2">
                    <Field id="k-name" label="Name" value="Anna Müller" user_text=true/>
                    <Field id="k-phone" label="Phone" kind="tel" optional="optional" placeholder="+49 30 123456"/>
                    <Field
                        id="k-email"
                        label="E-mail"
                        kind="email"
                        hint="Documents and invitations go to this address."
                        value="anna@mueller.example"
                    />
                    <Field
                        id="k-wrong"
                        label="E-mail"
                        kind="email"
                        value="anna@mueller"
                        error="Enter an e-mail address such as name@example.com."
                    />
                    <PasswordField
                        id="k-new"
                        label="New password"
                        show="Show"
                        hide="Hide"
                        autocomplete="new-password"
                        minlength=12
                        required=false
                        rule="At least 12 characters. A sentence is easier to remember than a riddle."
                        meter="Good: hard to guess."
                    />
                    <FileField
                        id="k-file"
                        label="Logo"
                        hint="PNG, JPEG or WebP."
                        choose="Choose file"
                        none="No file chosen"
                        chosen="A file is chosen"
                        accept="image/png"
                    />
                    <CodeField id="k-code" label="Code" hint="Six digits, from the e-mail we have just sent."/>
                    <SelectField id="k-language" label="Language" options=languages selected="de"/>
                    <CopyField
                        id="k-link"
                        label="Login help link"
                        value="https://portal.weber-partner.example/help/login"
                        copy="Copy"
                        copied="Copied"
                    />
                    <CopyText
                        id="k-text"
                        label="Text for the client"
                        text="Hello,\n\nthis is our sign-in page: https://portal.weber-partner.example/login"
                        copy="Copy text"
                        copied="Copied"
                    />
                    <TextArea
                        id="k-message"
                        label="Personal message"
                        optional="optional"
                        hint="Shown in the invitation, above the button."
                        value="Dear Anna,\n\nyour portal is ready. Please use it for all documents from now on."
                    />
                    <div class="field">
                        <span class="field-label">"Search"</span>
                        <SearchField id="k-search" label="Search accounts" placeholder="Name, number, e-mail" shortcut="/"/>
                    </div>
                </div>
            </Card>
        </Section>
    }
    .into_any()
}

#[component]
pub(super) fn Choices() -> impl IntoView {
    view! {
        <Section id="choices">
            <div class="grid gap-6 lg:grid-cols-2">
                <Card title="Checkbox" subtitle="Saved together with the form.">
                    <div class="stack">
                        <Checkbox id="k-trust" label="Trust this device for 30 days" checked=true/>
                        <Checkbox
                            id="k-invite"
                            label="Send an invitation"
                            hint="The link is valid for 14 days and can be sent again."
                        />
                    </div>
                </Card>
                <Card title="Radio cards" subtitle="One of a few, with room to tell them apart.">
                    <fieldset class="radio-cards">
                        <legend class="sr-only">"Account"</legend>
                        <AccountCard id="mueller" name="Müller GmbH" detail="Company" checked=true todo="3 to do"/>
                        <AccountCard id="anna" name="Anna Müller" detail="Private"/>
                        <AccountCard
                            id="soehne"
                            name="Müller & Söhne Immobilienverwaltungsgesellschaft KG"
                            detail="Company"
                            todo="12 to do"
                        />
                    </fieldset>
                </Card>
            </div>
        </Section>
    }
    .into_any()
}

/// A row of the account chooser.
#[component]
pub(super) fn AccountCard(
    id: &'static str,
    name: &'static str,
    detail: &'static str,
    #[prop(optional)] checked: bool,
    #[prop(optional)] todo: Option<&'static str>,
) -> impl IntoView {
    let shape = if detail == "Company" { AvatarShape::Company } else { AvatarShape::Person };
    view! {
        <RadioCard
            id=format!("account-{id}")
            name="account"
            value=id
            title=name
            detail=detail
            checked=checked
            lead=move || view! { <Avatar id=id name=name shape=shape/> }
            trail=move || {
                view! {
                    {checked.then(|| view! { <Badge>"Last used"</Badge> })}
                    {todo.map(|text| view! { <Badge tone=Tone::Info>{text}</Badge> })}
                }
            }
        />
    }
    .into_any()
}

#[component]
pub(super) fn Switches() -> impl IntoView {
    let retry = || view! { <Button look=Look::Link>"Retry"</Button> };
    view! {
        <Section id="switches">
            <Card subtitle="Takes effect at once." title="Switch">
                <div class="grid grid-cols-2 gap-6 md:grid-cols-4">
                    <Labelled text="On"><Switch id="k-s1" label="LOGIN: a" on_text="On" off_text="Off" checked=true/></Labelled>
                    <Labelled text="Off"><Switch id="k-s2" label="LOGIN: b" on_text="On" off_text="Off" checked=false/></Labelled>
                    <Labelled text="Saving"><Switch id="k-s3" label="LOGIN: c" on_text="On" off_text="Off" checked=true busy=true/></Labelled>
                    <Labelled text="With a note">
                        <Switch id="k-s4" label="NOTIFY: d" on_text="On" off_text="Off" checked=true note="4 of 9"/>
                    </Labelled>
                    <Labelled text="Failed">
                        <Switch
                            id="k-s5"
                            label="NOTIFY: e"
                            on_text="On"
                            off_text="Off"
                            checked=false
                            failed="Not saved: no connection."
                            retry=retry
                        />
                    </Labelled>
                    <Labelled text="Locked">
                        <Switch
                            id="k-s6"
                            label="Security e-mails"
                            on_text="On"
                            off_text="Off"
                            checked=true
                            locked="Security mails are always on."
                        />
                    </Labelled>
                    <Labelled text="Changed by a colleague">
                        <Switch id="k-s7" label="LOGIN: g" on_text="On" off_text="Off" checked=true changed=true note="Eva, just now"/>
                    </Labelled>
                    <Labelled text="Saving, off"><Switch id="k-s8" label="LOGIN: h" on_text="On" off_text="Off" checked=false busy=true/></Labelled>
                </div>
            </Card>
        </Section>
    }
    .into_any()
}

#[component]
fn Labelled(text: &'static str, children: Children) -> impl IntoView {
    view! {
        <div>
            <div class="caption">{text}</div>
            {children()}
        </div>
    }
    .into_any()
}
