//! What a person sees of their sessions.

mod device_list;
mod security_page;

use device_list::{DeviceList, TrustedList};
pub use security_page::SecurityPage;
