//! The state of a list through address, server function and store.

use crate::{Cursor, Filter, Filters, List, MOST_CHOSEN, MOST_PARTS, Selectable, Selected, Sort, Wanted};
use proptest::prelude::*;
use std::borrow::Cow;
use uuid::Uuid;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Papers;

#[derive(Clone, Debug, PartialEq, Eq)]
enum PaperFilter {
    Archived,
    /// Only of papers that are not archived.
    Pages(u32),
    By(String),
}

impl Filter for PaperFilter {
    const NAMES: &'static [&'static str] = &["tab", "pages", "by"];

    fn parse(name: &str, value: &str) -> Option<Self> {
        match (name, value) {
            ("tab", "archived") => Some(Self::Archived),
            ("pages", pages) => pages.parse().ok().map(Self::Pages),
            ("by", by) if !by.is_empty() => Some(Self::By(by.to_owned())),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Archived => "tab",
            Self::Pages(_) => "pages",
            Self::By(_) => "by",
        }
    }

    fn value(&self) -> Cow<'static, str> {
        match self {
            Self::Archived => "archived".into(),
            Self::Pages(pages) => pages.to_string().into(),
            Self::By(by) => by.clone().into(),
        }
    }

    fn goes_with(&self, earlier: &Self) -> bool {
        !matches!((self, earlier), (Self::Pages(_), Self::Archived))
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PaperSort {
    #[default]
    Name,
    Newest,
}

impl Sort for PaperSort {
    const ALL: &'static [Self] = &[Self::Name, Self::Newest];

    fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Newest => "newest",
        }
    }
}

impl List for Papers {
    type Filter = PaperFilter;
    type Sort = PaperSort;
}

impl Selectable for Papers {
    const FIELD: &'static str = "paper";

    fn is_id(text: &str) -> bool {
        text.len() < 9 && !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric())
    }
}

type Of = Wanted<Papers>;

#[test]
fn an_address_of_a_list_keeps_its_state() {
    assert_eq!(Of::default().href("/papers"), "/papers");
    let all = Of::searching(" a&b ").with(PaperFilter::By("é/ü".to_owned())).with(PaperFilter::Archived);
    assert_eq!(all.href("/papers"), "/papers?tab=archived&by=%C3%A9/%C3%BC&q=a%26b");
    let later = all.sorted(PaperSort::Newest).behind(&format!("{} x y", Uuid::nil())).of_parts(2);
    let text = "tab=archived&by=%C3%A9/%C3%BC&q=a%26b&sort=newest\
        &after=00000000-0000-0000-0000-000000000000%20x%20y&rows=100";
    assert_eq!(later.to_text(), text);
    assert_eq!(Of::parse(text), later);
    assert_eq!(later.after(), Some(&Cursor::at("x y", Uuid::nil())));
}

#[test]
fn an_address_asks_for_whole_parts_and_not_for_too_many() {
    for (rows, parts) in [
        ("", 1),
        ("0", 1),
        ("50", 1),
        ("51", 2),
        ("100", 2),
        ("-5", 1),
        ("x", 1),
        ("99999999999999999999", 1),
    ] {
        assert_eq!(Of::parse(&format!("rows={rows}")).parts(), parts, "{rows}");
    }
    assert_eq!(Of::parse("").parts(), 1);
    assert_eq!(Of::parse("rows=4000000000").parts(), MOST_PARTS);
    assert_eq!(
        (Of::default().of_parts(0).parts(), Of::default().of_parts(usize::MAX).parts()),
        (1, MOST_PARTS)
    );
}

#[test]
fn a_filter_has_one_value_and_says_nothing_beside_one_that_rules_it_out() {
    let of = |text: &str| Of::parse(text).to_text();
    assert_eq!(of("pages=3&tab=archived"), "tab=archived");
    assert_eq!(of("pages=3&tab=current&tab="), "pages=3");
    assert_eq!(of("pages=3&pages=4"), "pages=4", "the last, as a router reads it");
    let three = Of::default().with(PaperFilter::Pages(3));
    assert_eq!(three.clone().with(PaperFilter::Pages(4)).to_text(), "pages=4");
    assert_eq!(three.clone().with(PaperFilter::Archived).to_text(), "tab=archived");
    assert_eq!(three.clone().without("pages"), Of::default());
    assert!(three.filters().has(&PaperFilter::Pages(3)));
    assert_eq!(three.filters().iter().count(), 1);
    assert_eq!(Filters::<PaperFilter>::default(), *Of::default().filters());
}

#[test]
fn what_changes_a_list_begins_it_anew() {
    let deep = Of::parse("rows=150&after=00000000-0000-0000-0000-000000000000%20x");
    assert_eq!(deep.clone().with_search("a"), Of::searching("a"));
    assert_eq!(deep.clone().sorted(PaperSort::Newest).to_text(), "sort=newest");
    assert_eq!(deep.clone().with(PaperFilter::Archived).to_text(), "tab=archived");
    assert_eq!(deep.clone().without("tab"), Of::default());
    assert_eq!(deep.at_start(), Of::default());
}

#[test]
fn what_a_stored_view_says_of_a_filter_that_is_none_any_more_is_left_out() {
    let stored = r#""tab=archived&colour=red&pages=many&q=a&sort=price&after=x""#;
    let view: Of = serde_json::from_str(stored).unwrap();
    assert_eq!(serde_json::to_string(&view).unwrap(), r#""tab=archived&q=a""#);
}

#[test]
fn a_choice_is_an_address_and_nonsense_chooses_nothing() {
    let some = Selected::<Papers>::Ids(vec!["M1".to_owned(), "WW12".to_owned()]);
    assert_eq!(some.to_text(), "paper=M1&paper=WW12");
    assert_eq!(Selected::Ids(Selected::<Papers>::parse_ids(&some.ids_text())), some);
    let all = Selected::all_of(Of::searching(" a&b ").with(PaperFilter::Archived).of_parts(3));
    assert_eq!(all.to_text(), "all=true&tab=archived&q=a%26b");
    assert!(Selected::<Papers>::parse_ids("%,_,M1%,' OR 1=1,\u{202E}M1,,").is_empty());
    assert!(Selected::<Papers>::default().is_empty() && !all.is_empty());
    let many = "M1,".repeat(MOST_CHOSEN + 1);
    assert_eq!(Selected::<Papers>::parse_ids(&many).len(), MOST_CHOSEN);
}

#[test]
fn all_of_a_list_that_is_narrowed_by_what_nobody_understands_are_none() {
    for text in [
        "pages=many",
        "tab=Archived",
        "pages=3&tab=gone&q=a",
        "tab=archived&pages=3.",
        "pages=3&pages=x",
        "by=eva&pages=%203",
    ] {
        let chosen = Selected::<Papers>::parse(&format!("all=true&{text}"));
        assert!(chosen.is_empty(), "{text}: {chosen:?}");
        let stored: Selected<Papers> = serde_json::from_str(&format!("\"{text}&all=true\"")).unwrap();
        assert!(stored.is_empty(), "{text}");
    }
    for (text, wanted) in [
        ("", Of::default()),
        ("tab=&pages=&by=", Of::default()),
        ("pages=x&pages=3", Of::default().with(PaperFilter::Pages(3))),
        ("tab=archived&pages=3", Of::default().with(PaperFilter::Archived)),
        ("q=a&sort=price&after=x&rows=y", Of::searching("a")),
    ] {
        assert_eq!(
            Selected::<Papers>::parse(&format!("all=true&{text}")),
            Selected::all_of(wanted),
            "{text}"
        );
    }
}

fn filter() -> impl Strategy<Value = PaperFilter> {
    prop_oneof![
        Just(PaperFilter::Archived),
        any::<u32>().prop_map(PaperFilter::Pages),
        "\\PC{1,20}".prop_map(PaperFilter::By),
    ]
}

fn cursor() -> impl Strategy<Value = Cursor> {
    (any::<Option<u8>>(), "\\PC{0,40}", any::<u128>()).prop_map(|(rank, sort_key, id)| Cursor {
        rank,
        sort_key,
        id: Uuid::from_u128(id),
    })
}

fn wanted() -> impl Strategy<Value = Of> {
    let filters = proptest::collection::vec(filter(), 0..4);
    let sort = prop_oneof![Just(PaperSort::Name), Just(PaperSort::Newest)];
    ("\\PC{0,20}", filters, sort, proptest::option::of(cursor()), 0..20usize).prop_map(
        |(search, filters, sort, after, parts)| {
            let begin = filters.into_iter().fold(Of::searching(&search).sorted(sort), Of::with);
            match after {
                Some(after) => begin.behind(&after.to_text()).of_parts(parts),
                None => begin.of_parts(parts),
            }
        },
    )
}

proptest! {
    #[test]
    fn a_list_comes_back_from_its_address_and_from_where_it_was_stored(wanted in wanted()) {
        prop_assert_eq!(&Of::parse(&wanted.to_text()), &wanted);
        let stored = serde_json::to_string(&wanted).unwrap();
        prop_assert_eq!(serde_json::from_str::<Of>(&stored).unwrap(), wanted);
    }

    #[test]
    fn whatever_was_typed_is_a_list_and_has_one_way_to_be_written(text in "\\PC{0,80}", value in "\\PC{0,40}") {
        for typed in [text, format!("q={value}&after={value}&rows={value}&tab={value}&pages={value}&sort={value}")] {
            let once = Of::parse(&typed);
            prop_assert_eq!(Of::parse(&once.to_text()), once);
        }
    }

    #[test]
    fn a_choice_comes_back_from_its_address(ids in proptest::collection::vec("[A-Z0-9]{1,8}", 0..5), wanted in wanted()) {
        for selected in [Selected::<Papers>::Ids(ids), Selected::all_of(wanted)] {
            prop_assert_eq!(&Selected::parse(&selected.to_text()), &selected);
            let stored = serde_json::to_string(&selected).unwrap();
            prop_assert_eq!(serde_json::from_str::<Selected<Papers>>(&stored).unwrap(), selected);
        }
    }
}
