//! What the settings name on this machine: folders, files, certificates. Looks and changes nothing.

use super::{Config, ConfigError, parse};
use crate::geoip::GeoIp;
use crate::keys::{KeyError, Keys};
use std::io;
use std::path::Path;

impl Config {
    /// Whether this machine has what the settings name; `serve` and `config check` ask the same.
    ///
    /// # Errors
    /// Everything that is missing, a line each.
    pub fn check_machine(&self) -> Result<(), ConfigError> {
        let mut faults = Vec::new();
        if let Err(error) = can_write_below(&self.data_dir) {
            faults.push(format!("data_dir: {} cannot be written: {error}", self.data_dir.display()));
        }
        match Keys::load(&self.data_dir) {
            Ok(_) => {}
            // Drawn at the first start.
            Err(KeyError::Io(_, error)) if error.kind() == io::ErrorKind::NotFound => {}
            // Said above.
            Err(KeyError::Io(_, error)) if error.kind() == io::ErrorKind::NotADirectory => {}
            Err(error) => faults.push(format!("keys: {error}")),
        }
        if let Some(path) = &self.geoip_db
            && let Err(error) = GeoIp::check(path)
        {
            faults.push(format!("geoip_db: {}: {error}", path.display()));
        }
        if self.checks_certificates() && rustls_native_certs::load_native_certs().certs.is_empty() {
            faults.push(
                "this machine knows no certificate authority: install ca-certificates, or name a file in SSL_CERT_FILE"
                    .to_owned(),
            );
        }
        if faults.is_empty() { Ok(()) } else { Err(ConfigError(faults.join("\n"))) }
    }

    fn checks_certificates(&self) -> bool {
        let smtp = self.smtp_url.as_ref().is_some_and(|url| !url.expose().trim().starts_with("smtp:"));
        smtp || self.database_url.as_ref().is_some_and(|url| parse::checks_certificate(url.expose()))
    }
}

/// Tries it with a file, in the folder or in the nearest one above that exists.
fn can_write_below(folder: &Path) -> io::Result<()> {
    let there = folder.ancestors().find(|folder| folder.exists() || folder.is_symlink());
    let there = there.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let trial = there.join(format!(".portico-{}", std::process::id()));
    std::fs::OpenOptions::new().write(true).create_new(true).open(&trial)?;
    std::fs::remove_file(&trial)
}
