//! The pages that are measured, what each may cost, and how an answer is known to be right: an error page is fast, too.

use crate::client::{Answer, Ask};
use crate::fixtures::{Fixtures, Toggle};
use http::StatusCode;
use kernel::paths;
use std::sync::PoisonError;

/// A page, or an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    Login,
    List,
    Deep,
    Info,
    Contact,
    Contacts,
    Home,
    Hit,
    NoHit,
    OneLetter,
    Toggle,
}

/// Rows of a list.
const ROWS: usize = 50;

impl Work {
    pub const ALL: [Work; 11] = [
        Work::Login,
        Work::List,
        Work::Deep,
        Work::Info,
        Work::Contact,
        Work::Contacts,
        Work::Home,
        Work::Hit,
        Work::NoHit,
        Work::OneLetter,
        Work::Toggle,
    ];

    /// As the table and the variable `ONLY` call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Work::Login => "login",
            Work::List => "list",
            Work::Deep => "deep list",
            Work::Info => "info",
            Work::Contact => "contact",
            Work::Contacts => "contacts",
            Work::Home => "portal home",
            Work::Hit => "search hit",
            Work::NoHit => "search none",
            Work::OneLetter => "search letter",
            Work::Toggle => "toggle",
        }
    }

    /// Microseconds of CPU that an answer may take on SQLite; PostgreSQL's processes and ours together twice that.
    #[must_use]
    pub const fn must(self) -> f64 {
        match self {
            Work::Login => 150.0,
            Work::List | Work::Deep | Work::Contacts => 2_500.0,
            Work::Info | Work::Contact | Work::Home => 1_500.0,
            Work::Hit | Work::NoHit | Work::OneLetter => 5_000.0,
            Work::Toggle => 500.0,
        }
    }

    /// The steepest growth with the number of accounts.
    #[must_use]
    pub const fn steepest(self) -> f64 {
        match self {
            Work::Hit | Work::NoHit | Work::OneLetter => 0.1,
            _ => 0.05,
        }
    }

    /// Connections that ask at once.
    #[must_use]
    pub const fn connections(self) -> usize {
        match self {
            Work::Toggle => 64,
            _ => 4,
        }
    }

    /// The `number`th question.
    #[must_use]
    pub fn ask(self, fixtures: &Fixtures, number: usize) -> Ask {
        let staff = |path: String| Ask::page(path, Some(&fixtures.owner));
        let place = &fixtures.places[number % fixtures.places.len()];
        let search = |text: &str| staff(format!("{}?q={}", paths::ACCOUNTS, paths::percent(text)));
        match self {
            Work::Login => Ask::page(paths::SIGN_IN.to_owned(), None),
            Work::List => staff(paths::ACCOUNTS.to_owned()),
            Work::Deep => {
                let after = paths::percent(&fixtures.deep[number % fixtures.deep.len()]);
                staff(format!("{}?after={after}", paths::ACCOUNTS))
            }
            Work::Info => staff(paths::account_info(&place.code)),
            Work::Contact => {
                staff(paths::contact(&fixtures.contacts[number % fixtures.contacts.len()].to_string()))
            }
            Work::Contacts => staff(paths::CONTACTS.to_owned()),
            Work::Home => {
                let client = &fixtures.clients[number % fixtures.clients.len()];
                Ask::page(paths::portal_home(&client.code), Some(&client.token))
            }
            Work::Hit => search(first_words(&place.name)),
            Work::NoHit => search(NOWHERE[number % NOWHERE.len()]),
            Work::OneLetter => search(LETTERS[number % LETTERS.len()]),
            Work::Toggle => switch(fixtures, &at(fixtures, number)),
        }
    }

    /// What is wrong with the answer to the `number`th question.
    ///
    /// # Errors
    /// That.
    pub fn check(self, fixtures: &Fixtures, number: usize, answer: &Answer) -> Result<(), String> {
        let body = String::from_utf8_lossy(&answer.body);
        if answer.status != StatusCode::OK {
            let begin: String = body.chars().take(200).collect();
            return Err(format!("{} for {}: {begin}", answer.status, self.ask(fixtures, number).path));
        }
        let must_hold = |text: &str| {
            if body.contains(text) { Ok(()) } else { Err(format!("{}: no {text:?} in it", self.name())) }
        };
        let rows = |of: &str, least: usize| {
            let found = body.matches(of).count();
            if found >= least { Ok(()) } else { Err(format!("{}: {found} of {of:?}", self.name())) }
        };
        let all = usize::try_from(fixtures.accounts).unwrap_or(usize::MAX).min(ROWS);
        match self {
            Work::Login => must_hold("name=\"password\""),
            Work::List => rows("/info\"", all),
            // The very smallest firms have no deep page.
            Work::Deep => rows("/info\"", if fixtures.accounts > 110 { ROWS } else { 1 }),
            Work::Contacts => rows("href=\"/app/contacts/", all.min(40)),
            // Whole paths: a code is as short as "K1", which the random values of any page may hold.
            Work::Info => {
                must_hold(&paths::account_info(&fixtures.places[number % fixtures.places.len()].code))
            }
            Work::Contact => must_hold(&fixtures.contacts[number % fixtures.contacts.len()].to_string()),
            Work::Home => {
                must_hold(&paths::portal_home(&fixtures.clients[number % fixtures.clients.len()].code))
            }
            Work::Hit | Work::OneLetter => rows("/info\"", 1),
            Work::NoHit if body.contains("/info\"") => Err("found what there is not".to_owned()),
            Work::NoHit => must_hold("</html>"),
            Work::Toggle => must_hold(&at(fixtures, number).setting.to_string()),
        }?;
        let band = if self == Work::Toggle { 200..200_000 } else { 2_000..600_000 };
        if band.contains(&answer.body.len()) {
            Ok(())
        } else {
            Err(format!("{}: {} bytes", self.name(), answer.body.len()))
        }
    }

    /// What is known after a right answer.
    pub fn learn(self, fixtures: &Fixtures, number: usize) {
        if self == Work::Toggle {
            let mut all = fixtures.toggles.lock().unwrap_or_else(PoisonError::into_inner);
            let place = number % all.len();
            if let Some(toggle) = all.get_mut(place) {
                *toggle = Toggle { on: !toggle.on, version: toggle.version + 1, ..toggle.clone() };
            }
        }
    }
}

pub(crate) const NOWHERE: [&str; 4] = ["xqzvwk", "jjqqxx gmbh", "zzyzxq@nowhere", "qqqwww"];
pub(crate) const LETTERS: [&str; 6] = ["m", "k", "7", "b", "s", "h"];

/// A name's beginning, as somebody types it who looks for it.
pub(crate) fn first_words(name: &str) -> &str {
    match name.match_indices(' ').nth(1) {
        Some((end, _)) => &name[..end],
        None => name,
    }
}

fn at(fixtures: &Fixtures, number: usize) -> Toggle {
    let all = fixtures.toggles.lock().unwrap_or_else(PoisonError::into_inner);
    all[number % all.len()].clone()
}

fn switch(fixtures: &Fixtures, toggle: &Toggle) -> Ask {
    let form = vec![
        ("setting", toggle.setting.to_string()),
        ("which", "notify".to_owned()),
        ("on", (!toggle.on).to_string()),
        ("version", toggle.version.to_string()),
        ("confirmed", "true".to_owned()),
        ("tab", String::new()),
    ];
    let path = format!("{}/switch", paths::account_info(&toggle.code));
    Ask { form: Some(form), ..Ask::page(path, Some(&fixtures.owner)) }
}
