//! The words every area speaks: ids, addresses, languages, permissions, errors, paths.
//! Pure: no clock, no randomness, no IO. The same code answers in the browser and on the server.

pub mod brand;
pub mod colour;
pub mod email;
pub mod error;
/// Its tables weigh more than a page; only the server searches.
#[cfg(not(target_arch = "wasm32"))]
pub mod fold;
pub mod form;
pub mod found;
pub mod host;
pub mod icon;
pub mod ids;
pub mod limit;
pub mod live;
pub mod locale;
pub mod names;
pub mod notify;
pub mod paths;
pub mod permission;
pub mod phone;
pub mod time;
pub mod token;

pub use brand::Brand;
pub use colour::Colour;
pub use email::EmailAddress;
pub use error::{AppError, Fault, Said};
pub use form::Outcome;
pub use found::Piece;
pub use icon::Icon;
pub use ids::*;
pub use limit::Limit;
pub use locale::Locale;
pub use permission::{Right, Rights, Role};
pub use time::{Ts, When};
