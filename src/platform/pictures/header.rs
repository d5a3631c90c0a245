//! What a file is, by its bytes alone: PNG, JPEG or WebP, its size, and whether it stands still. Nothing is decoded.

use super::{LONGEST_SIDE, PictureProblem};

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

/// What the file is.
///
/// # Errors
/// See [`PictureProblem`].
pub fn look_at(bytes: &[u8]) -> Result<Kind, PictureProblem> {
    let (kind, size, moving) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        (Kind::Png, png_size(bytes), png_moves(bytes))
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        (Kind::Jpeg, jpeg_size(bytes), false)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        (Kind::WebP, webp_size(bytes), webp_moves(bytes))
    } else {
        return Err(PictureProblem::Other);
    };
    let (width, height) = size.ok_or(PictureProblem::Other)?;
    if moving {
        return Err(PictureProblem::Moving);
    }
    if width.min(height) == 0 || width.max(height) > LONGEST_SIDE {
        return Err(PictureProblem::Size { width, height });
    }
    Ok(kind)
}

fn big(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn big_short(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

fn little_short(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

/// The header chunk comes first (PNG, 5.6).
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some((big(bytes, 16)?, big(bytes, 20)?))
}

/// `acTL` before the picture's data makes it move (PNG, 11.3.6).
fn png_moves(bytes: &[u8]) -> bool {
    let mut at = 8;
    while let (Some(length), Some(name)) = (big(bytes, at), bytes.get(at + 4..at + 8)) {
        if name == b"acTL" {
            return true;
        }
        if name == b"IDAT" {
            return false;
        }
        at = at.saturating_add(12).saturating_add(length as usize);
    }
    false
}

/// From segment to segment up to the frame header, which holds the size (ITU-T T.81, B.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        (*bytes.get(at)? == 0xff).then_some(())?;
        let mark = *bytes.get(at + 1)?;
        match mark {
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((big_short(bytes, at + 7)?, big_short(bytes, at + 5)?));
            }
            0xd8..=0xda => return None,
            _ => at += 2 + usize::try_from(big_short(bytes, at + 2)?).ok()?.max(2),
        }
    }
}

/// Whether a JPEG goes on to its end. What is cut off is drawn with a grey rest by lenient decoders; within the picture's
/// own data no marker can stand by chance (ITU-T T.81, B.1.1.2).
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let scan = bytes.windows(2).rposition(|pair| pair == [0xff, 0xda]);
    scan.is_some_and(|at| bytes[at..].windows(2).any(|pair| pair == [0xff, 0xd9]))
}

/// The first chunk says which of three kinds of WebP it is (RFC 9649, 2.5 to 2.7).
fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => {
            (bytes.get(23..26)? == [0x9d, 0x01, 0x2a]).then_some(())?;
            Some((little_short(bytes, 26)? & 0x3fff, little_short(bytes, 28)? & 0x3fff))
        }
        b"VP8L" => {
            (*bytes.get(20)? == 0x2f).then_some(())?;
            let bits = u32::from_le_bytes(bytes.get(21..25)?.try_into().ok()?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => {
            let three = |at: usize| {
                let part = bytes.get(at..at + 3)?;
                Some(u32::from_le_bytes([part[0], part[1], part[2], 0]) + 1)
            };
            Some((three(24)?, three(27)?))
        }
        _ => None,
    }
}

fn webp_moves(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 0b10 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The beginning of a PNG of this size.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend(b"\0\0\0\0IDAT\0\0\0\0");
        bytes
    }

    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, b'J', b'F', 0xff, 0xff, 0xc2, 0, 17, 8];
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([3; 12]);
        bytes
    }

    fn webp(chunk: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let mut bytes = b"RIFF\0\0\0\0WEBP".to_vec();
        bytes.extend(chunk);
        bytes.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
        bytes.extend(body);
        bytes
    }

    #[test]
    fn three_kinds_are_told_by_their_bytes() {
        assert_eq!(look_at(&png(320, 80)), Ok(Kind::Png));
        assert_eq!(look_at(&jpeg(320, 80)), Ok(Kind::Jpeg));
        let lossy = webp(b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 64, 1, 80, 0]);
        let lossless = webp(b"VP8L", &[0x2f, 63, 0xc0, 3, 0]);
        let still = webp(b"VP8X", &[0, 0, 0, 0, 63, 1, 0, 79, 0, 0]);
        for bytes in [lossy, lossless, still] {
            assert_eq!(look_at(&bytes), Ok(Kind::WebP));
        }
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
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"RIFF\0\0\0\0WAVEfmt ",
        ] {
            assert_eq!(look_at(bytes), Err(PictureProblem::Other), "{bytes:?}");
        }
    }

    #[test]
    fn a_picture_has_a_size_and_stands_still() {
        assert_eq!(look_at(&png(2048, 1)), Ok(Kind::Png));
        assert_eq!(look_at(&png(2049, 1)), Err(PictureProblem::Size { width: 2049, height: 1 }));
        assert_eq!(look_at(&png(0, 10)), Err(PictureProblem::Size { width: 0, height: 10 }));
        assert!(matches!(look_at(&png(u32::MAX, u32::MAX)), Err(PictureProblem::Size { .. })));
        assert_eq!(look_at(&webp(b"VP8X", &[2, 0, 0, 0, 63, 1, 0, 79, 0, 0])), Err(PictureProblem::Moving));
        let mut moving = png(10, 10);
        moving.splice(33..33, b"\0\0\0\x08acTL\0\0\0\0\0\0\0\0\0\0\0\0".iter().copied());
        assert_eq!(look_at(&moving), Err(PictureProblem::Moving));
    }

    proptest! {
        #[test]
        fn no_file_is_too_strange_to_look_at(start in 0..4_usize, rest in proptest::collection::vec(any::<u8>(), 0..200)) {
            let begin: [&[u8]; 4] = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP"];
            let mut bytes = begin[start].to_vec();
            bytes.extend(rest);
            let _ = look_at(&bytes);
        }
    }
}
