//! Every component in every state, for the page `/dev/kit`: what a new page is built from, and where a change to
//! the kit is looked at first. Texts are English here and only here; firms never see this page.

mod controls;
mod dialogs;
mod messages;
mod records;
mod samples;

use leptos::prelude::*;

pub use samples::{ChooserSample, CodeSample, ResetSample, SignInSample};

use crate::{
    AppShell, Banner, Button, Icon, LiveRegions, Look, NavItem, PageHeader, Toasts, Tone, provide_feedback,
};

/// Sections of the gallery: id, title, icon.
const SECTIONS: [(&str, &str, &str); 9] = [
    ("buttons", "Buttons", "plus"),
    ("fields", "Fields", "pencil"),
    ("choices", "Choices", "list-checks"),
    ("switches", "Switches", "bell"),
    ("messages", "Messages", "message-square"),
    ("states", "Empty, error, loading", "inbox"),
    ("records", "Records", "users"),
    ("menus", "Menus, dialogs", "ellipsis"),
    ("type", "Type and colour", "file-text"),
];

/// A titled part of the gallery.
#[component]
fn Section(id: &'static str, children: Children) -> impl IntoView {
    let title = SECTIONS.iter().find(|it| it.0 == id).map_or("", |it| it.1);
    view! {
        <section class="stack mb-12" id=id>
            <h2>{title}</h2>
            {children()}
        </section>
    }
    .into_any()
}

/// The whole kit, inside the shell that it belongs to.
#[component]
pub fn Gallery() -> impl IntoView {
    provide_feedback();
    let nav = SECTIONS
        .iter()
        .enumerate()
        .map(|(at, &(id, title, icon))| {
            let item = NavItem::new(icon, title, format!("#{id}"), at == 6);
            if at == 4 { item.with_count("3") } else { item }
        })
        .collect();
    view! {
        <LiveRegions/>
        <AppShell
            firm="Weber & Partner"
            home_href="/dev/kit"
            nav=nav
            nav_label="Kit"
            menu="Menu"
            close="Close menu"
            skip="Skip to content"
            bottom=sidebar_bottom
            alarm=impersonation_bar
            banner=account_banner
        >
            <PageHeader
                title="The kit"
                subtitle="Every component in every state. Hover, press and move through it with the keyboard; change the theme of the page."
            />
            <controls::Buttons/>
            <controls::Fields/>
            <controls::Choices/>
            <controls::Switches/>
            <messages::Messages/>
            <messages::States/>
            <records::Records/>
            <dialogs::Menus/>
            <messages::TypeAndColour/>
        </AppShell>
        <Toasts label="Messages" dismiss="Dismiss"/>
    }
    .into_any()
}

fn sidebar_bottom() -> impl IntoView {
    view! {
        <a class="nav-item" href="#switch">
            <Icon name="arrow-left-right"/>
            <span class="nav-label">"Switch account"</span>
        </a>
        <a class="nav-item" href="#help">
            <Icon name="circle-help"/>
            <span class="nav-label">"Help"</span>
        </a>
        <div class="sidebar-person">
            <crate::Avatar id="eva" name="Eva Weber"/>
            <span>
                <strong>"Eva Weber"</strong>
                "eva@weber-partner.example"
            </span>
        </div>
    }
}

fn impersonation_bar() -> impl IntoView {
    let stop = || view! { <Button small=true>"Stop"</Button> };
    view! {
        <Banner tone=Tone::Impersonation bar=true label="Viewing as a client" actions=stop>
            "Eva Weber viewing as " <strong>"anna@mueller.example"</strong> " (Müller GmbH), view only. 14:32 left."
        </Banner>
    }
}

fn account_banner() -> impl IntoView {
    let actions = || {
        view! {
            <Button look=Look::Ghost small=true icon="arrow-left-right">"Switch account"</Button>
            <Button look=Look::Ghost small=true icon="x" icon_only="Dismiss until next sign-in"/>
        }
    };
    view! {
        <Banner bar=true label="Account" icon="building-2" actions=actions>
            "You are working in " <strong>"Müller GmbH"</strong> "."
        </Banner>
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::{ChooserSample, CodeSample, Gallery, ResetSample, SignInSample};

    #[test]
    fn the_kit_renders_without_inline_styles_or_scripts() {
        let html = Owner::new().with(|| {
            view! {
                <Gallery/>
                <ChooserSample/>
                <CodeSample/>
                <ResetSample/>
                <SignInSample/>
            }
            .to_html()
        });
        for forbidden in [" style=", "<script", "javascript:", " onclick="] {
            assert!(!html.contains(forbidden), "the content security policy refuses {forbidden}");
        }
    }

    #[test]
    fn every_label_belongs_to_a_control() {
        let html = Owner::new().with(|| Gallery().to_html());
        let missing: Vec<_> = html
            .split(" for=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|id| !html.contains(&format!(" id=\"{id}\"")))
            .collect();
        assert!(missing.is_empty(), "labels without a control: {missing:?}");
    }
}
