//! What happens here, as the trail keeps it.

use crate::told::of_firm;
use kernel::{Colour, FirmId};
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// The firm looks different.
#[derive(Serialize)]
pub(super) struct LookChanged {
    pub firm: FirmId,
    pub name: String,
    pub what: What,
}

#[derive(Serialize)]
pub(super) enum What {
    /// These were chosen; the others are the usual ones.
    Colours {
        accent: Option<String>,
        sidebar: Option<String>,
    },
    LogoSet {
        file: String,
        bytes: usize,
    },
    LogoRemoved {
        file: String,
    },
}

impl What {
    pub(super) fn colours(accent: Option<Colour>, sidebar: Option<Colour>) -> Self {
        let text = |colour: Option<Colour>| colour.map(|colour| colour.to_string());
        What::Colours { accent: text(accent), sidebar: text(sidebar) }
    }
}

impl DomainEvent for LookChanged {
    fn told(&self, by: &By) -> Told {
        let shown = |colour: &Option<String>| colour.clone().unwrap_or_else(|| "-".to_owned());
        let (kind, detail) = match &self.what {
            What::Colours { accent, sidebar } => (
                kind!("firm_colours_changed"),
                format!("accent {}, sidebar {}", shown(accent), shown(sidebar)),
            ),
            What::LogoSet { file, bytes } => (kind!("firm_logo_set"), format!("{file}, {bytes} bytes")),
            What::LogoRemoved { file } => (kind!("firm_logo_removed"), file.clone()),
        };
        of_firm(kind, by, self.firm, &self.name).detail(detail)
    }
}
