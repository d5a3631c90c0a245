//! What a file is: PNG, JPEG or WebP, its size, and whether it stands still. Read by the decoders that draw it later, so that
//! nothing is judged by one reader and drawn by another; no pixel is decoded.

use super::PictureProblem;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{ImageDecoder, ImageFormat, ImageResult, Limits};
use kernel::icon::LONGEST_SIDE;
use std::io::Cursor;

/// What reading a header may take, in bytes: colour profiles are packed.
const MOST_MEMORY: u64 = 4 * 1024 * 1024;

/// Kinds of picture that every browser and mail program shows, and that cannot hold anything that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Png,
    Jpeg,
    WebP,
}

impl Kind {
    /// The end of its name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Kind::Png => "png",
            Kind::Jpeg => "jpg",
            Kind::WebP => "webp",
        }
    }
}

/// What the file is. A hostile file takes some milliseconds: for threads that may block.
///
/// # Errors
/// See [`PictureProblem`].
pub(super) fn look_at(bytes: &[u8]) -> Result<Kind, PictureProblem> {
    let kind = match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => Kind::Png,
        Ok(ImageFormat::Jpeg) => Kind::Jpeg,
        Ok(ImageFormat::WebP) => Kind::WebP,
        _ => return Err(PictureProblem::Other),
    };
    let ((width, height), moves) = header(bytes, kind).map_err(|_| PictureProblem::Broken)?;
    if moves {
        return Err(PictureProblem::Moving);
    }
    if width.min(height) == 0 || width.max(height) > LONGEST_SIDE {
        return Err(PictureProblem::Size { width, height });
    }
    Ok(kind)
}

/// Its size, and whether it moves.
fn header(bytes: &[u8], kind: Kind) -> ImageResult<((u32, u32), bool)> {
    let file = Cursor::new(bytes);
    Ok(match kind {
        Kind::Png => {
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(MOST_MEMORY);
            let picture = PngDecoder::with_limits(file, limits)?;
            (picture.dimensions(), picture.is_apng()?)
        }
        Kind::Jpeg => (JpegDecoder::new(file)?.dimensions(), false),
        Kind::WebP => {
            let picture = WebPDecoder::new(file)?;
            (picture.dimensions(), picture.has_animation())
        }
    })
}

/// Whether a JPEG goes on to its end. What is cut off is drawn with a grey rest by lenient decoders; within the picture's
/// own data no marker can stand by chance (ITU-T T.81, B.1.1.2).
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let scan = bytes.windows(2).rposition(|pair| pair == [0xff, 0xda]);
    scan.is_some_and(|at| bytes[at..].windows(2).any(|pair| pair == [0xff, 0xd9]))
}

#[cfg(test)]
mod tests {
    use super::super::samples::{
        CMYK_JPEG, LOSSLESS_WEBP, LOSSY_WEBP, TURNED_JPEG, moving_png, moving_webp, png, with_header,
    };
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_kinds_are_told_by_their_bytes() {
        assert_eq!(look_at(&png(320, 80)), Ok(Kind::Png));
        for (bytes, kind) in [
            (CMYK_JPEG, Kind::Jpeg),
            (TURNED_JPEG, Kind::Jpeg),
            (LOSSY_WEBP, Kind::WebP),
            (LOSSLESS_WEBP, Kind::WebP),
        ] {
            assert_eq!(look_at(bytes), Ok(kind));
        }
        // Segments may begin with more than one 0xff (ITU-T T.81, B.1.1.2).
        let filled = [&CMYK_JPEG[..2], &[0xff; 3], &CMYK_JPEG[2..]].concat();
        assert_eq!(look_at(&filled), Ok(Kind::Jpeg));
    }

    #[test]
    fn anything_else_is_refused_whatever_it_calls_itself() {
        for bytes in [
            &b""[..],
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"<!DOCTYPE html><script>alert(1)</script>",
            b"GIF89a\x01\0\x01\0",
            b"%PDF-1.7",
            b"PK\x03\x04",
            b"MZ\x90\0",
            b"RIFF\0\0\0\0WAVEfmt ",
        ] {
            assert_eq!(look_at(bytes), Err(PictureProblem::Other), "{bytes:?}");
        }
        for begun in [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8 "] {
            assert_eq!(look_at(begun), Err(PictureProblem::Broken), "{begun:?}");
        }
    }

    #[test]
    fn a_picture_has_a_size_and_stands_still() {
        assert_eq!(look_at(&png(2048, 1)), Ok(Kind::Png));
        assert_eq!(look_at(&png(2049, 1)), Err(PictureProblem::Size { width: 2049, height: 1 }));
        assert_eq!(look_at(&with_header(0, 10)), Err(PictureProblem::Broken));
        let huge = with_header(100_000, 100_000);
        assert_eq!(look_at(&huge), Err(PictureProblem::Size { width: 100_000, height: 100_000 }));
        assert_eq!(look_at(&moving_png(10, 10)), Err(PictureProblem::Moving));
        assert_eq!(look_at(&moving_webp()), Err(PictureProblem::Moving));
    }

    proptest! {
        #[test]
        fn no_file_is_too_strange_to_look_at(start in 0..4_usize, rest in proptest::collection::vec(any::<u8>(), 0..200)) {
            let begin: [&[u8]; 4] = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP"];
            let mut bytes = begin[start].to_vec();
            bytes.extend(rest);
            let _ = look_at(&bytes);
        }

        #[test]
        fn what_fits_is_never_drawn_larger(at in 0..400_usize, byte in any::<u8>(), which in 0..4_usize) {
            let mut bytes = [CMYK_JPEG, TURNED_JPEG, LOSSY_WEBP, LOSSLESS_WEBP][which].to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            if look_at(&bytes).is_ok() && let Ok(drawn) = image::load_from_memory(&bytes) {
                prop_assert!(drawn.width().max(drawn.height()) <= LONGEST_SIDE);
            }
        }
    }
}
