//! The states in words and colours.

mod access_badge;

pub use access_badge::{AccessBadge, AccessBadges, access_icon, access_tone, access_word};
