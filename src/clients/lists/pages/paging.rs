//! How much of a list is shown: as much as its address says. What "Load more" adds is written into the address, so that
//! Back, a reload and a link in a mail show the same list.

use crate::lists::rules::{ListAt, MOST_PARTS};
use access::access_state::AccessState;
use i18n::t;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use ui::{LoadMore, browser};

/// Where the next part begins when JavaScript does not add it: the id of its first row.
const NEXT_PART: &str = "next-part";

/// What an address says of its list.
pub(crate) fn list_at(query: &ParamsMap) -> ListAt {
    ListAt {
        search: query.get("q").unwrap_or_default(),
        archived: query.get("tab").as_deref() == Some("archived"),
        access: query.get("access").as_deref().and_then(AccessState::from_key),
        after: query.get("after"),
        parts: ListAt::parts_of(query.get("rows").as_deref()),
    }
}

/// How many parts of a list are shown.
#[derive(Clone, Copy)]
pub(crate) struct Paging {
    base: &'static str,
    query: Memo<ParamsMap>,
    /// How often the address came to say another number that is not shown yet.
    asked: Memo<u32>,
    shown: StoredValue<usize>,
    write: Callback<String>,
}

impl Paging {
    /// For the list at this address.
    pub(crate) fn here(base: &'static str) -> Self {
        let query = use_query_map();
        let shown = StoredValue::new(query.with_untracked(|query| list_at(query).parts));
        let asked = Memo::new(move |old: Option<&u32>| {
            let parts = query.with(|query| list_at(query).parts);
            let times = old.copied().unwrap_or_default();
            if shown.get_value() == parts {
                return times;
            }
            shown.set_value(parts);
            times + 1
        });
        let navigate = use_navigate();
        let write = Callback::new(move |href: String| {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&href, options);
        });
        Self { base, query, asked, shown, write }
    }

    /// Changes when another number of parts is to be fetched.
    pub(crate) fn asked(self) -> u32 {
        self.asked.get()
    }

    /// Parts that are shown, and that are fetched when the list is drawn anew.
    pub(crate) fn shown(self) -> usize {
        self.shown.get_value()
    }

    /// The id of the row with this number.
    pub(crate) fn id_of(self, row: usize) -> Option<&'static str> {
        let parts = self.shown();
        (parts > 1 && row == (parts - 1) * ListAt::PART).then_some(NEXT_PART)
    }

    /// One part more is shown, behind so many rows: the address says so, and the focus goes to the first of the new.
    pub(crate) fn grew(self, rows: usize) {
        let grown = self.shown.try_update_value(|shown| {
            *shown += 1;
            *shown
        });
        // Somebody has gone to another page meanwhile, whose address is its own.
        let Some(parts) = grown else { return };
        let href = self.query.with_untracked(|query| ListAt { parts, ..list_at(query) }.href(self.base));
        self.write.run(href);
        browser::focus_found(format!("main tbody tr:nth-child({}) a[href]", rows + 1));
    }

    /// The link to what comes `after`; once the page is alive, `load` adds it below. A page that holds very many rows leads
    /// to another one.
    pub(crate) fn more(self, after: String, busy: RwSignal<bool>, load: Callback<MouseEvent>) -> AnyView {
        let here = self.query.with_untracked(list_at);
        let parts = self.shown();
        if parts >= MOST_PARTS {
            let href = ListAt { after: Some(after), parts: 1, ..here }.href(self.base);
            return view! { <LoadMore href=href text=t!("accounts.list.more")/> }.into_any();
        }
        let href = format!("{}#{NEXT_PART}", ListAt { parts: parts + 1, ..here }.href(self.base));
        view! { <LoadMore href=href text=t!("accounts.list.more") busy=busy on_click=load/> }.into_any()
    }
}
