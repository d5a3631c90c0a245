//! Questions to the DNS. Names come from people, so nothing but a TXT query ever follows from one: no address is looked
//! up and no connection opened to what the answer says.

use futures::future::BoxFuture;
use hickory_resolver::TokioResolver;
use hickory_resolver::config::ResolverConfig;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};
use std::time::Duration;

/// How long one server has for its answer.
const ONE_TRY: Duration = Duration::from_secs(2);

/// The DNS does not answer, or this machine names no server to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent;

/// Who is asked.
pub trait Dns: Send + Sync {
    /// The texts of this name; none when there is no such name or it has no texts.
    fn texts(&self, name: String) -> BoxFuture<'_, Result<Vec<String>, Silent>>;
}

/// Asks real servers.
pub struct SystemDns {
    /// Those that this machine is set up to ask, where none are named.
    servers: Option<ResolverConfig>,
    one_try: Duration,
}

impl Default for SystemDns {
    fn default() -> Self {
        Self { servers: None, one_try: ONE_TRY }
    }
}

impl Dns for SystemDns {
    fn texts(&self, name: String) -> BoxFuture<'_, Result<Vec<String>, Silent>> {
        Box::pin(async move {
            // With the second try, and a little more.
            let asked = tokio::time::timeout(self.one_try * 3, self.ask(name)).await;
            asked.unwrap_or(Err(Silent))
        })
    }
}

impl SystemDns {
    /// A resolver of its own each time: asked rarely, and an answer remembered from before the record was set would keep
    /// somebody waiting.
    async fn ask(&self, name: String) -> Result<Vec<String>, Silent> {
        let silent = |error: &dyn std::fmt::Display| {
            tracing::warn!(%error, "the DNS was not to be asked");
            Silent
        };
        let builder = match self.servers.clone() {
            Some(servers) => Ok(TokioResolver::builder_with_config(servers, TokioRuntimeProvider::default())),
            None => TokioResolver::builder_tokio(),
        };
        let mut builder = builder.map_err(|error| silent(&error))?;
        let options = builder.options_mut();
        (options.timeout, options.attempts, options.cache_size) = (self.one_try, 2, 0);
        let resolver = builder.build().map_err(|error| silent(&error))?;
        // With the dot at its end it is never completed by this machine's own domain.
        match resolver.lookup(format!("{}.", name.trim_end_matches('.')), RecordType::TXT).await {
            Ok(found) => Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect()),
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(silent(&error)),
        }
    }
}

/// A long text travels in pieces.
fn text(data: &RData) -> Option<String> {
    let RData::TXT(txt) = data else { return None };
    String::from_utf8(txt.txt_data.concat()).ok()
}

/// A DNS for tests: it knows what it is told.
#[cfg(any(test, feature = "testing"))]
#[derive(Clone, Default)]
pub struct Zone(std::sync::Arc<std::sync::Mutex<ZoneState>>);

#[cfg(any(test, feature = "testing"))]
#[derive(Default)]
struct ZoneState {
    texts: std::collections::HashMap<String, Vec<String>>,
    silent: bool,
    asked: Vec<String>,
}

#[cfg(any(test, feature = "testing"))]
impl Zone {
    fn state(&self) -> std::sync::MutexGuard<'_, ZoneState> {
        self.0.lock().expect("no test fails while it holds this")
    }

    /// Adds a text to a name.
    pub fn set(&self, name: &str, text: &str) {
        self.state().texts.entry(name.to_owned()).or_default().push(text.to_owned());
    }

    /// Whether it answers at all.
    pub fn silent(&self, silent: bool) {
        self.state().silent = silent;
    }

    /// The names it was asked for.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.state().asked.clone()
    }
}

#[cfg(any(test, feature = "testing"))]
impl Dns for Zone {
    fn texts(&self, name: String) -> BoxFuture<'_, Result<Vec<String>, Silent>> {
        Box::pin(async move {
            let mut state = self.state();
            state.asked.push(name.clone());
            if state.silent { Err(Silent) } else { Ok(state.texts.get(&name).cloned().unwrap_or_default()) }
        })
    }
}

#[cfg(test)]
#[path = "dns_tests.rs"]
mod tests;
