//! How large what comes with a request may be; files have a limit of their own (`upload`).

/// Largest body of a form or a server function, in bytes (REL-16).
pub const BODY_LIMIT: usize = 256 * 1024;
/// Where browsers report what they refused.
pub const REPORTS: &str = "/csp-report";
/// Largest report of a browser, in bytes.
pub const REPORT_LIMIT: usize = 16 * 1024;
