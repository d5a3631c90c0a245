//! What the areas declare beside their commands: forms that bring a file, and every kind of link that works without a sign-in.

use access::links::LinkKind;
use kernel::paths;
use std::sync::LazyLock;

/// Forms that bring a file.
pub const UPLOADS: &[&str] = &[paths::FIRM_LOGO];

/// Every kind of link that works without a sign-in.
#[must_use]
pub fn links() -> &'static [LinkKind] {
    static ALL: LazyLock<Vec<LinkKind>> = LazyLock::new(|| [&access::LINKS[..], &clients::LINKS].concat());
    &ALL
}
