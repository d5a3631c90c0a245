//! What a search found.

use kernel::Piece;
use leptos::prelude::*;

/// A text, with what a search found in it marked; as it is where that is nothing.
pub fn found(text: String, pieces: Vec<Piece>) -> AnyView {
    if pieces.is_empty() {
        return text.into_any();
    }
    let piece = |Piece { text, is_found }| {
        if is_found { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    pieces.into_iter().map(piece).collect_view().into_any()
}

/// Small lines that say why something was found that does not say so itself.
pub fn found_by(texts: Vec<Vec<Piece>>) -> AnyView {
    let line = |pieces| view! { <span class="found-by" dir="auto">{found(String::new(), pieces)}</span> };
    texts.into_iter().map(line).collect_view().into_any()
}
