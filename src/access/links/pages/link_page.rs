//! The page behind a link: what the link is good for, or why there is none to show.

use super::not_held::{MixedUp, NotHeld};
use crate::frame::AuthProblem;
use crate::gate::outcome;
use crate::links::{LINK, MIXED_UP, Opened};
use kernel::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::Readable;

/// The page of one kind of link: that of the name in its address. Whoever may be signed in in this browser plays no part in it
/// (LINK-9).
///
/// `anew` is where another link can be asked for without holding one, if anywhere.
pub fn page<T, Asked>(
    ask: fn(String) -> Asked,
    face: fn(Opened<T>) -> AnyView,
    address: &'static str,
    anew: Option<&'static str>,
) -> AnyView
where
    T: Readable,
    Asked: Future<Output = Result<Option<Opened<T>>, AppError>> + Send + 'static,
{
    let query = use_query_map();
    let named = move || {
        // A link without its end is none, and no other is shown in its place.
        let cut = query.with(|query| query.get("incomplete").is_some());
        (!cut).then(|| query.with(|query| query.get(LINK)).unwrap_or_default())
    };
    let found = ui::data(named, move |link| async move {
        match link {
            Some(link) => ask(link).await,
            None => Ok(None),
        }
    });
    let mixed_up = outcome().problem.filter(|_| outcome().is_for(MIXED_UP));
    view! {
        <Suspense>
            {move || {
                let mixed_up = mixed_up.clone();
                Suspend::new(async move {
                    match (mixed_up, found.await) {
                        (Some(text), _) => view! { <MixedUp text=text page=address/> }.into_any(),
                        (None, Ok(Some(opened))) => face(opened),
                        (None, Ok(None)) => view! { <NotHeld anew=anew/> }.into_any(),
                        (None, Err(error)) => view! { <AuthProblem error=error/> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

/// The link that a form belongs to.
#[component]
pub fn LinkName(name: String) -> impl IntoView {
    view! { <input type="hidden" name=LINK value=name/> }.into_any()
}
