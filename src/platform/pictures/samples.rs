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

/// A small PNG whose header promises this size.
#[must_use]
pub fn with_header(width: u32, height: u32) -> Vec<u8> {
    let mut file = png(1, 1);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    sum(&mut file, 8);
    file
}

/// A PNG of this size that moves.
#[must_use]
pub fn moving_png(width: u32, height: u32) -> Vec<u8> {
    let mut file = png(width, height);
    file.splice(33..33, *b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0....");
    sum(&mut file, 33);
    file
}

/// A WebP with a flag of an animation and one picture of it (RFC 9649, 2.7).
#[must_use]
pub fn moving_webp() -> Vec<u8> {
    let picture = &LOSSLESS_WEBP[12..];
    let frame = [&[0; 6][..], &[63, 0, 0, 31, 0, 0, 100, 0, 0, 0], picture].concat();
    let chunks = [
        (*b"VP8X", vec![2, 0, 0, 0, 63, 0, 0, 31, 0, 0]),
        (*b"ANIM", vec![255, 255, 255, 255, 0, 0]),
        (*b"ANMF", frame),
    ];
    let mut body = b"WEBP".to_vec();
    for (name, chunk) in chunks {
        body.extend(name);
        body.extend((chunk.len() as u32).to_le_bytes());
        body.extend(chunk);
    }
    [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat()
}

/// Mends the sum at the end of the chunk that begins there (PNG, 5.5).
fn sum(file: &mut [u8], chunk: usize) {
    let length = u32::from_be_bytes(file[chunk..chunk + 4].try_into().expect("four bytes")) as usize;
    let end = chunk + 8 + length;
    let sum = file[chunk + 4..end].iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    });
    file[end..end + 4].copy_from_slice(&(!sum).to_be_bytes());
}
