//! The server's half of the Info tab.

pub(crate) mod actions;
#[cfg(test)]
mod door_tests;
pub(crate) mod doors;
pub(crate) mod ended_store;
#[cfg(test)]
mod ended_tests;
pub(crate) mod entering;
mod entering_store;
#[cfg(test)]
mod entering_tests;
pub(crate) mod grants;
pub(crate) mod history;
mod history_store;
#[cfg(test)]
mod history_tests;
pub(crate) mod info;
mod info_store;
pub(crate) mod letting_in;
mod mails;
#[cfg(test)]
mod sight_tests;
pub(crate) mod store;
#[cfg(test)]
mod story_tests;
#[cfg(test)]
mod switch_tests;
#[cfg(test)]
mod told_tests;
