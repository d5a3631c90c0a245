//! How much of a list is shown: as much as its address says. What "Load more" adds is written into the address, so that
//! Back, a reload and a link in a mail show the same list.

use crate::rules::{MOST_PARTS, PART};
use crate::wanted::{List, Wanted};
use i18n::t;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use ui::{LoadMore, browser};

/// Where the next part begins when JavaScript does not add it: the id of its first row.
const NEXT_PART: &str = "next-part";

/// The list at an address, and how many parts of it are shown.
pub struct Paging<L: List> {
    path: &'static str,
    wanted: Memo<Wanted<L>>,
    begin: Memo<Wanted<L>>,
    /// How often the address came to say another number that is not shown yet.
    asked: Memo<u32>,
    shown: StoredValue<usize>,
    write: Callback<String>,
}

impl<L: List> Clone for Paging<L> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<L: List> Copy for Paging<L> {}

impl<L: List> Paging<L> {
    /// For the list at this path.
    #[must_use]
    pub fn here(path: &'static str) -> Self {
        let query = use_query_map();
        let wanted = Memo::new(move |_| query.with(|query| Wanted::<L>::read(|name| query.get(name))));
        let begin = Memo::new(move |_| wanted.get().of_parts(1));
        let shown = StoredValue::new(wanted.with_untracked(Wanted::parts));
        let asked = Memo::new(move |old: Option<&u32>| {
            let parts = wanted.with(Wanted::parts);
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
        Self { path, wanted, begin, asked, shown, write }
    }

    /// What the address says but for the number of parts, which changes when some are added below.
    #[must_use]
    pub fn begin(self) -> Memo<Wanted<L>> {
        self.begin
    }

    /// Changes when another number of parts is to be fetched.
    #[must_use]
    pub fn asked(self) -> u32 {
        self.asked.get()
    }

    /// Parts that are shown, and that are fetched when the list is drawn anew.
    #[must_use]
    pub fn shown(self) -> usize {
        self.shown.get_value()
    }

    /// The id of the row with this number.
    #[must_use]
    pub fn id_of(self, row: usize) -> Option<&'static str> {
        let parts = self.shown();
        (parts > 1 && row == (parts - 1) * PART).then_some(NEXT_PART)
    }

    /// One part more is shown, behind so many rows: the address says so, and the focus goes to the first of the new.
    pub fn grew(self, rows: usize) {
        let grown = self.shown.try_update_value(|shown| {
            *shown += 1;
            *shown
        });
        // Somebody has gone to another page meanwhile, whose address is its own.
        let Some(parts) = grown else { return };
        self.write.run(self.wanted.get_untracked().of_parts(parts).href(self.path));
        browser::focus_found(format!("main tbody tr:nth-child({}) a[href]", rows + 1));
    }

    /// The link to what comes `after`; once the page is alive, `load` adds it below. A page that holds very many rows leads
    /// to another one.
    pub fn more(self, after: &str, busy: RwSignal<bool>, load: Callback<MouseEvent>) -> AnyView {
        let (here, parts) = (self.wanted.get_untracked(), self.shown());
        if parts >= MOST_PARTS {
            let href = here.behind(after).href(self.path);
            return view! { <LoadMore href=href text=t!("accounts.list.more")/> }.into_any();
        }
        let href = format!("{}#{NEXT_PART}", here.of_parts(parts + 1).href(self.path));
        view! { <LoadMore href=href text=t!("accounts.list.more") busy=busy on_click=load/> }.into_any()
    }
}
