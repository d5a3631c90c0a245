//! What the areas declare: every plain form, and every kind of link that works without a sign-in.

use access::gate::Door;
use access::links::LinkKind;
use kernel::paths;
use std::sync::LazyLock;

/// Forms that bring a file.
pub const UPLOADS: &[&str] = &[paths::FIRM_LOGO];

/// Every plain form of the site.
#[must_use]
pub fn doors() -> &'static [Door] {
    static ALL: LazyLock<Vec<Door>> = LazyLock::new(|| [access::doors(), Door::all().to_vec()].concat());
    &ALL
}

/// Every kind of link that works without a sign-in.
#[must_use]
pub fn links() -> &'static [LinkKind] {
    static ALL: LazyLock<Vec<LinkKind>> = LazyLock::new(|| [&access::LINKS[..], &clients::LINKS].concat());
    &ALL
}
