//! The HTML document around the app, and the script that wakes it up.
//!
//! Our own `HydrationScripts`: the stock ones write the nonce into `crossorigin`, cannot be told when loading
//! fails, and know nothing of the catalog that our pages wait for (DECISIONS.md, 5). One place to drop later.

use crate::plain::PlainApp;
use crate::routes::{Part, PortalApp, StaffApp};
use crate::session_end::SessionEnd;
use access::gate::{CONFIRM, PROBLEM, Shell};
use kernel::Outcome;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// Where this build's files are; everything below `base` may be kept for ever.
#[derive(Clone, Debug, Default)]
pub struct PageAssets {
    /// Such as `/pkg/3f2a91c0`.
    pub base: String,
}

/// The document. Rendered on the server only.
#[must_use]
pub fn document() -> impl IntoView {
    let shell = use_context::<Shell>().unwrap_or_default();
    // A page that says what went wrong, or asks for the password, stands at an address that is none of ours; it stays
    // as it is.
    let outcome = use_context::<Outcome>().unwrap_or_default();
    let stays_plain = [PROBLEM, CONFIRM].contains(&outcome.form.as_str());
    let here = shell.here.clone();
    let part = Part::of(&shell.here);
    let app = match part {
        Part::Staff => view! { <StaffApp/> }.into_any(),
        Part::Portal => view! { <PortalApp/> }.into_any(),
        Part::Plain => view! { <PlainApp/> }.into_any(),
    };
    // What waits for a page to be alive need not wait here.
    let never = (part == Part::Plain).then_some("never");
    let client = part.client().filter(|_| !stays_plain);
    let assets = use_context::<PageAssets>().unwrap_or_default();
    let lang = shell.locale.tag();
    let theme = if shell.theme.is_empty() { "system".to_owned() } else { shell.theme.clone() };
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
                <link rel="stylesheet" href=format!("{}/portico.css", assets.base)/>
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
                {client.map(|name| view! { <WakeUp base=assets.base name=name lang=lang here=here/> })}
            </body>
        </html>
    }
}

/// Marks what the page asks for while nobody touches it: news fetch themselves, and that keeps no session awake (SEC-33).
const WATCH: &str = "let seen=Date.now();for(const e of['pointerdown','keydown','wheel'])\
    addEventListener(e,()=>{seen=Date.now()},{passive:true,capture:true});\
    const ask=fetch;window.fetch=(r,o)=>{if(r instanceof Request&&Date.now()-seen>6e4)r.headers.set('x-idle','1');return ask(r,o)};";

const BACK: &str = include_str!("back.js");

/// Loads the client and this language's catalog at low priority once the page is painted, then hydrates. A form that
/// came back with faults was posted to its door's address; the page goes back to its own first.
#[component]
fn WakeUp(base: String, name: &'static str, lang: &'static str, here: String) -> impl IntoView {
    let here = here.replace('<', "%3C");
    let script = format!(
        "{BACK}(()=>{{{WATCH}const b={base:?},n='/{name}',l={lang:?},h={here:?};\
         if(location.pathname+location.search!==h)history.replaceState(history.state,'',h);const go=()=>Promise.all([import(b+n+'.js'),\
         fetch(b+'/'+l+'.json').then(r=>r.ok?r.text():Promise.reject(r.status))])\
         .then(([m,t])=>m.default({{module_or_path:b+n+'.wasm'}}).then(()=>m.hydrate(l,t)))\
         .catch(e=>{{console.warn('portico: the page stays plain',e)}});\
         document.readyState==='complete'?go():addEventListener('load',()=>setTimeout(go))}})()"
    );
    view! { <script nonce=use_nonce()>{script}</script> }
}

/// The kit with all its faces, for `/dev/kit`: drawn on the server and never hydrated, so that it weighs nothing in the
/// client.
#[must_use]
pub fn kit(base: &str, theme: &'static str) -> String {
    let owner = Owner::new();
    let body = owner.with(|| view! { <ui::gallery::Gallery/> }.to_html());
    owner.cleanup();
    format!(
        "<!DOCTYPE html><html lang=\"en\" data-theme=\"{theme}\"><head><meta charset=\"utf-8\"><title>Kit</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"{base}/portico.css\"></head><body>{body}</body></html>"
    )
}
