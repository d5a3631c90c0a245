//! The server's half: the forms of the page.

mod doors;

pub use doors::doors;
