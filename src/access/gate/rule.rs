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

/// Declares who may call a server function, next to the function, by the gate's type of whoever it lets in:
/// `rule!(LIST = "/api/clients/accounts", Staff);` The function's first line is then
/// `let (cx, staff) = LIST.enter()?;`
#[macro_export]
macro_rules! rule {
    (@declared $name:ident, $path:expr, $who:ty) => {
        #[cfg(not(target_arch = "wasm32"))]
        const $name: $crate::gate::Entrance<$who> = $crate::gate::Entrance::at($path);
        #[cfg(not(target_arch = "wasm32"))]
        ::inventory::submit! { $name.rule() }
    };
    ($name:ident = $path:expr, $who:ident) => {
        $crate::rule!(@declared $name, $path, $crate::gate::$who);
    };
    ($name:ident = $path:expr, May<$right:ident>) => {
        $crate::rule!(@declared $name, $path, $crate::gate::May<$crate::gate::right::$right>);
    };
}
