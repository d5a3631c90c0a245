//! Draws a picture anew as a small PNG. Outlook knows no WebP and no CMYK, and takes the size from the attributes alone.

use super::header::{Kind, jpeg_is_whole, look_at};
use super::{MailPicture, PictureProblem};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageResult, Limits, RgbImage, imageops,
};
use kernel::icon::LONGEST_SIDE;
use std::io::Cursor;
use std::time::Duration;
use tokio::sync::Semaphore;

/// The room for a logo in a mail, in CSS pixels.
const WIDEST: u32 = 240;
const HIGHEST: u32 = 40;
/// Pixels of the file for one of CSS.
const SHARPNESS: u32 = 2;
/// What one decoder may take, in bytes: four channels of two bytes each, and as much again to work with.
const MOST_MEMORY: u64 = 64 * 1024 * 1024;
/// As long as somebody waits for it.
const LONGEST: Duration = Duration::from_secs(10);
/// As long of that for a place: our own tests do so in vain.
const LONGEST_FOR_PLACE: Duration = if cfg!(test) { Duration::from_secs(1) } else { LONGEST };

/// Pictures for mails that are drawn at a time.
static PLACES: Semaphore = Semaphore::const_new(2);

/// Takes all places, as many pictures at once do.
#[cfg(test)]
pub(crate) async fn all_places() -> tokio::sync::SemaphorePermit<'static> {
    PLACES.acquire_many(2).await.expect("nobody closes it")
}

/// What the file is, and the picture as a PNG that fits into mails, on white.
///
/// # Errors
/// See [`PictureProblem`].
pub async fn for_mails(bytes: Vec<u8>) -> Result<(Kind, MailPicture), PictureProblem> {
    placed(&PLACES, move || {
        let kind = look_at(&bytes)?;
        Ok((kind, draw(&bytes, kind)?))
    })
    .await
}

/// Draws beside the requests, for few at a time, and not for long. A place is given back when the work ends, also when
/// nobody waits for it any more.
pub(super) async fn placed<T: Send + 'static>(
    places: &'static Semaphore,
    draw: impl FnOnce() -> Result<T, PictureProblem> + Send + 'static,
) -> Result<T, PictureProblem> {
    let work = async move {
        let place = tokio::time::timeout(LONGEST_FOR_PLACE, places.acquire()).await;
        let Ok(Ok(place)) = place else { return Err(PictureProblem::Busy) };
        let drawn = tokio::task::spawn_blocking(move || {
            let _place = place;
            draw()
        });
        // A decoder that panics has met a broken picture.
        drawn.await.unwrap_or(Err(PictureProblem::Broken))
    };
    tokio::time::timeout(LONGEST, work).await.unwrap_or(Err(PictureProblem::Busy))
}

fn draw(bytes: &[u8], kind: Kind) -> Result<MailPicture, PictureProblem> {
    let paper = on_white(&picture_of(bytes, kind)?);
    let (width, height) = fitted(paper.dimensions(), WIDEST, HIGHEST);
    let (wide, high) = fitted(paper.dimensions(), WIDEST * SHARPNESS, HIGHEST * SHARPNESS);
    let png = written(&resized(&paper, wide, high))?;
    Ok(MailPicture { png, width, height })
}

pub(super) fn picture_of(bytes: &[u8], kind: Kind) -> Result<DynamicImage, PictureProblem> {
    if kind == Kind::Jpeg && !jpeg_is_whole(bytes) {
        return Err(PictureProblem::Broken);
    }
    decoded(bytes, kind).map_err(|_| PictureProblem::Broken)
}

pub(super) fn resized(picture: &RgbImage, wide: u32, high: u32) -> RgbImage {
    if (wide, high) == picture.dimensions() {
        return picture.clone();
    }
    imageops::resize(picture, wide, high, imageops::FilterType::CatmullRom)
}

pub(super) fn written(picture: &RgbImage) -> Result<Vec<u8>, PictureProblem> {
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|_| PictureProblem::Broken)?;
    Ok(png)
}

fn decoded(bytes: &[u8], kind: Kind) -> ImageResult<DynamicImage> {
    match kind {
        Kind::Png => upright(PngDecoder::with_limits(Cursor::new(bytes), limits())?),
        Kind::Jpeg => upright(JpegDecoder::new(Cursor::new(bytes))?),
        Kind::WebP => upright(WebPDecoder::new(Cursor::new(bytes))?),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

/// As browsers show it: turned the way the camera says.
fn upright(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    let mut limits = limits();
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(turn);
    Ok(picture)
}

/// White stands behind a logo in every mail; in the picture itself it also stands there where a program turns colours round.
pub(super) fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let drawn = picture.to_rgba8();
    let mut paper = RgbImage::new(drawn.width(), drawn.height());
    for (dot, over) in paper.pixels_mut().zip(drawn.pixels()) {
        let [red, green, blue, alpha] = over.0.map(u16::from);
        let mixed =
            |channel: u16| u8::try_from((channel * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        dot.0 = [mixed(red), mixed(green), mixed(blue)];
    }
    paper
}

/// As large as fits in both directions, in its own proportions, and never larger than it is.
pub(super) fn fitted((width, height): (u32, u32), widest: u32, highest: u32) -> (u32, u32) {
    let (width, height) = (width.max(1), height.max(1));
    if width <= widest && height <= highest {
        return (width, height);
    }
    let scaled = |side: u32, by: u32, of: u32| {
        let (side, by, of) = (u64::from(side), u64::from(by), u64::from(of));
        u32::try_from((side * by + of / 2) / of).unwrap_or(1).max(1)
    };
    if u64::from(width) * u64::from(highest) > u64::from(height) * u64::from(widest) {
        (widest, scaled(height, widest, width))
    } else {
        (scaled(width, highest, height), highest)
    }
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
