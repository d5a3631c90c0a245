//! What was kept of an installation: its database, what people held in their hands, and what its pages showed.

use crate::site::TestSite;
use crate::upgrade::browser::Browser;
use kernel::Ts;
use platform::testing::{Kept, On, TestPlatform};

/// The files of one installation.
pub struct Fixture {
    pub sqlite: &'static str,
    pub postgres: &'static str,
    /// One thing a line: the moment, the master key, mailed links, people with their cookies and codes.
    pub held: &'static str,
    /// `=== who path`, then where it led, then the lines of the page.
    pub pages: &'static str,
}

/// A mailed link.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub kind: &'static str,
    pub state: &'static str,
    pub whom: &'static str,
    pub path: &'static str,
}

/// Somebody in front of a browser.
pub struct Person {
    pub email: &'static str,
    /// The newest first.
    pub codes: Vec<&'static str>,
    pub browser: Browser,
}

/// A page as it was.
pub struct Page {
    pub who: &'static str,
    pub path: &'static str,
    pub lines: Vec<&'static str>,
}

impl Fixture {
    /// The installation with this version. `None` without the engine.
    pub async fn upgraded(&self, on: On) -> Option<TestSite> {
        let kept = Kept {
            sqlite: self.sqlite,
            postgres: self.postgres,
            master_key: self.master_key(),
            at: Ts(self.said("now").parse().unwrap()),
        };
        let t = TestPlatform::upgraded(on, &kept).await?;
        clients::search::ensure(&t.platform.db, kept.at).await.unwrap();
        Some(TestSite::standing_on(t))
    }

    fn master_key(&self) -> [u8; 32] {
        let hex = self.said("key");
        let byte = |at: usize| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap();
        std::array::from_fn(byte)
    }

    fn said(&self, name: &str) -> &'static str {
        self.all(name).next().unwrap()[0]
    }

    fn all(&self, name: &str) -> impl Iterator<Item = Vec<&'static str>> {
        let words = self.held.lines().map(|line| line.split(' ').collect::<Vec<_>>());
        words.filter(move |words| words[0] == name).map(|words| words[1..].to_vec())
    }

    pub fn links(&self) -> Vec<Link> {
        let read = |it: Vec<&'static str>| Link { kind: it[0], state: it[1], whom: it[2], path: it[3] };
        self.all("link").map(read).collect()
    }

    pub fn link(&self, kind: &str, state: &str, whom: &str) -> Link {
        let is_meant = |it: &Link| (it.kind, it.state, it.whom) == (kind, state, whom);
        self.links().into_iter().find(is_meant).unwrap_or_else(|| panic!("no {kind} {state} {whom}"))
    }

    pub fn people(&self) -> Vec<Person> {
        let read = |words: Vec<&'static str>| {
            let (cookies, codes) = words[2..].split_last().unwrap();
            let cookies: Vec<_> = cookies.split(';').filter_map(|it| it.split_once('=')).collect();
            Person { email: words[1], codes: codes.to_vec(), browser: Browser::holding(&cookies) }
        };
        self.all("person").map(read).collect()
    }

    pub fn person(&self, email: &str) -> Person {
        self.people().into_iter().find(|it| it.email == email).unwrap_or_else(|| panic!("no {email}"))
    }

    pub fn pages(&self) -> Vec<Page> {
        let read = |text: &'static str| {
            let mut lines = text.lines();
            let (who, path) = lines.next().unwrap().split_once(' ').unwrap();
            Page { who, path, lines: lines.collect() }
        };
        self.pages.split("=== ").skip(1).map(read).collect()
    }
}
