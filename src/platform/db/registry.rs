//! Every statement of the product, gathered by the macro that makes them, so that one test can prepare each on
//! both engines. This takes the place of compile-time checked queries, which know one engine only.

/// A statement's text on each engine, nearly always the same, and where it stands.
pub struct Registered {
    pub sqlite: &'static str,
    pub postgres: &'static str,
    pub file: &'static str,
    pub line: u32,
}

inventory::collect!(Registered);

/// All statements linked into this binary.
pub fn registered() -> impl Iterator<Item = &'static Registered> {
    inventory::iter::<Registered>.into_iter()
}

/// A statement for both engines: `sql!("SELECT … WHERE firm_id = $1 AND id = $2", firm, id)`. Where the engines have no
/// common words for it, as for their full-text indexes, each has its own text with the same values:
/// `sql!(sqlite: "…", postgres: "…", firm)`.
///
/// A value may be a list of ids ([`id_list`](crate::db::id_list)), which stands in the text as a table `j (id)`:
/// `sql!(before: "SELECT a.name FROM ", ids: "$2", after: " CROSS JOIN account a WHERE a.id = j.id …", firm, ids)`.
///
/// Wherever a text stands, its pieces may, as a list: `sql!(["SELECT … AND ", in_sight!("a.id", "$4", "$5"), " LIMIT 50"],
/// …)`. A piece is a literal, or a macro that becomes one: a condition that many statements share is written once (the
/// fragments of `directory`). Nothing is put between the pieces, so the spaces are theirs.
///
/// Only literals are accepted, as a text and as a piece: `sql!(text)` and `sql!(["SELECT ", column], …)` do not compile, so
/// nothing a person typed can become SQL (SEC-65).
#[macro_export]
macro_rules! sql {
    (@text [$($piece:expr),+ $(,)?]) => {
        concat!($($piece),+)
    };
    (@text $text:literal) => {
        $text
    };
    (@texts $sqlite:expr, $postgres:expr $(, $arg:expr)*) => {{
        $crate::inventory::submit! {
            $crate::db::Registered { sqlite: $sqlite, postgres: $postgres, file: file!(), line: line!() }
        }
        $crate::db::Stmt::per_engine($sqlite, $postgres, vec![$($crate::db::Arg::from($arg)),*])
    }};
    (sqlite: $sqlite:tt, postgres: $postgres:tt $(, $arg:expr)* $(,)?) => {
        $crate::sql!(@texts $crate::sql!(@text $sqlite), $crate::sql!(@text $postgres) $(, $arg)*)
    };
    (before: $before:tt, ids: $ids:literal, after: $after:tt $(, $arg:expr)* $(,)?) => {
        $crate::sql!(
            @texts
            concat!(
                $crate::sql!(@text $before),
                "(SELECT UNHEX(value) AS id FROM json_each('[\"' || REPLACE(", $ids, ", ',', '\",\"') || '\"]')) j",
                $crate::sql!(@text $after)
            ),
            concat!(
                $crate::sql!(@text $before),
                "UNNEST(CAST(STRING_TO_ARRAY(", $ids, ", ',') AS UUID[])) AS j (id)",
                $crate::sql!(@text $after)
            )
            $(, $arg)*
        )
    };
    ($text:tt $(, $arg:expr)* $(,)?) => {
        $crate::sql!(@texts $crate::sql!(@text $text), $crate::sql!(@text $text) $(, $arg)*)
    };
}

/// Ids as one value of a statement: `sql!(before: …, ids: …, after: …)`.
#[must_use]
pub fn id_list(ids: impl IntoIterator<Item = uuid::Uuid>) -> String {
    ids.into_iter().map(|id| id.simple().to_string()).collect::<Vec<_>>().join(",")
}
