//! The macros. They are named at the crate's root: `directory::in_sight!`.

mod access;
mod people;
mod sight;
