//! Pages about the firm's hosts.

mod hosts_page;
mod main_host_page;

pub use hosts_page::FirmHostsPage;
pub use main_host_page::MainHostPage;
