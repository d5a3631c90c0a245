//! What a firm does first: a list above the accounts, for owner and admins. A step is taken when the firm's own data say so,
//! and the list goes for good when all are, or when somebody puts it away.

mod model;
mod pages;
pub mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub(crate) use pages::FirstSteps;
