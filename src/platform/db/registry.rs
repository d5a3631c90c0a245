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
/// Only literals are accepted: nothing a person typed can become SQL (SEC-65).
#[macro_export]
macro_rules! sql {
    (sqlite: $sqlite:literal, postgres: $postgres:literal $(, $arg:expr)* $(,)?) => {{
        $crate::inventory::submit! {
            $crate::db::Registered { sqlite: $sqlite, postgres: $postgres, file: file!(), line: line!() }
        }
        $crate::db::Stmt::per_engine($sqlite, $postgres, vec![$($crate::db::Arg::from($arg)),*])
    }};
    ($text:literal $(, $arg:expr)* $(,)?) => {
        $crate::sql!(sqlite: $text, postgres: $text $(, $arg)*)
    };
}
