//! What was done to a row, by whom and when: its last ten lines of the trail.

use super::info_page::screen;
use super::words;
use crate::info::model::{ContactGroup, HistoryLine, InfoTab, SettingRow};
use crate::info::server_fns::row_history;
use crate::parts::back_to;
use access::gate::Problem;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Data, Dialog, Skeleton};

/// The lines of the row in the address.
#[derive(Clone, Copy)]
struct Lines(Data<Vec<HistoryLine>>);

/// `/app/accounts/:code/info/emails/:setting/history`
#[component]
pub fn HistoryDialogPage() -> impl IntoView {
    let params = use_params_map();
    let lines = ui::data(
        move || params.with(|it| (it.get("code").unwrap_or_default(), it.get("setting").unwrap_or_default())),
        |(code, setting)| row_history(code, setting),
    );
    provide_context(Lines(lines));
    screen(Some(dialog))
}

fn dialog(tab: InfoTab, _: ContactGroup, row: SettingRow) -> AnyView {
    let page = paths::account_info(&tab.code);
    let lines = expect_context::<Lines>().0;
    view! {
        <Dialog
            id="history-dialog"
            title=t!("contact_settings.history.title", email = row.email)
            close=t!("common.close")
            on_close=back_to(&page)
            close_href=page
            opened=true
        >
            <Suspense fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
                {move || Suspend::new(async move {
                    match lines.await {
                        Ok(lines) => list(lines),
                        Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                    }
                })}
            </Suspense>
        </Dialog>
    }
    .into_any()
}

fn list(lines: Vec<HistoryLine>) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="lede">{t!("contact_settings.history.none")}</p> }.into_any();
    }
    let lines = lines
        .into_iter()
        .filter_map(|line| {
            let (_, text) = words::news(&line.act, &line.by)?;
            Some(view! {
                <li>
                    <div dir="auto">{text}</div>
                    <time class="caption" datetime=line.at.iso>{line.at.text}</time>
                </li>
            })
        })
        .collect_view();
    view! { <ol class="stack history">{lines}</ol> }.into_any()
}
