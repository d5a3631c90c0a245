//! Who at the firm works for an account (ROLE-3). The page of the account lists them; the page of a member, in `access`,
//! lists their accounts. Both write the same rows, those of `directory::assignments`.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use pages::AccountTeamPage;
