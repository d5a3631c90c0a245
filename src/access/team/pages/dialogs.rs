//! The two questions that end something: deactivating somebody, and handing the firm over.

use super::parts::{back_to, fault, typed};
use crate::frame::FormProblems;
use crate::gate::shell;
use crate::team::model::{MemberCard, MemberRow};
use i18n::{t, tn};
use kernel::paths;
use leptos::prelude::*;
use ui::{
    Banner, Button, Dialog, DialogActions, LinkButton, Look, PasswordField, SelectField, SelectOption, Tone,
};

/// Who takes over the accounts is asked in the same place.
#[component]
pub(super) fn DeactivateDialog(card: MemberCard) -> impl IntoView {
    let member = card.member;
    let page = paths::member(&member.id);
    let mut options = vec![SelectOption::new("", t!("team.deactivate.nobody"))];
    options.extend(card.colleagues.into_iter().map(|it| SelectOption::new(it.id, it.name)));
    let hint = format!(
        "{} – {}",
        tn!("team.accounts.count", member.accounts),
        t!("team.deactivate.successor_hint", name = member.name)
    );
    let successor = (member.accounts > 0).then(|| {
        view! {
            <SelectField
                id="successor"
                label=t!("team.deactivate.successor")
                hint=hint
                options=options
                selected=typed("deactivate", "successor", "")
                error=fault("deactivate", "successor")
            />
        }
    });
    view! {
        <Dialog
            id="deactivate-dialog"
            title=t!("team.deactivate.question", name = member.name)
            close=t!("common.close")
            close_href=page.clone()
            on_close=back_to(&page)
            opened=true
        >
            <form method="post" action=paths::member_deactivate(&member.id) class="stack">
                <FormProblems form="deactivate"/>
                <Banner tone=Tone::Warning>{t!("team.deactivate.consequence", name = member.name)}</Banner>
                {successor}
                <DialogActions>
                    <LinkButton href=page look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Danger icon="ban">{t!("team.deactivate.submit")}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}

/// The password is asked again.
#[component]
pub(super) fn OwnerDialog(member: MemberRow) -> impl IntoView {
    let page = paths::member(&member.id);
    let firm = shell().firm.name;
    view! {
        <Dialog
            id="owner-dialog"
            title=t!("team.owner.question", name = member.name)
            close=t!("common.close")
            close_href=page.clone()
            on_close=back_to(&page)
            opened=true
        >
            <form novalidate method="post" action=paths::TEAM_OWNER class="stack">
                <FormProblems form="owner"/>
                <input type="hidden" name="member" value=member.id.clone()/>
                <Banner tone=Tone::Warning>
                    {t!("team.owner.consequence", name = member.name, firm = firm)}
                </Banner>
                <PasswordField
                    id="password"
                    label=t!("team.owner.password")
                    show=t!("common.show")
                    hide=t!("common.hide")
                    error=fault("owner", "password")
                />
                <DialogActions>
                    <LinkButton href=page look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Danger>{t!("team.owner.submit")}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}
