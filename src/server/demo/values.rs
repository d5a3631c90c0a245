//! A row as its columns take it.

/// Values of a row, in the order of the columns.
macro_rules! values {
    ($($value:expr),+ $(,)?) => { [$(platform::db::Arg::from($value)),+] };
}
pub(super) use values;
