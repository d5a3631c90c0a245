//! The firm's icon among the apps of a phone: its logo on white, else our mark on its colour, as a square PNG.

use super::PictureProblem;
use super::decode::{fitted, on_white, picture_of, placed, resized, written};
use super::header::look_at;
use image::{Rgb, RgbImage, imageops};
use kernel::Colour;
use tokio::sync::Semaphore;

/// Icons that are drawn at a time. Anybody may ask for one, so that they are in nobody's way who writes mails.
static PLACES: Semaphore = Semaphore::const_new(1);

/// What the icon is made of.
pub enum Source {
    /// A logo's file.
    Logo(Vec<u8>),
    /// Our mark on this colour.
    Mark(Colour),
}

/// The icon. With `masked` everything that matters lies in the circle that every phone leaves.
///
/// # Errors
/// See [`PictureProblem`].
pub async fn icon(source: Source, side: u32, masked: bool) -> Result<Vec<u8>, PictureProblem> {
    placed(&PLACES, move || match source {
        Source::Logo(bytes) => {
            let paper = on_white(&picture_of(&bytes, look_at(&bytes)?)?);
            written(&with_room(&paper, side, if masked { 56 } else { 84 }))
        }
        Source::Mark(ground) => written(&mark(ground, side, masked)),
    })
    .await
}

/// In the middle of a white square, its longer side so many hundredths of the square's.
fn with_room(logo: &RgbImage, side: u32, hundredths: u32) -> RgbImage {
    let room = side * hundredths / 100;
    // `fitted` makes nothing larger; here a small logo grows.
    let (width, height) = logo.dimensions();
    let grown = (width.saturating_mul(room), height.saturating_mul(room));
    let (wide, high) = fitted(grown, room, room);
    let small = resized(logo, wide, high);
    let mut square = RgbImage::from_pixel(side, side, Rgb([255; 3]));
    imageops::replace(&mut square, &small, i64::from((side - wide) / 2), i64::from((side - high) / 2));
    square
}

/// The columns of `public/favicon.svg`, in the units of its drawing, 32 a side.
fn is_mark(x: f32, y: f32) -> bool {
    let within =
        |left: f32, top: f32, right: f32, bottom: f32| x >= left && x <= right && y >= top && y <= bottom;
    // The gable falls 5.6 from its top in the middle to its ends 10.4 beside it.
    let gable = (5.6..=11.2).contains(&y) && (x - 16.0).abs() <= (y - 5.6) * 10.4 / 5.6;
    gable
        || within(5.6, 11.2, 26.4, 13.4)
        || within(8.0, 15.2, 10.8, 22.8)
        || within(14.6, 15.2, 17.4, 22.8)
        || within(21.2, 15.2, 24.0, 22.8)
        || within(6.6, 24.2, 25.4, 26.4)
}

/// Each pixel is looked at in four by four places, so that edges are smooth.
fn mark(ground: Colour, side: u32, masked: bool) -> RgbImage {
    const STEPS: u8 = 4;
    let scale = if masked { 32.0 / 0.72 } else { 32.0 };
    let shift = (scale - 32.0) / 2.0;
    #[expect(clippy::cast_precision_loss, reason = "a side has a few hundred pixels")]
    let unit = |at: u32, step: u8| {
        (at as f32 + (f32::from(step) + 0.5) / f32::from(STEPS)) / side as f32 * scale - shift
    };
    RgbImage::from_fn(side, side, |x, y| {
        let steps = (0..STEPS).flat_map(|across| (0..STEPS).map(move |down| (across, down)));
        let hits = steps.filter(|(across, down)| is_mark(unit(x, *across), unit(y, *down))).count();
        let share = u8::try_from(hits * 255 / usize::from(STEPS * STEPS)).unwrap_or(u8::MAX);
        Rgb(ground.towards(Colour::WHITE, share).0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::samples;

    const BLUE: Colour = Colour([0x1b, 0x3a, 0x8a]);

    fn read(png: &[u8]) -> RgbImage {
        image::load_from_memory(png).unwrap().to_rgb8()
    }

    #[tokio::test]
    async fn without_a_logo_it_is_our_mark_on_the_colour_of_the_firm() {
        for (side, masked) in [(180, false), (192, false), (512, true)] {
            let drawn = read(&icon(Source::Mark(BLUE), side, masked).await.unwrap());
            assert_eq!(drawn.dimensions(), (side, side));
            assert_eq!(drawn.get_pixel(0, 0).0, BLUE.0, "no corner is rounded: phones do that");
            assert_eq!(drawn.get_pixel(side / 2, side * 5 / 8).0, [255; 3], "the column in the middle");
        }
    }

    #[tokio::test]
    async fn what_a_phone_cuts_off_is_ground_only() {
        let drawn = read(&icon(Source::Mark(BLUE), 512, true).await.unwrap());
        for (x, y, pixel) in drawn.enumerate_pixels() {
            let (across, down) = (f64::from(x) - 255.5, f64::from(y) - 255.5);
            if across.hypot(down) > 512.0 * 0.4 {
                assert_eq!(pixel.0, BLUE.0, "{x} {y}");
            }
        }
    }

    #[tokio::test]
    async fn a_logo_keeps_its_proportions_on_white() {
        let wide = RgbImage::from_pixel(400, 100, Rgb([200, 0, 0]));
        let drawn = with_room(&wide, 192, 84);
        let red = |x, y| drawn.get_pixel(x, y).0[1] < 100;
        assert!(red(96, 96) && red(20, 96) && !red(96, 60) && !red(4, 96));
        assert_eq!(drawn.get_pixel(0, 0).0, [255; 3]);
        let drawn = read(&icon(Source::Logo(samples::png(64, 32)), 512, false).await.unwrap());
        assert_eq!((drawn.dimensions(), drawn.get_pixel(256, 256).0), ((512, 512), [192, 32, 48]));
        assert_eq!(icon(Source::Logo(b"no picture".to_vec()), 192, false).await, Err(PictureProblem::Other));
    }
}
