//! What an open page does when something about its visitor changes elsewhere: LOGIN went off, the session was ended.

use super::missing::CLOSED;
use access::gate::VisitorCard;
use access::switching::who_am_i;
use i18n::t;
use kernel::live::Watch;
use kernel::{AppError, paths};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::live::Live;
use ui::{Banner, Button, Tone, browser};

/// What has become of this visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// The account of this page is closed to them.
    ClosedHere,
    /// Some other account came or went.
    Elsewhere,
}

/// Asks who we are whenever news of this person arrive; the stream carries nobody else's. Where the session has ended, or
/// this account is no longer theirs, the page is emptied at once, and what comes in its place says why. Anything else is
/// said, and the page stays until its reader reloads it.
#[component]
pub(super) fn PersonNews(visitor: VisitorCard, code: String) -> impl IntoView {
    let changed = RwSignal::new(false);
    listen(visitor, code, changed);
    move || {
        changed.get().then(|| {
            let actions = || {
                view! {
                    <Button kind="button" small=true icon="refresh-cw" on_click=Callback::new(|_| browser::reload())>
                        {t!("common.reload")}
                    </Button>
                }
            };
            view! {
                <div role="alert">
                    <Banner tone=Tone::Warning bar=true label=t!("portal.news") actions=actions>{t!("portal.changed")}</Banner>
                </div>
            }
        })
    }
}

fn listen(known: VisitorCard, code: String, changed: RwSignal<bool>) {
    let Some(live) = use_context::<Live>() else { return };
    live.on(Watch::Myself, move |_| {
        let (known, code) = (known.clone(), code.clone());
        spawn_local(async move {
            let way_out = match who_am_i().await {
                Err(AppError::NotSignedIn) => paths::sign_in_then(&browser::here()),
                // Nothing is left to be shown here.
                Ok(now) if now.accounts().is_empty() => paths::SIGN_IN_CLOSED.to_owned(),
                Ok(now) => match compare(&known, &now, &code) {
                    Some(Change::ClosedHere) => format!("{}?{CLOSED}", paths::portal_home(&code)),
                    change => return changed.set(change.is_some()),
                },
                // Not reachable for the moment: the next news or the next click will tell.
                Err(_) => return,
            };
            browser::leave(&way_out);
        });
    });
}

fn compare(known: &VisitorCard, now: &VisitorCard, code: &str) -> Option<Change> {
    if !now.accounts().iter().any(|account| account.code == code) {
        return Some(Change::ClosedHere);
    }
    (known.accounts() != now.accounts()).then_some(Change::Elsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;
    use access::gate::GrantedAccount;

    fn visitor(codes: &[&str]) -> VisitorCard {
        let account = |code: &&str| GrantedAccount {
            code: (*code).to_owned(),
            name: format!("Account {code}"),
            kind: "company".to_owned(),
        };
        VisitorCard::SignedIn {
            name: "Anna Müller".to_owned(),
            email: "anna@mueller.example".to_owned(),
            staff: None,
            accounts: codes.iter().map(account).collect(),
            banner_closed: false,
            account_chosen: true,
            last_account: None,
        }
    }

    #[test]
    fn losing_the_account_of_the_page_is_said_before_anything_else() {
        let known = visitor(&["A1", "M1"]);
        assert_eq!(compare(&known, &visitor(&["A1"]), "M1"), Some(Change::ClosedHere));
        assert_eq!(compare(&known, &visitor(&[]), "M1"), Some(Change::ClosedHere));
        assert_eq!(compare(&known, &visitor(&["M1"]), "M1"), Some(Change::Elsewhere));
        assert_eq!(compare(&known, &visitor(&["A1", "B2", "M1"]), "M1"), Some(Change::Elsewhere));
        assert_eq!(compare(&known, &known.clone(), "M1"), None);
    }
}
