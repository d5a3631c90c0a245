//! What crosses the wire about invitations to many.

use crate::accounts::Accounts;
use access::access_state::AccessState;
use kernel::paths;
use lists::Selected;
use serde::{Deserialize, Serialize};

/// What the address of the page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    pub accounts: Selected<Accounts>,
    /// When they were written to, in a page that says what became of it.
    pub sent: Option<i64>,
    /// That broke off, and the rest can follow.
    pub stopped: bool,
}

impl Chosen {
    /// The page about this choice.
    #[must_use]
    pub fn href(&self) -> String {
        let href = self.accounts.href(paths::ACCOUNTS_INVITE);
        let glue = if href.contains('?') { '&' } else { '?' };
        let stopped = if self.stopped { "&stopped=true" } else { "" };
        self.sent.map_or(href.clone(), |sent| format!("{href}{glue}sent={sent}{stopped}"))
    }
}

/// Why an address is not written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LeftOut {
    /// Can sign in already (INV-7).
    Active,
    LoginOff,
    Archived,
    /// Written to within the last minute.
    JustNow,
    /// Written to five times within a day.
    FiveToday,
    /// Something changed while the others were written to.
    Missed,
}

/// One address, with the chosen accounts that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLine {
    pub email: String,
    pub name: String,
    /// Short id and name.
    pub accounts: Vec<(String, String)>,
    /// Where the address stands in the chosen accounts; where that says most.
    pub access: AccessState,
    pub left_out: Option<LeftOut>,
    /// Was just written to: since the moment that the result is asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub written: bool,
}

/// Everybody behind the chosen accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// How many accounts were chosen, as far as one may see them.
    pub accounts: i64,
    pub lines: Vec<PlanLine>,
    /// More than can be shown and sent at once.
    pub too_many: bool,
    /// What those were sent who were written to, as long as others of that run wait for the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}

impl PlanLine {
    /// Was not written to, and nothing is in the way.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.written && self.left_out.is_none()
    }
}

impl Plan {
    /// Those that will be written to.
    pub fn to(&self) -> impl Iterator<Item = &PlanLine> {
        self.lines.iter().filter(|line| line.left_out.is_none())
    }

    /// Those that were.
    pub fn written(&self) -> impl Iterator<Item = &PlanLine> {
        self.lines.iter().filter(|line| line.written)
    }

    /// Those that were not, each with the reason.
    pub fn not_written(&self) -> impl Iterator<Item = PlanLine> {
        let with_reason = |line: &PlanLine| PlanLine {
            left_out: Some(line.left_out.unwrap_or(LeftOut::Missed)),
            ..line.clone()
        };
        self.lines.iter().filter(|line| !line.written).map(with_reason)
    }

    /// Those that will not.
    pub fn left_out(&self) -> impl Iterator<Item = &PlanLine> {
        self.lines.iter().filter(|line| line.left_out.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_that_says_what_became_of_a_choice_has_an_address() {
        let accounts = Selected::Ids(vec!["M1".to_owned(), "WW12".to_owned()]);
        let done = Chosen { accounts, sent: Some(7), stopped: false };
        assert_eq!(done.href(), "/app/accounts/invite?account=M1&account=WW12&sent=7");
        let stopped = Chosen { stopped: true, ..done };
        assert_eq!(stopped.href(), "/app/accounts/invite?account=M1&account=WW12&sent=7&stopped=true");
        let accounts = Selected::all_of(Accounts::current(" a&b ", None));
        let all = Chosen { accounts, ..Chosen::default() };
        assert_eq!(all.href(), "/app/accounts/invite?all=true&q=a%26b");
        assert_eq!(Chosen::default().href(), "/app/accounts/invite");
    }
}
