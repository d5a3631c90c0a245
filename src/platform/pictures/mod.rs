//! Pictures that people upload: what a file is and a small PNG of it for mails ([`for_mails`]), and one for the screens of
//! phones ([`icon`]).
//!
//! Invariants: nothing is decoded whose header promises more than [`kernel::icon::LONGEST_SIDE`] a side; decoding runs beside the
//! requests, for few at a time, and takes bounded memory and time.

mod decode;
mod header;
mod icon;
#[cfg(any(test, feature = "testing"))]
pub mod samples;

#[cfg(test)]
pub(crate) use decode::all_places;
pub use decode::for_mails;
pub use header::Kind;
pub use icon::{Source, icon};

/// Why a file cannot be a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureProblem {
    /// None of the three kinds.
    Other,
    Moving,
    /// A side is longer than [`kernel::icon::LONGEST_SIDE`], or has no length at all.
    Size {
        width: u32,
        height: u32,
    },
    /// It begins like a picture, but cannot be drawn: cut off, or damaged.
    Broken,
    /// The server is drawing too many others, or this one took too long.
    Busy,
}

/// A picture as mails show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailPicture {
    pub png: Vec<u8>,
    /// As large as it is shown, in CSS pixels. The file may have twice as many, for sharp screens.
    pub width: u32,
    pub height: u32,
}
