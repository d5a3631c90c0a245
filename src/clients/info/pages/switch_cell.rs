//! One switch of one row: a plain form, taken over once the page is alive.

use super::live_info::{Failure, Info};
use super::words::column;
use crate::info::model::{Chip, How, SettingRow, Which};
use crate::info::rules::asks_first;
use crate::info::server_fns::{allow_login, switch_setting};
use crate::parts::tab_name;
use crate::wording;
use access::gate::shell;
use i18n::t;
use kernel::{AppError, Right, paths};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, Feedback, Look, Switch, Toast, browser, use_feedback};

/// The ids of the dialogs that ask before a switch moves.
pub(super) const ALLOW_DIALOG: &str = "login-dialog";
pub(super) const LAST_DIALOG: &str = "last-dialog";

/// What a switch shows while and after it is saved.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    info: Info,
    which: Which,
    /// What the person wished for, until the server has answered.
    wished: RwSignal<Option<bool>>,
    feedback: Feedback,
    tab: StoredValue<String>,
}

impl Saving {
    pub(super) fn new(info: Info, which: Which) -> Self {
        Self {
            info,
            which,
            wished: RwSignal::new(None),
            feedback: use_feedback(),
            tab: StoredValue::new(tab_name()),
        }
    }

    /// Saves at once and shows it before the answer is there; on a failure the switch goes back and says why.
    pub(super) fn save(self, row: SettingRow, on: bool, confirmed: bool) {
        self.wished.set(Some(on));
        self.forget(&row.id);
        let (info, which) = (self.info, self.which);
        let for_good = info.tab.with_untracked(|tab| tab.unlinked(&row.id).is_some());
        let (code, tab) = (info.code(), self.tab.get_value());
        spawn_local(async move {
            let whose = (code.clone(), tab.clone());
            let switched = switch_setting(code, row.id.clone(), which, on, row.version, confirmed, tab);
            let answer = info.save(switched).await;
            self.wished.try_set(None);
            match answer {
                Ok(()) => self.done(&row, on, for_good, whose),
                Err(error) => self.undone(&row.id, on, &error),
            }
        });
    }

    fn undone(self, row: &str, on: bool, error: &AppError) {
        let text = wording::say(error);
        self.feedback.alert(text.clone());
        self.forget(row);
        let failure = Failure { at: (row.to_owned(), self.which), on, text };
        self.info.failed.try_update(|all| all.push(failure));
    }

    /// What was said about this switch is over.
    fn forget(self, row: &str) {
        self.info.failed.try_update(|all| all.retain(|it| it.at.0 != row || it.at.1 != self.which));
    }

    /// LOGIN off can be taken back for some seconds, unless the address went with it.
    /// It is said above every page, also when this one has been left: by then only what is known here is left of it.
    fn done(self, row: &SettingRow, on: bool, for_good: bool, (code, tab): (String, String)) {
        if self.which != Which::Login || on {
            return;
        }
        let (info, id) = (self.info, row.id.clone());
        let text = t!("contact_settings.off.done", email = row.email);
        if for_good {
            self.feedback.toast(Toast::new(text));
            return;
        }
        // Their invitation ended with it (INV-5), which no undo brings back.
        let lost_invitation = matches!(row.chip, Chip::Invited(_) | Chip::Expired(_) | Chip::MailFailed);
        let saved = row.version + 1;
        self.feedback.toast(Toast::new(text).with_undo(t!("common.undo"), move || {
            let now = info.tab.try_with_untracked(|tab| tab.row(&id).map(|(_, row)| row.version));
            let version = now.map_or(saved, Option::unwrap_or_default);
            let (code, id, tab) = (code.clone(), id.clone(), tab.clone());
            let row = id.clone();
            spawn_local(async move {
                let allowed = allow_login(code, id, version, How::Quiet, String::new(), tab);
                match info.save(allowed).await {
                    Ok(()) if lost_invitation => {
                        self.feedback.toast(Toast::new(t!("contact_settings.off.undone_uninvited")));
                    }
                    Ok(()) => {}
                    Err(error) => self.undone(&row, true, &error),
                }
            });
        }));
    }

    /// A click: LOGIN on, and the last of its kind or an unlinked address off, ask first.
    fn click(self, row: SettingRow) {
        let on = !row.is_on(self.which);
        let asks = self.info.tab.with_untracked(|tab| asks_first(tab, &row.id, self.which));
        if self.which == Which::Login && on {
            self.info.allow.set(Some(row.id));
            browser::show_modal(ALLOW_DIALOG);
        } else if !on && asks {
            self.info.last.set(Some((row.id, self.which)));
            browser::show_modal(LAST_DIALOG);
        } else {
            self.save(row, on, false);
        }
    }
}

/// What a switch reads that is on. No page connects a mailbox, so nothing is synchronised however EMAIL SYNC stands.
fn on_text(which: Which) -> String {
    match which {
        Which::Login | Which::Notify => t!("common.on"),
        Which::EmailSync => t!("contact_settings.sync_not_connected"),
    }
}

/// The form and the switch.
#[component]
pub(super) fn SwitchCell(id: String, row: Memo<SettingRow>, which: Which) -> impl IntoView {
    let info = expect_context::<Info>();
    let saving = Saving::new(info, which);
    let email = row.with_untracked(|row| row.email.clone());
    let locked =
        (!shell().visitor.may(Right::ManageAccounts)).then(|| t!("contact_settings.obstacle.no_right"));
    let changed = {
        let id = id.clone();
        Signal::derive(move || {
            info.changed.with(|it| it.as_ref().is_some_and(|(row, one)| *row == id && *one == which))
        })
    };
    let checked =
        Signal::derive(move || saving.wished.get().unwrap_or_else(|| row.with(|row| row.is_on(which))));
    let busy = Signal::derive(move || saving.wished.get().is_some());
    // What somebody else has done meanwhile needs no other try, which would take it back.
    let failed = Signal::derive(move || {
        let missed = |it: &&Failure| {
            it.at.1 == which && row.with(|row| row.id == it.at.0 && row.is_on(which) != it.on)
        };
        info.failed.with(|all| all.iter().find(missed).map(|it| it.text.clone()))
    });
    let retry = move || {
        let again = move |_| saving.click(row.get_untracked());
        view! { <Button look=Look::Link kind="button" on_click=again>{t!("common.retry")}</Button> }
            .into_any()
    };
    view! {
        <form method="post" action=paths::account_switch(&info.code())>
            <input type="hidden" name="setting" value=id.clone()/>
            <input type="hidden" name="which" value=which.key()/>
            <input type="hidden" name="version" value=move || row.with(|row| row.version.to_string())/>
            <Switch
                id=format!("{}-{id}", which.key())
                label=format!("{}: {email}", column(which))
                on_text=on_text(which)
                off_text=t!("common.off")
                name="on"
                checked=checked
                busy=busy
                failed=failed
                retry=retry
                locked=locked
                changed=changed
                note=Signal::derive(move || (which == Which::EmailSync && checked.get()).then(|| t!("contact_settings.sync_waits")))
                on_click=move |_| saving.click(row.get_untracked())
            />
        </form>
    }
    .into_any()
}
