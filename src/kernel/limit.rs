//! How often something may be tried. The numbers are rules of whoever asks; `platform::limits` counts.

/// So many within such a time.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is counted, such as `password`.
    pub name: &'static str,
    pub most: i64,
    /// In microseconds.
    pub window: i64,
}

impl Limit {
    #[must_use]
    pub const fn new(name: &'static str, most: i64, window: i64) -> Self {
        Self { name, most, window }
    }
}
