//! Where a list of accounts or contacts begins and ends, how its address says so, and which of its rows were chosen.

use access::access_state::AccessState;
use kernel::paths;
use uuid::Uuid;

/// Where a part of a list ended: the last row's sort key and id. Self-contained, so that it says nothing of rows that
/// the reader may not see. The default stands before every row.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    pub sort_key: String,
    pub id: Uuid,
}

impl Cursor {
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{} {}", self.id, self.sort_key)
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (id, sort_key) = text.split_once(' ')?;
        // No name has control characters, and PostgreSQL refuses a text with a NUL.
        if sort_key.len() > 4000 || sort_key.contains(char::is_control) {
            return None;
        }
        Some(Self { id: Uuid::parse_str(id).ok()?, sort_key: sort_key.to_owned() })
    }
}

/// Most hits of a search that are shown, the best ones; whoever wants others adds a word.
pub const BEST: usize = 200;

/// Where a part of what a search found ended: best hits come first, and equally good ones in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// How good the hit is; 0 is the best.
    pub rank: u8,
    pub cursor: Cursor,
}

impl Place {
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}.{}", self.rank, self.cursor.to_text())
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (rank, cursor) = text.split_once('.')?;
        Some(Self { rank: rank.parse().ok()?, cursor: Cursor::parse(cursor)? })
    }
}

/// The address of a list in this state; what is not set is left out.
#[must_use]
pub fn list_href(base: &str, query: &str, archived: bool, after: Option<&str>) -> String {
    narrowed_href(base, query, archived, None, after)
}

/// As [`list_href`], with nothing but accounts that have somebody in this state of access.
#[must_use]
pub fn narrowed_href(
    base: &str,
    query: &str,
    archived: bool,
    access: Option<AccessState>,
    after: Option<&str>,
) -> String {
    ListAt { access, after: after.map(str::to_owned), ..ListAt::of(query, archived) }.href(base)
}

/// Most parts of a list on one page; whoever wants more goes on to the next page.
pub const MOST_PARTS: usize = 10;

/// What the address of a list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListAt {
    pub search: String,
    pub archived: bool,
    /// Nothing but accounts that have somebody in this state of access; archived ones are not narrowed.
    pub access: Option<AccessState>,
    /// Where it begins, unless at the beginning.
    pub after: Option<String>,
    /// How much of it is shown: so many parts, one after the other.
    pub parts: usize,
}

impl ListAt {
    /// Rows of one part. The statements ask for one more, written out as 51, which tells whether there is a next part.
    pub const PART: usize = 50;

    /// A list from its beginning.
    #[must_use]
    pub fn of(search: &str, archived: bool) -> Self {
        Self { search: search.to_owned(), archived, ..Self::default() }
    }

    /// How many parts hold this many rows; what is no number is one part.
    #[must_use]
    pub fn parts_of(rows: Option<&str>) -> usize {
        let rows = rows.and_then(|rows| rows.parse::<usize>().ok()).unwrap_or_default();
        rows.div_ceil(Self::PART).clamp(1, MOST_PARTS)
    }

    /// The address; what is not set is left out.
    #[must_use]
    pub fn href(&self, base: &str) -> String {
        let mut href = base.to_owned();
        let mut glue = '?';
        let mut add = |name: &str, value: &str| {
            href.push(glue);
            href.push_str(name);
            href.push('=');
            href.push_str(&paths::percent(value));
            glue = '&';
        };
        if self.archived {
            add("tab", "archived");
        }
        if let Some(access) = self.access.filter(|_| !self.archived) {
            add("access", access.key());
        }
        if !self.search.trim().is_empty() {
            add("q", self.search.trim());
        }
        if let Some(after) = &self.after {
            add("after", after);
        }
        if self.parts > 1 {
            add("rows", &(self.parts * Self::PART).to_string());
        }
        href
    }
}

/// Most addresses behind one choice.
pub const MOST_CHOSEN: usize = 1000;

/// Which accounts: some by their short ids, or all that match a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub codes: Vec<String>,
    pub all: bool,
    pub search: String,
    /// When they were written to, in a page that says what became of it.
    pub sent: Option<i64>,
}

impl Choice {
    /// The page about this choice.
    #[must_use]
    pub fn href(&self) -> String {
        let mut pieces: Vec<String> = Vec::new();
        if self.all {
            pieces.push("all=true".to_owned());
            if !self.search.trim().is_empty() {
                pieces.push(format!("q={}", paths::percent(self.search.trim())));
            }
        } else {
            pieces.extend(self.codes.iter().map(|code| format!("account={}", paths::percent(code))));
        }
        pieces.extend(self.sent.map(|sent| format!("sent={sent}")));
        if pieces.is_empty() {
            return paths::ACCOUNTS_INVITE.to_owned();
        }
        format!("{}?{}", paths::ACCOUNTS_INVITE, pieces.join("&"))
    }

    /// The short ids in one text, as forms carry them: `,M1,M2,`.
    #[must_use]
    pub fn codes_text(&self) -> String {
        format!(",{},", self.codes.join(","))
    }

    /// The other way round; what is no short id is nobody's account.
    #[must_use]
    pub fn parse_codes(text: &str) -> Vec<String> {
        let known = |code: &&str| {
            (2..=12).contains(&code.len()) && code.chars().all(|letter| letter.is_ascii_alphanumeric())
        };
        text.split(',').map(str::trim).filter(known).take(MOST_CHOSEN).map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_no_name_can_hold_is_no_cursor() {
        let id = Uuid::from_bytes([7; 16]);
        for sort_key in ["\0", "mei\0er", "a\nb"] {
            assert_eq!(Cursor::parse(&format!("{id} {sort_key}")), None, "{sort_key:?}");
        }
        assert_eq!(Cursor::parse(&format!("{id} {}", "x".repeat(4001))), None);
        assert_eq!(Place::parse(&format!("256.{id} a")), None);
        assert_eq!(Place::parse(&format!("{id} a")), None, "a place in the list is none in a search");
        assert_eq!(Cursor::parse(&format!("1.{id} a")), None, "nor the other way round");
        assert_eq!(Place::parse(&format!("{id} 1.{id} a")), None);
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
            assert_eq!(ListAt::parts_of(Some(rows)), parts, "{rows}");
        }
        assert_eq!(ListAt::parts_of(None), 1);
        assert_eq!(ListAt::parts_of(Some("4000000000")), MOST_PARTS);
        let two = ListAt { parts: 2, ..ListAt::of("a&b", true) };
        assert_eq!(two.href("/app/accounts"), "/app/accounts?tab=archived&q=a%26b&rows=100");
    }

    #[test]
    fn an_address_of_a_list_keeps_its_state() {
        assert_eq!(list_href("/app/accounts", "", false, None), "/app/accounts");
        assert_eq!(
            list_href("/app/accounts", "a&b", true, Some("x y")),
            "/app/accounts?tab=archived&q=a%26b&after=x%20y"
        );
        let narrowed =
            |archived| narrowed_href("/app/accounts", "a", archived, Some(AccessState::NotDelivered), None);
        assert_eq!(narrowed(false), "/app/accounts?access=not_delivered&q=a");
        assert_eq!(narrowed(true), "/app/accounts?tab=archived&q=a", "nobody enters an archived account");
    }

    #[test]
    fn a_choice_is_an_address_and_nonsense_chooses_nothing() {
        let some = Choice { codes: vec!["M1".to_owned(), "WW12".to_owned()], ..Choice::default() };
        assert_eq!(some.href(), "/app/accounts/invite?account=M1&account=WW12");
        assert_eq!(Choice::parse_codes(&some.codes_text()), some.codes);
        let all = Choice { all: true, search: " a&b ".to_owned(), ..Choice::default() };
        assert_eq!(all.href(), "/app/accounts/invite?all=true&q=a%26b");
        let done = Choice { sent: Some(7), ..some };
        assert_eq!(done.href(), "/app/accounts/invite?account=M1&account=WW12&sent=7");
        assert!(Choice::parse_codes("%,_,M1%,' OR 1=1,\u{202E}M1,,").is_empty());
    }

    proptest! {
        #[test]
        fn a_cursor_survives_the_address_bar(sort_key in "\\PC{0,40}", bytes in any::<[u8; 16]>()) {
            let cursor = Cursor { sort_key, id: Uuid::from_bytes(bytes) };
            prop_assert_eq!(Cursor::parse(&cursor.to_text()), Some(cursor.clone()));
            let place = Place { rank: bytes[0], cursor };
            prop_assert_eq!(Place::parse(&place.to_text()), Some(place));
        }

        #[test]
        fn no_typed_text_breaks_a_cursor(text in "\\PC{0,80}") {
            let _ = Cursor::parse(&text);
            let _ = Place::parse(&text);
        }
    }
}
