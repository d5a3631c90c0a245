//! What an open page of the firm's people does when their session is ended elsewhere.

use access::switching::who_am_i;
use kernel::{AppError, paths};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use ui::browser;
use ui::live::Live;

/// Asks who we are whenever news of this person arrive; an ended session leads to the sign-in, and back from there.
pub(super) fn leave_when_signed_out() {
    let Some(live) = use_context::<Live>() else { return };
    let here = use_location().pathname;
    live.on("user:".to_owned(), move |_| {
        let back = here.get_untracked();
        spawn_local(async move {
            if who_am_i().await == Err(AppError::NotSignedIn) {
                browser::go(&paths::sign_in_then(&back));
            }
        });
    });
}
