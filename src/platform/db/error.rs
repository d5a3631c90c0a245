//! A failed statement or connection, and which failures mean that the database is away rather than that we erred.

use crate::incident;
use kernel::AppError;

/// A failed statement or connection. What it says stays in the log.
#[derive(Debug)]
pub struct DbError(pub sqlx::Error);

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        Self(error)
    }
}

impl DbError {
    /// A row like this is there already.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(&self.0, sqlx::Error::Database(error) if error.is_unique_violation())
    }

    /// There is no such table: the schema was never made here, or is older.
    #[must_use]
    pub fn is_unknown_table(&self) -> bool {
        let sqlx::Error::Database(error) = &self.0 else { return false };
        // PostgreSQL has a code of its own for it, SQLite only words.
        error.code().as_deref() == Some("42P01") || error.message().starts_with("no such table")
    }

    /// The database could not be reached, went away meanwhile, or has no room: nothing of ours to mend, and again helps.
    #[must_use]
    pub fn is_away(&self) -> bool {
        use sqlx::Error;
        match &self.0 {
            Error::Io(_)
            | Error::Tls(_)
            | Error::PoolTimedOut
            | Error::PoolClosed
            | Error::WorkerCrashed
            | Error::BeginFailed => true,
            Error::Database(error) => error.code().is_some_and(|code| is_passing(&code)),
            _ => false,
        }
    }

    /// It ran as long as it may, and was ended there.
    pub(super) fn is_interrupted(&self) -> bool {
        matches!(&self.0, sqlx::Error::Database(error) if error.code().as_deref() == Some("9"))
    }

    /// The server itself is gone, or closed the connection.
    pub(super) fn is_lost(&self) -> bool {
        match &self.0 {
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) => true,
            sqlx::Error::Database(error) => error.code().is_some_and(|code| code.starts_with("57P")),
            _ => false,
        }
    }
}

/// What PostgreSQL says to a NUL in a text, which it cannot store (SQLSTATE 22021); only whoever asked can have put it there.
const NO_TEXT: &str = "22021";

/// Codes of failures that pass: PostgreSQL's of five characters, SQLite's extended result codes in decimal.
fn is_passing(code: &str) -> bool {
    if code.len() == 5 {
        let class = code.get(..2).unwrap_or_default();
        // 08 connection, 53 no resources, 57 stopped by an operator or a timeout, 58 disk; two transactions that waited for
        // each other, a lock that did not come, a transaction that idled too long.
        return matches!(class, "08" | "53" | "57" | "58")
            || matches!(code, "40001" | "40P01" | "55P03" | "25P03" | "25P04");
    }
    // BUSY, LOCKED, NOMEM, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL (of locks)
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 7 | 9 | 10 | 13 | 14 | 15))
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        if error.is_away() {
            if matches!(error.0, sqlx::Error::PoolClosed) {
                // We ended it ourselves: whoever asked is gone, or the process ends.
                tracing::debug!("a read was ended before its time");
            } else {
                tracing::warn!(error = %error.0, "the database is away or too busy");
            }
            return AppError::Away;
        }
        if matches!(&error.0, sqlx::Error::Database(error) if error.code().as_deref() == Some(NO_TEXT)) {
            return AppError::BadRequest;
        }
        AppError::Internal(incident::log("database", &error.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn a_database_that_is_away_is_said_to_be_away_and_faults_of_ours_are_not() {
        let io = |kind: io::ErrorKind| sqlx::Error::Io(io::Error::from(kind));
        for lost in [
            sqlx::Error::PoolTimedOut,
            sqlx::Error::PoolClosed,
            sqlx::Error::WorkerCrashed,
            io(io::ErrorKind::ConnectionRefused),
            io(io::ErrorKind::ConnectionReset),
            io(io::ErrorKind::BrokenPipe),
            io(io::ErrorKind::UnexpectedEof),
            io(io::ErrorKind::TimedOut),
        ] {
            assert_eq!(AppError::from(DbError(lost)), AppError::Away);
        }
        for ours in [sqlx::Error::RowNotFound, sqlx::Error::ColumnNotFound("x".to_owned())] {
            assert!(matches!(AppError::from(DbError(ours)), AppError::Internal(_)));
        }
    }

    #[test]
    fn codes_of_both_engines() {
        for code in [
            "57P01", "57P02", "57P03", "57014", "08006", "08001", "53300", "53100", "58030", "40001",
            "40P01", "55P03", "25P03", "5", "261", "517", "6", "9", "10", "266", "778", "13", "14",
        ] {
            assert!(is_passing(code), "{code}");
        }
        for code in ["23505", "42P01", "42601", "22001", "25006", "1", "8", "11", "19", "2067", "1555", ""] {
            assert!(!is_passing(code), "{code}");
        }
    }
}
