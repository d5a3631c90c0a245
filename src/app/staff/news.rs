//! What an open page of the firm's people does when their session is ended or their rights are changed elsewhere.

use access::switching::who_am_i;
use i18n::t;
use kernel::live::{News, UserAct, Watch};
use kernel::{AppError, paths};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser;
use ui::live::Live;
use ui::{Toast, use_feedback};

/// Asks who we are whenever news of this person arrive; an ended session leads to the sign-in, and back from there.
pub(super) fn leave_when_signed_out() {
    let Some(live) = use_context::<Live>() else { return };
    let feedback = use_feedback();
    live.on(Watch::Myself, move |news| {
        let text = match news {
            News::User { by, .. } if by.is_empty() => None,
            News::User { act: UserAct::RightsChanged, by, .. } => Some(t!("team.news.rights", name = by)),
            News::User { act: UserAct::AccountsAssigned, by, .. } => {
                Some(t!("team.news.accounts", name = by))
            }
            _ => None,
        };
        if let Some(text) = text {
            feedback.toast(Toast::new(text));
        }
        spawn_local(async move {
            if who_am_i().await == Err(AppError::NotSignedIn) {
                browser::leave(&paths::sign_in_then(&browser::here()));
            }
        });
    });
}
