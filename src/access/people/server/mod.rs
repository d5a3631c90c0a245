//! The server's half: reads switches and names, writes nothing.

#[cfg(test)]
mod people_tests;
mod reading;
mod store;

pub use reading::people;
