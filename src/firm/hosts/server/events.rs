//! What happens here, as the trail keeps it.

use crate::told::of_firm;
use kernel::FirmId;
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Told};
use serde::Serialize;

/// Something about a host of the firm.
#[derive(Serialize)]
pub(super) struct HostChanged {
    pub firm: FirmId,
    pub host: String,
    pub what: What,
}

#[derive(Serialize)]
pub(super) enum What {
    Added,
    /// Until the firm has shown that it is its own.
    Wanted,
    /// By this text in the DNS.
    Proven(String),
    /// The operator said so; these hosts of others had to go.
    Confirmed {
        others: Vec<String>,
    },
    /// Before, this one was.
    MadeMain(String),
    Removed,
}

impl DomainEvent for HostChanged {
    fn told(&self, by: &By) -> Told {
        let (kind, detail) = match &self.what {
            What::Added => (kind!("firm_host_added"), String::new()),
            What::Wanted => (kind!("firm_host_wanted"), String::new()),
            What::Proven(text) => (kind!("firm_host_proven"), text.clone()),
            What::MadeMain(old) => (kind!("firm_main_host_changed"), Change::of(old, &self.host).to_string()),
            What::Removed => (kind!("firm_host_removed"), String::new()),
            // From the command line, whose process has no browsers to tell.
            What::Confirmed { others } => {
                let told = Told::of(kind!("firm_host_confirmed")).about(self.firm, &self.host);
                return told.detail(others.join(" "));
            }
        };
        of_firm(kind, by, self.firm, &self.host).detail(detail)
    }
}
