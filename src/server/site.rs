//! What the front-end build made: in the binary for release builds, read from `target/site` while developing.

use rust_embed::RustEmbed;
use server::http::assets::BuiltFile;

#[derive(RustEmbed)]
#[folder = "../../target/site"]
#[allow_missing = true]
struct Site;

/// Told by the build, and different whenever a file is: Cargo compiles this anew when one came or went.
const _: Option<&str> = option_env!("PORTICO_SITE_STATE");

/// Hands it to the library.
pub fn provide() {
    server::http::assets::provide(|name| {
        let file = Site::get(name)?;
        Some(BuiltFile { sha256: file.metadata.sha256_hash(), data: file.data })
    });
}
