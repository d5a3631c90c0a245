//! What the areas declare: every plain form, and every kind of link in a mail.

use access::gate::Door;
use access::mailed_links::MailedLink;
use kernel::paths;
use std::sync::LazyLock;

/// Forms that bring a file.
pub const UPLOADS: &[&str] = &[paths::FIRM_LOGO];

/// Every plain form of the site.
#[must_use]
pub fn doors() -> &'static [Door] {
    static ALL: LazyLock<Vec<Door>> =
        LazyLock::new(|| [access::doors(), clients::doors(), Door::all().to_vec()].concat());
    &ALL
}

/// Every kind of mailed link.
#[must_use]
pub fn links() -> &'static [MailedLink] {
    static ALL: LazyLock<Vec<MailedLink>> =
        LazyLock::new(|| [&access::MAILED_LINKS[..], &clients::MAILED_LINKS].concat());
    &ALL
}
