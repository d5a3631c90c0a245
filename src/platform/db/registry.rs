//! Every statement of the product, gathered by the macro that makes them, so that one test can prepare each on
//! both engines. This takes the place of compile-time checked queries, which know one engine only.

/// A statement's text and where it stands.
pub struct Registered {
    pub text: &'static str,
    pub file: &'static str,
    pub line: u32,
}

inventory::collect!(Registered);

/// All statements linked into this binary.
pub fn registered() -> impl Iterator<Item = &'static Registered> {
    inventory::iter::<Registered>.into_iter()
}

/// A statement for both engines: `sql!("SELECT … WHERE firm_id = $1 AND id = $2", firm, id)`.
///
/// Only a literal is accepted: nothing a person typed can become SQL (SEC-65).
#[macro_export]
macro_rules! sql {
    ($text:literal $(, $arg:expr)* $(,)?) => {{
        $crate::inventory::submit! {
            $crate::db::Registered { text: $text, file: file!(), line: line!() }
        }
        $crate::db::Stmt::new($text, vec![$($crate::db::Arg::from($arg)),*])
    }};
}
