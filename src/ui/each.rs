//! Rows that keep their elements while others come, go and move: `<For>`, compiled once.
//!
//! Leptos compiles its keyed lists anew for every type of item and key, some 7 kB of wasm each. Here a row is a key and
//! whoever draws it, the same for all pages.

use leptos::prelude::*;
use std::sync::Arc;

struct Row {
    key: String,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

/// `row` draws each of `items`, once for as long as its `key` is among them.
pub fn each<T: Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: impl Fn(&T) -> String + Send + Sync + 'static,
    row: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let row = Arc::new(row);
    let drawn = move |item: T| {
        let row = row.clone();
        Row { key: key(&item), draw: Box::new(move || row(item)) }
    };
    rows(Arc::new(move || items().into_iter().map(&drawn).collect()))
}

fn rows(all: Arc<dyn Fn() -> Vec<Row> + Send + Sync>) -> AnyView {
    view! {
        <For each=move || all() key=|row| row.key.clone() let:row>
            {(row.draw)()}
        </For>
    }
    .into_any()
}
