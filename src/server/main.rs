//! `portico`: the portal, its worker and its tools in one binary.

mod site;

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;

/// Faster than the system's, and gives memory back that nobody uses (DECISIONS.md, the allocator).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How long threads may take to end when everything is done. One that hangs must not keep the process.
const PARTING: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    texts::provide!();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "portico: {error}");
            return ExitCode::FAILURE;
        }
    };
    site::provide();
    let code = runtime.block_on(server::cli::run());
    runtime.shutdown_timeout(PARTING);
    code
}
