//! How long a name in the DNS may be (RFC 1035, 2.3.4).

/// Longest name of a host in bytes, as it is typed.
pub const LONGEST_HOST: usize = 253;
/// Longest piece of it between two dots, in bytes.
pub const LONGEST_LABEL: usize = 63;
