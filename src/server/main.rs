//! `portico`: the portal, its worker and its tools in one binary.

mod site;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    site::provide();
    server::cli::run().await
}
