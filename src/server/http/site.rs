//! What every handler shares.

use super::assets::Assets;
use super::icons::Icons;
use super::kept::KeptPages;
use super::patience::Patience;
use super::patterns::Patterns;
use super::pulse::Pulse;
use super::readiness::Readiness;
use super::renderer::Renderer;
use super::sparingly::Sparingly;
use super::streams::Streams;
use platform::Platform;
use std::sync::Arc;

/// Cheap to clone.
#[derive(Clone)]
pub struct Site {
    pub platform: Platform,
    pub assets: Arc<Assets>,
    pub readiness: Readiness,
    pub patterns: Arc<Patterns>,
    pub(super) patience: Patience,
    pub pulse: Pulse,
    pub(super) renderer: Renderer,
    pub(super) streams: Streams,
    pub(super) reports: Arc<Sparingly>,
    pub(super) kept: KeptPages,
    pub(super) icons: Icons,
}

impl Site {
    #[must_use]
    pub fn new(platform: Platform, readiness: Readiness) -> Self {
        Self {
            platform,
            assets: Arc::new(Assets::load()),
            readiness,
            patterns: Arc::new(Patterns::new()),
            patience: Patience::default(),
            pulse: Pulse::default(),
            renderer: Renderer::default(),
            streams: Streams::default(),
            reports: Arc::new(Sparingly::new(5, 60)),
            kept: KeptPages::default(),
            icons: Icons::default(),
        }
    }

    /// Waits for bodies this long.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// Says in `/livez` what this pulse notices.
    #[must_use]
    pub fn watched_by(self, pulse: Pulse) -> Self {
        Self { pulse, ..self }
    }
}
