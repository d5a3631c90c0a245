//! `portico-bench`: the table of what pages cost. `portico-bench probe` is the bare server beside it.

use bench::{Failure, probe, run, settings::Settings, tell};
use std::process::ExitCode;

fn main() -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    match runtime.block_on(dispatch()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

async fn dispatch() -> Result<(), Failure> {
    // As in the product: rustls has more than one provider in the tree.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => run::all(&Settings::of_environment()?).await,
        ["probe", database, address] => probe::serve(database, address).await,
        _ => Err("usage: portico-bench, or portico-bench probe DATABASE ADDRESS".into()),
    }
}

fn failed(error: &Failure) -> ExitCode {
    tell(&format!("portico-bench: {error}"));
    ExitCode::FAILURE
}
