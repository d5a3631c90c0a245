//! What a page costs: CPU time of the server's process divided by its answers, at several sizes of the firm, on both
//! engines, beside a bare server that does the same work with nothing of ours around it.
//!
//! No part of the product: `make bench-pages` builds it, and a short run without a clock is one of the tests.

pub mod client;
pub mod drive;
pub mod fit;
pub mod fixtures;
pub mod fixtures_store;
pub mod machine;
pub mod memory;
pub mod probe;
pub mod probe_store;
pub mod report;
pub mod run;
pub mod server;
pub mod settings;
pub mod storm;
pub mod work;

/// What went wrong, for whoever sits at the terminal.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// To the terminal.
pub fn say(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// What is under way; the table alone goes to standard output.
pub fn tell(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{text}");
}
