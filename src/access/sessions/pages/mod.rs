//! What a person sees of their sessions.

mod device_list;
mod security_page;

use device_list::DeviceList;
pub use security_page::SecurityPage;
