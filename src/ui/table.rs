//! Rows and columns.

use leptos::prelude::*;

use crate::Icon;

/// The direction a column is sorted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    Up,
    Down,
}

/// The head of a column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    label: String,
    hidden: bool,
    end: bool,
    sort_href: Option<String>,
    sorted: Option<Sorted>,
}

impl Column {
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// A column whose name only assistive technology hears, such as the row's menu.
    pub fn unseen(label: impl Into<String>) -> Self {
        Self { hidden: true, ..Self::new(label) }
    }

    /// A column of numbers, aligned at the end. Give its cells the class `num`.
    pub fn number(label: impl Into<String>) -> Self {
        Self { end: true, ..Self::new(label) }
    }

    /// A head that is a link to the list in another order.
    pub fn sortable(mut self, href: impl Into<String>, sorted: Option<Sorted>) -> Self {
        self.sort_href = Some(href.into());
        self.sorted = sorted;
        self
    }

    fn view(self) -> AnyView {
        let order = self.sorted.map(|it| if it == Sorted::Up { "ascending" } else { "descending" });
        let arrow = match self.sorted {
            Some(Sorted::Up) => "arrow-up",
            Some(Sorted::Down) => "arrow-down",
            None => "chevrons-up-down",
        };
        let label = if self.hidden {
            view! { <span class="sr-only">{self.label}</span> }.into_any()
        } else if let Some(href) = self.sort_href {
            view! {
                <a class="table-sort" href=href>
                    {self.label}
                    <Icon name=arrow/>
                </a>
            }
            .into_any()
        } else {
            self.label.into_any()
        };
        view! {
            <th scope="col" role="columnheader" class=self.end.then_some("num") aria-sort=order>
                {label}
            </th>
        }
        .into_any()
    }
}

/// A table whose children are `<tr role="row">` with `<td role="cell">`. It scrolls sideways inside its frame;
/// with `cards` each row becomes a card on phones, and `data-label` of a cell is shown before its content.
#[component]
pub fn Table(
    /// What the rows are: "Accounts". Heard, not seen.
    #[prop(into)]
    label: String,
    columns: Vec<Column>,
    #[prop(optional)] cards: bool,
    /// The row height for people who see many rows a day.
    #[prop(optional)]
    compact: bool,
    children: Children,
) -> impl IntoView {
    let mut class = "table".to_owned();
    for (set, more) in [(cards, " table-cards"), (compact, " table-compact")] {
        if set {
            class.push_str(more);
        }
    }
    let head: Vec<_> = columns.into_iter().map(Column::view).collect();
    view! {
        <div class="table-frame" role="region" aria-label=label.clone() tabindex="0">
            <table class=class role="table" aria-label=label.clone()>
                <thead role="rowgroup">
                    <tr role="row">{head}</tr>
                </thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
