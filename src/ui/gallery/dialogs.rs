//! What opens in front of the page.

use leptos::prelude::*;

use super::Section;
use crate::{
    Button, Card, Checkbox, Dialog, DialogActions, Look, Menu, MenuButton, MenuGroup, MenuLink,
    MenuUnavailable, TextArea, browser,
};

#[component]
pub(super) fn Menus() -> impl IntoView {
    view! {
        <Section id="menus">
            <Card title="Menus and dialogs" subtitle="Menus open without JavaScript; dialogs also have an address.">
                <div class="row">
                    <Menu id="k-menu" label="More actions">
                        <MenuLink href="#menus" icon="copy" text="Copy login help link"/>
                        <MenuButton icon="shield-alert" text="Disable two-factor for now"/>
                        <MenuUnavailable icon="key-round" text="Reset password" reason="The account is archived."/>
                        <MenuGroup label="Danger">
                            <MenuButton icon="archive" text="Archive account" danger=true/>
                        </MenuGroup>
                    </Menu>
                    <Menu id="k-language-menu" label="Language" text="Deutsch" icon="globe">
                        <MenuButton text="English" lang="en"/>
                        <MenuButton text="Deutsch" lang="de" current=true/>
                        <MenuButton text="日本語" lang="ja"/>
                    </Menu>
                    <Button kind="button" on_click=|_| browser::show_modal("k-dialog")>"Open a dialog"</Button>
                </div>
            </Card>
            <InvitationDialog/>
        </Section>
    }
    .into_any()
}

#[component]
fn InvitationDialog() -> impl IntoView {
    view! {
        <Dialog id="k-dialog" title="Let Anna Müller sign in?" close="Close">
            <form method="dialog">
                <p class="lede">
                    "anna@mueller.example gets access to the documents, invoices and messages of Müller GmbH."
                </p>
                <Checkbox id="k-dialog-invite" label="Send an invitation" checked=true hint="Valid for 14 days."/>
                <TextArea id="k-dialog-message" label="Personal message" optional="optional" rows=3/>
                <DialogActions>
                    <Button>"Cancel"</Button>
                    <Button look=Look::Primary icon="send">"Turn on and send"</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}
