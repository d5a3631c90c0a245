//! What browsers are told when something changes: which thing, never what it says.
//!
//! The audience of a piece of news follows from its variant, and a variant has no field that its audience may not know
//! (ROLE-3): what every employee hears about accounts has none at all.

use crate::{AccountId, SessionId, SettingId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is said instead of an act that may be known already.
const AGAIN: &str = "again";

/// Longest name of a tab.
const LONGEST_NAME: usize = 32;

/// The name that a browser tab gave itself; none when it is no name. It goes to everybody's browsers with each change, so
/// that it has few characters, of few kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab(String);

impl Tab {
    /// The tab of this name, or none.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let sound =
            name.len() <= LONGEST_NAME && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        Self(if sound { name.to_owned() } else { String::new() })
    }

    /// Its name, or nothing.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// A change that others may be looking at. Browsers fetch again what they may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Too much happened meanwhile to tell it one by one. For everybody.
    Everything,
    /// Some list of accounts or contacts holds something else. For every employee, also those who may not see which
    /// account it was: so it names neither the account nor the act nor the colleague.
    Lists,
    /// The firm's own settings; every node also forgets what it remembers of the firm. For those who manage them.
    Firm { act: String, by: String },
    /// The team, or one member of it. For admins.
    Team { member: Option<UserId>, by: String },
    /// An account. For employees who may see it.
    Account {
        account: AccountId,
        act: String,
        /// The row, contact or change it is about.
        about: Option<Uuid>,
        by: String,
    },
    /// A row of an Info tab: how its mail fared. For employees who may see the account.
    Setting { setting: SettingId, act: String },
    /// A person. For nobody but them.
    User { user: UserId, act: UserAct, by: String },
}

/// What happens to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserAct {
    /// This session is over, or all of theirs.
    SessionEnded(Option<SessionId>),
    /// They may do something else than before.
    RightsChanged,
    /// Other accounts are assigned to them.
    AccountsAssigned,
    /// Other accounts are open to them as a client.
    AccessChanged,
    Notifications,
    Profile,
    /// Perhaps known already.
    Again,
}

impl UserAct {
    const fn key(self) -> &'static str {
        match self {
            UserAct::SessionEnded(_) => "session_ended",
            UserAct::RightsChanged => "rights_changed",
            UserAct::AccountsAssigned => "accounts_assigned",
            UserAct::AccessChanged => "access_changed",
            UserAct::Notifications => "notifications",
            UserAct::Profile => "profile",
            UserAct::Again => AGAIN,
        }
    }

    fn parse(key: &str, entity: Option<Uuid>) -> Self {
        match key {
            "session_ended" => UserAct::SessionEnded(entity.map(SessionId)),
            "rights_changed" => UserAct::RightsChanged,
            "accounts_assigned" => UserAct::AccountsAssigned,
            "access_changed" => UserAct::AccessChanged,
            "notifications" => UserAct::Notifications,
            "profile" => UserAct::Profile,
            _ => UserAct::Again,
        }
    }
}

/// What a part of a page shows, and wants to hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Watch {
    /// Lists of accounts or contacts.
    Lists,
    /// The firm's settings.
    Firm,
    Team,
    Account(AccountId),
    Setting(SettingId),
    /// The reader's own sessions, rights and accounts: the stream carries no other person's news.
    Myself,
}

/// News as they are stored and sent, with the browser tab that made them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Wire", try_from = "Wire")]
pub struct LiveEvent {
    news: News,
    origin: String,
}

/// The flat form, in the stream and in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wire {
    /// What changed, for example `account:0190…` or `accounts`.
    pub scope: String,
    /// What happened, for example `login_on`.
    pub kind: String,
    /// The row concerned, if one.
    pub entity: Option<String>,
    /// Who did it, as colleagues know them; empty for the system.
    pub by: String,
    /// The browser tab that did it, which need not be told.
    pub origin: String,
}

impl News {
    /// Whether a part of a page that watches this is concerned.
    #[must_use]
    pub fn concerns(&self, watch: Watch) -> bool {
        match (self, watch) {
            (News::Everything, _)
            | (News::Lists, Watch::Lists)
            | (News::Firm { .. }, Watch::Firm)
            | (News::Team { .. }, Watch::Team)
            | (News::User { .. }, Watch::Myself) => true,
            (News::Account { account, .. }, Watch::Account(it)) => *account == it,
            (News::Setting { setting, .. }, Watch::Setting(it)) => *setting == it,
            _ => false,
        }
    }

    fn scope(&self) -> String {
        match self {
            News::Everything => "*".to_owned(),
            News::Lists => "accounts".to_owned(),
            News::Firm { .. } => "firm".to_owned(),
            News::Team { .. } => "team".to_owned(),
            News::Account { account, .. } => format!("account:{account}"),
            News::Setting { setting, .. } => format!("setting:{setting}"),
            News::User { user, .. } => format!("user:{user}"),
        }
    }

    fn act(&self) -> &str {
        match self {
            News::Everything => "missed",
            News::Lists | News::Team { .. } => "changed",
            News::Firm { act, .. } | News::Account { act, .. } | News::Setting { act, .. } => act,
            News::User { act, .. } => act.key(),
        }
    }

    const fn entity(&self) -> Option<Uuid> {
        match self {
            News::Team { member: Some(member), .. } => Some(member.0),
            News::Account { about, .. } => *about,
            News::User { act: UserAct::SessionEnded(Some(session)), .. } => Some(session.0),
            _ => None,
        }
    }

    /// Who did it, as colleagues know them; empty for the system.
    #[must_use]
    pub fn by(&self) -> &str {
        match self {
            News::Everything | News::Lists | News::Setting { .. } => "",
            News::Firm { by, .. }
            | News::Team { by, .. }
            | News::Account { by, .. }
            | News::User { by, .. } => by,
        }
    }
}

impl LiveEvent {
    /// News from this browser tab. The name of a tab joins what it did, so those that name nobody do not say it either.
    #[must_use]
    pub fn new(news: News, origin: &str) -> Self {
        let nameless = matches!(news, News::Everything | News::Lists);
        Self { news, origin: if nameless { String::new() } else { origin.to_owned() } }
    }

    #[must_use]
    pub const fn news(&self) -> &News {
        &self.news
    }

    #[must_use]
    pub fn into_news(self) -> News {
        self.news
    }

    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The same, perhaps known already: worth looking again, not worth saying.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        match &mut self.news {
            News::Everything | News::Lists => {}
            News::Firm { act, by } | News::Account { act, by, .. } => {
                AGAIN.clone_into(act);
                by.clear();
            }
            News::Setting { act, .. } => AGAIN.clone_into(act),
            News::Team { by, .. } => by.clear(),
            News::User { act, by, .. } => {
                *act = UserAct::Again;
                by.clear();
            }
        }
        self
    }
}

impl From<LiveEvent> for Wire {
    fn from(event: LiveEvent) -> Self {
        Self {
            scope: event.news.scope(),
            kind: event.news.act().to_owned(),
            entity: event.news.entity().map(|id| id.to_string()),
            by: event.news.by().to_owned(),
            origin: event.origin,
        }
    }
}

/// News of a scope that this version does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown;

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("unknown news")
    }
}

impl TryFrom<Wire> for LiveEvent {
    type Error = Unknown;

    /// What the variant has no field for is dropped, whoever wrote it down.
    fn try_from(wire: Wire) -> Result<Self, Unknown> {
        let Wire { scope, kind: act, entity, by, origin } = wire;
        let about: Option<Uuid> = entity.and_then(|id| Uuid::parse_str(&id).ok());
        let news = match scope.split_once(':') {
            None => match scope.as_str() {
                "*" => News::Everything,
                "accounts" => News::Lists,
                "firm" => News::Firm { act, by },
                "team" => News::Team { member: about.map(UserId), by },
                _ => return Err(Unknown),
            },
            Some((kind, id)) => match (kind, Uuid::parse_str(id).map_err(|_| Unknown)?) {
                ("account", id) => News::Account { account: AccountId(id), act, about, by },
                ("setting", id) => News::Setting { setting: SettingId(id), act },
                ("user", id) => News::User { user: UserId(id), act: UserAct::parse(&act, about), by },
                _ => return Err(Unknown),
            },
        };
        Ok(Self::new(news, &origin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

    fn wire(scope: &str, kind: &str, entity: Option<&str>) -> Wire {
        let (by, origin) = ("Eva".to_owned(), "tab".to_owned());
        Wire { scope: scope.to_owned(), kind: kind.to_owned(), entity: entity.map(str::to_owned), by, origin }
    }

    #[test]
    fn what_is_for_every_employee_says_nothing_whoever_wrote_it() {
        let id = ID.to_string();
        for scope in ["accounts", "*"] {
            let read = LiveEvent::try_from(wire(scope, "login_on", Some(&id))).unwrap();
            let text = serde_json::to_string(&read).unwrap();
            for word in ["login_on", "Eva", "tab", &id] {
                assert!(!text.contains(word), "{word} in {text}");
            }
        }
        assert_eq!(LiveEvent::new(News::Lists, "tab").origin(), "");
    }

    #[test]
    fn every_kind_of_news_survives_the_table_and_the_stream() {
        let by = || "Eva".to_owned();
        let act = || "renamed".to_owned();
        let session = Some(SessionId(ID));
        for news in [
            News::Everything,
            News::Lists,
            News::Firm { act: act(), by: by() },
            News::Team { member: Some(UserId(ID)), by: by() },
            News::Account { account: AccountId(ID), act: act(), about: Some(ID), by: by() },
            News::Setting { setting: SettingId(ID), act: act() },
            News::User { user: UserId(ID), act: UserAct::SessionEnded(session), by: by() },
            News::User { user: UserId(ID), act: UserAct::RightsChanged, by: by() },
        ] {
            let event = LiveEvent::new(news, "tab");
            let read: LiveEvent = serde_json::from_str(&serde_json::to_string(&event).unwrap()).unwrap();
            assert_eq!(read, event);
            assert_eq!(read.quiet().news().by(), "");
        }
    }

    #[test]
    fn unknown_scopes_and_ids_that_are_none_are_no_news() {
        for scope in ["", "everybody", "account:", "account:M1", "account", "invoice:1", "user:*", "Accounts"]
        {
            assert_eq!(LiveEvent::try_from(wire(scope, "x", None)), Err(Unknown), "{scope}");
        }
        let unknown =
            LiveEvent::try_from(wire(&format!("user:{ID}"), "new_in_the_next_version", None)).unwrap();
        assert!(matches!(unknown.news(), News::User { act: UserAct::Again, .. }));
    }

    #[test]
    fn a_part_of_a_page_hears_of_what_it_watches_and_of_everything() {
        let other = AccountId(Uuid::nil());
        let news =
            News::Account { account: AccountId(ID), act: String::new(), about: None, by: String::new() };
        assert!(news.concerns(Watch::Account(AccountId(ID))));
        assert!(!news.concerns(Watch::Account(other)) && !news.concerns(Watch::Lists));
        assert!(News::Everything.concerns(Watch::Account(other)) && News::Everything.concerns(Watch::Myself));
        assert!(News::Lists.concerns(Watch::Lists) && !News::Lists.concerns(Watch::Team));
    }

    #[test]
    fn a_tab_has_a_short_plain_name_or_none() {
        let (longest, longer) = ("a".repeat(32), "a".repeat(33));
        for (said, name) in [
            ("", ""),
            ("0a1b2c3d4e5f6071", "0a1b2c3d4e5f6071"),
            ("Tab-7", "Tab-7"),
            (&longest, &*longest),
            (&longer, ""),
            ("a b", ""),
            ("a\nb", ""),
            ("<script>", ""),
            ("\u{202e}x", ""),
            ("日本", ""),
        ] {
            assert_eq!(Tab::named(said).name(), name, "{said:?}");
        }
    }
}
