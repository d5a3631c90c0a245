//! Whether a configuration can be used: asked by `config check` and by `serve`, in the same words.

use super::Failure;
use platform::config::Config;
use tracing_subscriber::EnvFilter;

/// Looks at this machine; what the settings look like was checked when they were read.
///
/// # Errors
/// Everything that is wrong, a line each.
pub fn check(config: &Config) -> Result<(), Failure> {
    let machine = config.check_machine().err().map(|fault| fault.to_string());
    let log = EnvFilter::try_new(&config.log).err().map(|error| format!("log: {error}"));
    let faults: Vec<String> = machine.into_iter().chain(log).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}
