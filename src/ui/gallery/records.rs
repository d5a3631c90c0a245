//! A record with its faces, and rows of records.

use leptos::prelude::*;

use super::Section;
use crate::{
    Avatar, AvatarShape, Badge, Button, Card, Column, Look, Menu, MenuButton, MenuGroup, MenuLink,
    MenuUnavailable, PageHeader, Sorted, Switch, TabItem, Table, Tabs, Tone,
};

#[component]
pub(super) fn Records() -> impl IntoView {
    let tabs = vec![
        TabItem::new("#overview", "Overview", false),
        TabItem::new("#info", "Info", true),
        TabItem::new("#email", "E-mail", false).with_count("4"),
        TabItem::new("#documents", "Documents", false),
        TabItem::new("#chats", "Chats", false),
        TabItem::new("#signatures", "Signatures", false).with_count("1"),
        TabItem::new("#requests", "Requests", false),
        TabItem::new("#invoices", "Invoices", false),
        TabItem::new("#activity", "Activity", false),
    ];
    let actions = || {
        view! {
            <Button icon="eye">"Log in as client"</Button>
            <Button look=Look::Primary icon="plus">"New"</Button>
        }
    };
    let meta = || {
        view! {
            <Badge>"#481"</Badge>
            <Badge>"Client"</Badge>
            <Badge tone=Tone::Success icon="check">"Active"</Badge>
        }
    };
    view! {
        <Section id="records">
            <div>
                <PageHeader
                    title="Müller GmbH"
                    lead=|| view! { <Avatar id="481" name="Müller GmbH" shape=AvatarShape::Company large=true/> }
                    meta=meta
                    actions=actions
                />
                <Tabs label="Müller GmbH" items=tabs/>
                <Contacts/>
            </div>
            <Accounts/>
        </Section>
    }
    .into_any()
}

#[component]
fn Contacts() -> impl IntoView {
    let columns = vec![
        Column::new("E-mail address"),
        Column::new("LOGIN"),
        Column::new("NOTIFY"),
        Column::new("EMAIL SYNC"),
        Column::unseen("Actions"),
    ];
    view! {
        <Card flush=true title="Contacts" actions=|| view! { <Button small=true icon="plus">"Link contact"</Button> }>
            <Table label="E-mail addresses" columns=columns cards=true>
                <Contact name="Anna Müller" email="anna@mueller.example" state="Signed in 2 hours ago" on=true/>
                <Contact name="Buchhaltung" email="buch@mueller.example" state="Invited 3 Mar" on=false/>
                <Contact name="佐藤 花子" email="hanako.sato@adler.example" state="" on=false/>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn Contact(name: &'static str, email: &'static str, state: &'static str, on: bool) -> impl IntoView {
    let badge = match state {
        "" => view! { <Badge tone=Tone::Danger icon="ban">"Suppressed"</Badge> }.into_any(),
        _ if on => view! { <span class="caption">{state}</span> }.into_any(),
        _ => view! { <Badge tone=Tone::Warning icon="clock">{state}</Badge> }.into_any(),
    };
    let switch = move |column: &str, checked: bool, note: Option<String>| {
        let id = format!("{}-{email}", column.to_lowercase().replace(' ', "-"));
        let label = format!("{column}: {email}");
        view! { <Switch id=id label=label on_text="On" off_text="Off" checked=checked note=note/> }
    };
    view! {
        <tr role="row">
            <td role="cell">
                <div class="flex items-center gap-3">
                    <Avatar id=email name=name/>
                    <div>
                        <div class="font-semibold">{name}</div>
                        <div class="flex flex-wrap items-center gap-x-3 gap-y-0.5">
                            <span class="text-muted">{email}</span>
                            {badge}
                        </div>
                    </div>
                </div>
            </td>
            <td role="cell" data-label="LOGIN">{switch("LOGIN", true, None)}</td>
            <td role="cell" data-label="NOTIFY">{switch("NOTIFY", on, on.then(|| "4 of 9".to_owned()))}</td>
            <td role="cell" data-label="EMAIL SYNC">{switch("EMAIL SYNC", on, None)}</td>
            <td role="cell" class="num">
                <Menu id=format!("menu-{email}") label=format!("More for {email}")>
                    <MenuLink href="#" icon="key-round" text="Reset password"/>
                    <MenuLink href="#" icon="bell" text="Notification preferences"/>
                    <MenuUnavailable icon="mail" text="Resend invitation" reason="Already accepted on 4 Mar 2026"/>
                    <MenuGroup label="Danger">
                        <MenuButton icon="trash-2" text="Unlink address" danger=true/>
                    </MenuGroup>
                </Menu>
            </td>
        </tr>
    }
    .into_any()
}

#[component]
fn Accounts() -> impl IntoView {
    let columns = vec![
        Column::new("Name").sortable("?sort=-name", Some(Sorted::Up)),
        Column::new("Team"),
        Column::new("Tags"),
        Column::number("To sign"),
        Column::number("Unpaid"),
        Column::new("Last sign-in").sortable("?sort=login", None),
    ];
    let rows = [
        ("Müller GmbH", AvatarShape::Company, "EW, TK", "VIP", "1", "€480.00", "12 Jan 2025"),
        ("Jo Adler", AvatarShape::Person, "EW", "", "–", "–", "never"),
        ("株式会社サトウ", AvatarShape::Company, "TK", "JP", "3", "¥68,000", "3 Mar 2024"),
    ]
    .map(|(name, shape, team, tag, sign, unpaid, login)| {
        view! {
            <tr role="row">
                <td role="cell">
                    <a class="flex items-center gap-3 font-semibold hover:text-link" href="#account">
                        <Avatar id=name name=name shape=shape/>
                        {name}
                    </a>
                </td>
                <td role="cell" data-label="Team">{team}</td>
                <td role="cell">{(!tag.is_empty()).then(|| view! { <Badge>{tag}</Badge> })}</td>
                <td role="cell" class="num" data-label="To sign">{sign}</td>
                <td role="cell" class="num" data-label="Unpaid">{unpaid}</td>
                <td role="cell" class="text-muted" data-label="Last sign-in">{login}</td>
            </tr>
        }
    });
    view! {
        <Card flush=true>
            <Table label="Accounts" columns=columns compact=true cards=true>{rows.into_iter().collect_view()}</Table>
        </Card>
    }
    .into_any()
}
