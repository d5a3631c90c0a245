//! The server's half of the Info tab.

pub(crate) mod actions;
#[cfg(test)]
mod door_tests;
#[cfg(test)]
mod ended_tests;
#[cfg(test)]
mod entering_tests;
pub(crate) mod history;
mod history_store;
#[cfg(test)]
mod history_tests;
pub(crate) mod info;
mod info_store;
#[cfg(test)]
mod sight_tests;
#[cfg(test)]
mod story_tests;
#[cfg(test)]
mod switch_tests;
#[cfg(test)]
mod told_tests;
