//! What every area needs of the machine: database, clock, randomness, keys, mail, live news, limits, configuration.
//! Server only; knows no business.

pub mod audit;
pub mod chores;
pub mod clock;
pub mod common_passwords;
pub mod config;
pub mod db;
pub mod dns;
pub mod events;
#[cfg(test)]
mod events_tests;
pub mod firm_profile;
pub mod geoip;
pub mod hashing;
pub mod hosts;
pub mod ids;
pub mod incident;
pub mod keys;
pub mod letterhead;
pub mod limits;
#[cfg(test)]
mod limits_tests;
pub mod logos;
pub mod mail;
pub mod mail_health;
pub mod master_key;
pub mod migrate;
pub mod names;
pub mod net;
pub mod outbox;
pub mod pictures;
#[cfg(test)]
mod private_ca_tests;
pub mod request;
pub mod rng;
pub mod rotation;
pub mod search;
pub mod secret;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod unit;
mod upkeep;
pub mod user_agent;
pub mod when;
pub mod work;

mod here;

pub use here::{Parts, Platform};
pub use inventory;
pub use kernel::Ts;
pub use request::Cx;
