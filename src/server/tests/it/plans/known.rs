//! Statements that may walk, each with the reason. One that needs its exception no more fails the test.

use super::fill::Engine;
use super::tables::{Fault, Rule};

pub struct Known {
    /// A piece of its text, with single spaces, or the end of its file's name.
    pub piece: &'static str,
    rules: &'static [Rule],
    /// Where it is needed.
    engines: &'static [Engine],
    /// Why what a page or a write costs does not grow all the same.
    pub why: &'static str,
}

impl Known {
    pub fn is_about(&self, file: &str, text: &str, fault: &Fault) -> bool {
        let text: Vec<&str> = text.split_whitespace().collect();
        self.rules.contains(&fault.rule)
            && (file.ends_with(self.piece) || text.join(" ").contains(self.piece))
    }

    pub fn on(&self, engine: Engine) -> bool {
        self.engines.contains(&engine)
    }
}

const BOTH: &[Engine] = &[Engine::Sqlite, Engine::Postgres];
const WALK: &[Rule] = &[Rule::Walk];
const ALL: &[Rule] = &[Rule::Scan, Rule::Walk, Rule::Sort];

const fn walks(piece: &'static str, why: &'static str) -> Known {
    Known { piece, rules: WALK, engines: BOTH, why }
}

const fn may_all(piece: &'static str, why: &'static str) -> Known {
    Known { piece, rules: ALL, engines: BOTH, why }
}

const LIST: &str = "the order of the list: the walk begins behind the cursor and ends with the page";
const FIRST: &str = "ends at the first row";
const PURGE: &str =
    "the oldest first by an index on their age, as many as a transaction takes, and none that stay";
const DUE: &str =
    "what is due and nothing else, by an index of such rows; the worker takes it out of there at once";
const CATCH_UP: &str = "from a moment that was heard on to the end, which is now";
const ONCE: &str = "by hand, or once in the life of a database or a key";
const TEAM: &str = "open invitations to the team and nothing else, by an index of such rows";
const DEMO: &str = "in the demo only, and ends by LIMIT";

pub const KNOWN: &[Known] = &[
    walks("ORDER BY a.sort_key, a.id LIMIT 51", LIST),
    walks("ORDER BY c.sort_key, c.id LIMIT 51", LIST),
    walks("ORDER BY a.access_last_end, a.id LIMIT 51", LIST),
    walks("ORDER BY a.access_first_end, a.id LIMIT 51", LIST),
    walks("(a.archived_at IS NOT NULL) = $2 ORDER BY a.sort_key, a.id LIMIT $3", LIST),
    walks("FROM event WHERE firm_id = $1 AND id > $2 ORDER BY id LIMIT 201", CATCH_UP),
    walks("FROM event WHERE id > $1 ORDER BY id LIMIT 1000", CATCH_UP),
    walks("FROM portal_user WHERE firm_id = $1 ORDER BY email_norm LIMIT 1", FIRST),
    walks("EXISTS (SELECT 1 FROM outbox WHERE firm_id = $1 AND state = 'sent')", FIRST),
    walks("(f.mail_tested_at IS NOT NULL) AS mail", FIRST),
    walks("o.firm_id = h.firm_id AND o.state = 'pending' AND o.last_reply IS NOT NULL", FIRST),
    walks("FROM event WHERE at < $1", PURGE),
    walks("FROM limit_counter WHERE window_start < $1", PURGE),
    walks("FROM known_browser WHERE last_used_at < $1", PURGE),
    walks("FROM trusted_device WHERE expires_at < $1", PURGE),
    walks("FROM session WHERE expires_at < $1", PURGE),
    walks("FROM session s WHERE s.expires_at < $1", PURGE),
    walks("FROM job WHERE ended_at < $1", PURGE),
    walks("FROM domain_event WHERE seq > $1 ORDER BY seq LIMIT 200", CATCH_UP),
    walks("FROM domain_event WHERE seq > 0 ORDER BY seq LIMIT 200", PURGE),
    walks("FROM domain_event WHERE seq <= $1", PURGE),
    walks("FROM password_streak WHERE last_at < $1", PURGE),
    may_all(
        "FROM password_streak s WHERE s.browser_id IS NOT NULL",
        "hourly by the worker, reading: streaks last a day",
    ),
    walks("FROM unsent_form WHERE created_at <= $1", PURGE),
    walks("FROM mailed_code WHERE expires_at < $1", PURGE),
    walks("FROM own_address_change WHERE state IN ('waiting', 'void') AND created_at < $1", PURGE),
    walks("FROM own_address_change w WHERE w.state IN ('waiting', 'void') AND w.created_at < $1", PURGE),
    walks("audit/attempts.rs", PURGE),
    walks("FROM outbox WHERE state = 'failed' AND told_at IS NULL", DUE),
    walks("FROM link WHERE kind = $4 AND (expires_at, id) >", DUE),
    Known {
        piece: "FROM link k CROSS JOIN staff_invitation i WHERE k.firm_id = $1 AND k.kind = 'staff_invitation'",
        rules: &[Rule::Walk, Rule::Sort],
        engines: BOTH,
        why: TEAM,
    },
    walks("FROM job WHERE state = 'open' AND name = $1 AND run_at <= $2", DUE),
    walks("FROM job WHERE state = 'open' AND name > $1 ORDER BY name LIMIT 1", FIRST),
    walks("state = 'pending_new' AND expires_at <= $1 ORDER BY expires_at", DUE),
    walks("state = 'accepted' AND kept_at IS NULL AND remove_at <= $1", DUE),
    walks("state = 'accepted' AND remove_at IS NULL AND kept_at IS NULL", ONCE),
    walks(
        "next_at > $1 AND trouble IS NOT NULL",
        "mails that wait, when one goes again after a long trouble",
    ),
    walks("outbox/claim.rs", DUE),
    walks(
        "search/store.rs",
        "names that begin so, in their order, and the newest documents: each part ends by LIMIT",
    ),
    walks("search/server/store.rs", ONCE),
    may_all("migrate/respell.rs", ONCE),
    may_all("platform/master_key.rs", ONCE),
    walks("outbox/reseal.rs", ONCE),
    walks("FROM portal_user WHERE id > $2 ORDER BY id LIMIT 200", DEMO),
    walks("FROM outbox WHERE id < $3 ORDER BY id DESC LIMIT 2000", DEMO),
    may_all("server/crash/mod.rs", "counts what a crash left, in a test of its own"),
];
