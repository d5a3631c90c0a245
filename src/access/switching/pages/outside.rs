//! The firm's frame around pages that bring a heading of their own, such as an error.

use crate::frame::FrameFoot;
use crate::gate::shell;
use leptos::prelude::*;
use ui::AuthShell;

/// A card under the firm's name, and whom to call below.
#[component]
pub fn Outside(children: Children) -> impl IntoView {
    let firm = shell().firm;
    view! {
        <AuthShell logo=firm.mark() firm=firm.name.clone() footer=move || view! { <FrameFoot firm=firm help=true/> }>{children()}</AuthShell>
    }
    .into_any()
}
