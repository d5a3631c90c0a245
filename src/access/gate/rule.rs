//! The declaration that every server function carries.

use kernel::permission::Allowed;

/// Who may call the server function at this path.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub path: &'static str,
    pub allowed: Allowed,
}

#[cfg(not(target_arch = "wasm32"))]
impl Rule {
    /// All rules linked into this binary; the start-up check holds them against the registered functions.
    pub fn all() -> impl Iterator<Item = &'static Rule> {
        inventory::iter::<Rule>.into_iter()
    }
}

#[cfg(not(target_arch = "wasm32"))]
inventory::collect!(Rule);

/// Declares who may call a server function, next to the function:
/// `rule!(LIST = "/api/clients/accounts", Allowed::Staff);`
#[macro_export]
macro_rules! rule {
    ($name:ident = $path:expr, $allowed:expr) => {
        #[cfg(not(target_arch = "wasm32"))]
        const $name: $crate::gate::Rule = $crate::gate::Rule { path: $path, allowed: $allowed };
        #[cfg(not(target_arch = "wasm32"))]
        ::inventory::submit! { $crate::gate::Rule { path: $path, allowed: $allowed } }
    };
}
