//! Sending a link with which the client sets a new password (AUTH-21). Staff never see the link or the password.

use super::info_page::screen;
use super::words::reason;
use crate::info::model::{ContactGroup, InfoTab, SettingRow};
use crate::info::rules::{Obstacle, Standing, reset_obstacle};
use crate::parts::{FormProblem, back_to};
use access::gate::shell;
use access::password::STAFF_SENT_LIFE;
use i18n::t;
use kernel::{Right, Ts, paths};
use leptos::prelude::*;
use ui::{Banner, Button, Dialog, DialogActions, LinkButton, Look, Tone};

/// `/app/accounts/:code/info/emails/:setting/reset-password`
#[component]
pub fn ResetDialogPage() -> impl IntoView {
    screen(Some(dialog))
}

fn dialog(tab: InfoTab, contact: ContactGroup, row: SettingRow) -> AnyView {
    let may = shell().visitor.may(Right::ManageClientSecurity);
    let standing = Standing { archived: tab.archived, login: row.login, active: row.active, may };
    let page = paths::account_info(&tab.code);
    let (cancel, hours) = (page.clone(), STAFF_SENT_LIFE / Ts::HOUR);
    let body = match reset_obstacle(standing) {
        Some(obstacle) => refused(&tab, &row, obstacle),
        None => view! {
            <form method="post" action=paths::row_reset(&tab.code, &row.id) class="stack">
                <FormProblem form="reset"/>
                <p>{t!("contact_settings.reset.text", name = contact.name, email = row.email, hours = hours)}</p>
                <p class="lede">{t!("contact_settings.reset.unseen")}</p>
                <DialogActions>
                    <LinkButton href=cancel look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Primary icon="send">{t!("common.send")}</Button>
                </DialogActions>
            </form>
        }
        .into_any(),
    };
    view! {
        <Dialog
            id="reset-dialog"
            title=t!("contact_settings.reset.title")
            close=t!("common.close")
            on_close=back_to(&page)
            close_href=page
            opened=true
        >
            {body}
        </Dialog>
    }
    .into_any()
}

/// Why not, and for somebody not activated yet the way that works (MSG-9).
fn refused(tab: &InfoTab, row: &SettingRow, obstacle: Obstacle) -> AnyView {
    let text = match obstacle {
        Obstacle::Archived => t!("contact_settings.obstacle.reset_archived"),
        other => reason(other),
    };
    let instead = (obstacle == Obstacle::Pending).then(|| {
        let href = paths::row_invite(&tab.code, &row.id);
        view! {
            <DialogActions>
                <LinkButton href=href look=Look::Primary icon="send">{t!("contact_settings.menu.resend")}</LinkButton>
            </DialogActions>
        }
    });
    view! {
        <Banner tone=Tone::Warning>{text}</Banner>
        {instead}
    }
    .into_any()
}
