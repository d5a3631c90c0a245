//! Which tables grow with a firm, and which columns lead to few of their rows.

/// Tables that stay small however large a firm becomes. All others are held to the gate, new ones too.
const SMALL: &[&str] = &[
    "account_code",
    "alert_off",
    "data_migration",
    "domain_event_reader",
    "firm",
    "firm_host",
    "firm_logo",
    "host_claim",
    "host_wanted",
    "mail_health",
    "mail_suspect",
    "master_key",
    "search_built",
    "setup_link",
    "staff_invitation",
    "staff_member",
];

/// Columns of which one value belongs to a few rows: whoever looks them up seeks. All others, such as the firm, a state
/// or a switch, may be the same in half of a table. A person of the firm looks after some accounts, not after all.
const SELECTIVE: &[&str] = &[
    "account_id",
    "bare",
    "browser_id",
    "bucket",
    "change_id",
    "code",
    "contact_id",
    "dedup_key",
    "doc_id",
    "email_id",
    "email_norm",
    "entity_id",
    "exact",
    "grams",
    "host",
    "id",
    "mail_id",
    "new_email_id",
    "new_norm",
    "number",
    "of_id",
    "old_email_id",
    "old_norm",
    "rowid",
    "seq",
    "session_id",
    "setting_id",
    "subject_id",
    "to_address",
    "token_hash",
    "user_id",
];

pub fn grows(table: &str) -> bool {
    !SMALL.contains(&table) && !is_internal(table)
}

/// Of the engine or of the migrations, and in no statement of ours.
pub fn is_internal(table: &str) -> bool {
    table.starts_with("sqlite_") || table.starts_with('_') || table.starts_with("pg_")
}

pub fn is_selective(column: &str) -> bool {
    SELECTIVE.contains(&column)
}

/// Something a plan does that costs more the larger a firm is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub rule: Rule,
    /// The line of the plan.
    pub line: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Reads a growing table from its beginning to its end.
    Scan,
    /// Walks that part of an index which a firm, a state or an age has in common.
    Walk,
    /// Sorts, groups or tells apart rows that were not looked up by a selective column.
    Sort,
    /// Makes an index or a filter of a growing table for this one statement.
    Index,
}

/// What the outermost loop of a query reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Few rows: looked up by a selective column, of a small table, or cut off by a LIMIT.
    Few,
    Many,
}

impl Reach {
    pub fn all(of: impl IntoIterator<Item = Self>) -> Self {
        if of.into_iter().all(|one| one == Self::Few) { Self::Few } else { Self::Many }
    }
}
