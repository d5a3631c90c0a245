//! The HTML document around the app, and the script that wakes it up.
//!
//! Our own `HydrationScripts`: the stock ones write the nonce into `crossorigin`, cannot be told when loading
//! fails, and know nothing of the catalog that our pages wait for (DECISIONS.md, 5). One place to drop later.
//!
//! What a page needs that no client has to bring is [`script`], a file beside the clients: menus, the way back, the focus on
//! another page, news for all tabs, and the waking itself. It works when the client never comes, and after it gave up.

use crate::module::Module;
use crate::page_assets::{DEMO, PageAssets};
use crate::parts::{self, Part, is_below};
use crate::portal::Astray;
use crate::session_end::{DrawnFor, SessionEnd};
use access::gate::{CONFIRM, PROBLEM, Shell, VisitorCard};
use i18n::t;
use kernel::{Icon, Outcome, paths};
use leptos::attr::custom::CustomAttribute;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document. Rendered on the server only.
#[must_use]
pub fn document() -> impl IntoView {
    let shell = use_context::<Shell>().unwrap_or_default();
    // A page that says what went wrong, or asks for the password, stands at an address that is none of ours; it stays
    // as it is.
    let outcome = use_context::<Outcome>().unwrap_or_default();
    let part = Part::of(&shell.here);
    let astray = is_below(&shell.here, paths::STAFF) && is_client_only(&shell.visitor);
    let stays_plain = astray || [PROBLEM, CONFIRM].contains(&outcome.form.as_str());
    let here = shell.here.clone();
    let fills = shell.demo && here.split('?').next() == Some(kernel::paths::SIGN_IN);
    let app = if astray { view! { <Astray/> }.into_any() } else { (part.draw)() };
    let assets = use_context::<PageAssets>().unwrap_or_default();
    let client = part.client.filter(|name| !stays_plain && assets.has(name));
    // What waits for a page to be alive need not wait here.
    let never = client.is_none().then_some("never");
    let lang = shell.locale.tag();
    let theme = if shell.theme.is_empty() { "system".to_owned() } else { shell.theme.clone() };
    let installed = theme.clone();
    let icon = match shell.firm.logo.clone() {
        Some(logo) => view! { <link rel="icon" href=logo/> }.into_any(),
        None => view! { <link rel="icon" href=ui::MARK type="image/svg+xml"/> }.into_any(),
    };
    view! {
        <!DOCTYPE html>
        <html lang=lang data-theme=theme data-hydrated=never>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="format-detection" content="telephone=no"/>
                {icon}
                <Installed theme=installed/>
                <link rel="stylesheet" href=assets.of("portico.css")/>
                {shell.firm.sheet.map(|sheet| view! { <link rel="stylesheet" href=sheet/> })}
                <link
                    rel="preload"
                    href="/fonts/inter-latin-wght-normal.woff2"
                    r#as="font"
                    r#type="font/woff2"
                    crossorigin=""
                />
                <MetaTags/>
            </head>
            <body>
                {app}
                {(!stays_plain).then(|| view! { <SessionEnd/> })}
                // Before the script of pages, and so run before it: what it takes over, no menu nor client hears of.
                {fills.then(|| view! { <Module name=DEMO/> })}
                <Script assets=assets client=client lang=lang here=here/>
            </body>
        </html>
    }
}

/// One file of several, in the order in which they listen.
const SCRIPT: &str = concat!(
    include_str!("page/forms.js"),
    include_str!("page/menus.js"),
    include_str!("back.js"),
    include_str!("page/arrive.js"),
    include_str!("page/held.js"),
    include_str!("page/said.js"),
    include_str!("session_end.js"),
    include_str!("page/live.js"),
    // Behind everything that works without a client, before the client's own.
    include_str!("page/dead.js"),
    include_str!("page/elsewhere.js"),
    include_str!("page/wake.js"),
);

/// See the module: what browsers load, a third lighter than what is read here.
#[must_use]
pub fn script() -> String {
    let lines = SCRIPT.lines().filter(|line| !line.trim_start().starts_with("//")).map(without_types);
    let script = lines
        .filter(|line| !line.trim().is_empty())
        .fold(String::new(), |script, line| script + &line + "\n");
    script.replace("/* parts */", &parts::expressions())
}

/// A line without what only the checker reads: `/** … */`.
fn without_types(line: &str) -> String {
    let mut pieces = line.split("/**");
    let code = pieces.next().unwrap_or_default().to_owned();
    pieces.filter_map(|it| it.split_once("*/")).fold(code, |code, (_, behind)| code + behind)
}

/// Live news after this event are not on the page yet.
#[derive(Clone, Debug)]
pub struct NewsAfter(pub String);

/// The page's script, and what it has to know of this page.
#[component]
fn Script(
    assets: PageAssets,
    client: Option<&'static str>,
    lang: &'static str,
    here: String,
) -> impl IntoView {
    let listens = client.and_then(|_| use_context::<NewsAfter>().zip(use_context::<DrawnFor>()));
    let (after, who) = listens.map(|(NewsAfter(after), DrawnFor(mark))| (after, mark)).unzip();
    let live = after.is_some().then_some(paths::LIVE);
    view! {
        <script
            nonce=use_nonce()
            defer
            src=assets.of("page.js")
            data-client=client.map(|it| assets.of(it))
            data-texts=client.map(|_| assets.of(&format!("{lang}.json")))
            data-lang=lang
            data-here=here
            data-live=live
            data-news=after
            data-who=who
            data-missing=t!("common.required")
        ></script>
    }
}

/// How the portal looks among the apps of a phone, and the colour of what the browser draws around it.
#[component]
fn Installed(theme: String) -> impl IntoView {
    let firm = use_context::<platform::Cx>().map(|cx| cx.firm)?;
    let [light, dark] = firm.brand.frame();
    let colours = match theme.as_str() {
        "light" => vec![(light, None)],
        "dark" => vec![(dark, None)],
        _ => {
            vec![(light, Some("(prefers-color-scheme: light)")), (dark, Some("(prefers-color-scheme: dark)"))]
        }
    };
    let colours: Vec<_> = colours
        .into_iter()
        .map(|(colour, media)| {
            let meta = leptos::html::meta().attr("name", "theme-color").attr("content", colour.to_string());
            meta.attr("media", media)
        })
        .collect();
    let icon = Icon { side: 180, masked: false, of: Icon::source(firm.logo.as_deref(), &firm.brand) };
    Some(view! {
        {colours}
        <link rel="manifest" href=paths::MANIFEST/>
        <link rel="apple-touch-icon" href=paths::brand(&icon.name())/>
    })
}

fn is_client_only(visitor: &VisitorCard) -> bool {
    matches!(visitor, VisitorCard::SignedIn { staff: None, .. })
}

/// The kit with all its faces, for `/dev/kit`: drawn on the server and never hydrated, so that it weighs nothing in the
/// client.
#[must_use]
pub fn kit(style: &str, theme: &'static str) -> String {
    let owner = Owner::new();
    let body = owner.with(|| view! { <ui::gallery::Gallery/> }.to_html());
    owner.cleanup();
    format!(
        "<!DOCTYPE html><html lang=\"en\" data-theme=\"{theme}\"><head><meta charset=\"utf-8\"><title>Kit</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"{style}\"></head><body>{body}</body></html>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_load_the_script_without_its_comments_and_with_all_of_its_code() {
        let script = script();
        assert!(!script.contains("/**") && !script.lines().any(|line| line.trim_start().starts_with("//")));
        // Comments on lines of their own and types on one line are all that goes.
        let kept = |line: &&str| {
            !line.trim().is_empty() && !line.trim_start().starts_with("//") && !line.contains("/**")
        };
        let (code, sent): (Vec<_>, Vec<_>) =
            (SCRIPT.lines().filter(kept).collect(), script.lines().collect());
        assert!(code.len() > 300 && code.iter().all(|line| sent.contains(line)));
        assert!(SCRIPT.lines().all(|line| line.matches("/**").count() <= line.matches("*/").count()));
        assert_eq!(
            without_types("const add = (/** @type {string} */ name, /** @type {string} */ value) => 1;"),
            "const add = ( name,  value) => 1;"
        );
    }
}
