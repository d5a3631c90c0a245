//! What comes of a picture, whole or not.

use super::super::samples::{CMYK_JPEG, LOSSLESS_WEBP, LOSSY_WEBP, TURNED_JPEG, png, with_header};
use super::*;

fn colour(picture: &MailPicture) -> [u8; 3] {
    let drawn = decoded(&picture.png, Kind::Png).unwrap().to_rgb8();
    drawn.get_pixel(drawn.width() / 2, drawn.height() / 2).0
}

fn near(colour: [u8; 3], wanted: [u8; 3]) -> bool {
    colour.iter().zip(wanted).all(|(one, other)| one.abs_diff(other) < 12)
}

#[tokio::test]
async fn webp_and_cmyk_become_a_png_in_their_own_colours() {
    for (what, file, wanted) in [
        ("WebP", LOSSY_WEBP, [192, 32, 48]),
        ("WebP, half seen through", LOSSLESS_WEBP, [223, 143, 151]),
        ("CMYK", CMYK_JPEG, [192, 32, 48]),
        ("PNG", &png(64, 32), [192, 32, 48]),
    ] {
        let (kind, made) = for_mails(file.to_vec()).await.unwrap();
        assert_eq!(Ok(kind), look_at(file), "{what}");
        assert_eq!((made.width, made.height), (64, 32), "{what}");
        assert_eq!(look_at(&made.png), Ok(Kind::Png), "{what}");
        assert!(near(colour(&made), wanted), "{what}: {:?}", colour(&made));
    }
}

#[tokio::test]
async fn a_logo_keeps_its_proportions_and_fits() {
    for ((width, height), shown) in [
        ((320, 80), (160, 40)),
        ((1000, 100), (240, 24)),
        ((2048, 4), (240, 1)),
        ((4, 400), (1, 40)),
        ((20, 10), (20, 10)),
    ] {
        let (_, made) = for_mails(png(width, height)).await.unwrap();
        assert_eq!((made.width, made.height), shown, "{width} × {height}");
    }
    let (_, turned) = for_mails(TURNED_JPEG.to_vec()).await.unwrap();
    assert_eq!((turned.width, turned.height), (20, 40), "as the camera held it");
}

#[tokio::test]
async fn what_is_cut_off_or_damaged_is_no_picture() {
    let whole = png(300, 200);
    let mut damaged = whole.clone();
    let at = damaged.len() / 2;
    damaged[at] ^= 0x55;
    for (what, file) in [
        ("PNG", whole[..whole.len() / 2].to_vec()),
        ("damaged PNG", damaged),
        ("JPEG", TURNED_JPEG[..TURNED_JPEG.len() - 20].to_vec()),
        ("CMYK", CMYK_JPEG[..CMYK_JPEG.len() - 2].to_vec()),
        ("WebP", LOSSY_WEBP[..LOSSY_WEBP.len() - 20].to_vec()),
    ] {
        assert_eq!(for_mails(file).await, Err(PictureProblem::Broken), "{what}");
    }
    // A header alone is not a picture, and one that promises much is not even begun.
    let bomb = with_header(65_535, 65_535);
    assert_eq!(for_mails(bomb).await, Err(PictureProblem::Size { width: 65_535, height: 65_535 }));
}

#[test]
fn sizes_fit_in_both_directions() {
    for width in [1, 3, 39, 240, 241, 2048] {
        for height in [1, 3, 40, 41, 2048] {
            let (wide, high) = fitted((width, height), 240, 40);
            assert!(
                (1..=240).contains(&wide) && (1..=40).contains(&high),
                "{width} × {height}: {wide} × {high}"
            );
        }
    }
}
