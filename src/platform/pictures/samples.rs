//! Small pictures for tests.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// 64 × 32 pixels of one red, as a printing house sends it.
pub const CMYK_JPEG: &[u8] = include_bytes!("samples/cmyk.jpg");
/// The same, upright on the wall though it lies in the file: 32 × 64 as people see it.
pub const TURNED_JPEG: &[u8] = include_bytes!("samples/turned.jpg");
/// The same as WebP.
pub const LOSSY_WEBP: &[u8] = include_bytes!("samples/lossy.webp");
/// The same, half of it seen through.
pub const LOSSLESS_WEBP: &[u8] = include_bytes!("samples/lossless.webp");

/// A PNG of this size, of one red.
#[must_use]
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let dots = [192, 32, 48].repeat((width * height) as usize);
    let mut file = Vec::new();
    let written = PngEncoder::new(&mut file).write_image(&dots, width, height, ExtendedColorType::Rgb8);
    written.expect("memory takes every picture");
    file
}
