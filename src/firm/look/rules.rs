//! Which colours a firm may have, and how large its logo may be.

#[cfg(not(target_arch = "wasm32"))]
use super::model::{ACCENT, SIDEBAR};
#[cfg(not(target_arch = "wasm32"))]
use kernel::Colour;
#[cfg(not(target_arch = "wasm32"))]
use kernel::colour::READABLE;

/// Largest logo in kilobytes.
pub(super) const MOST_KB: usize = 512;

/// Why a colour is not taken.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ColourProblem {
    NoColour,
    /// White text on it cannot be read; the contrast it has, and the nearest shade that will do.
    Pale {
        ratio: f64,
        nearest: Colour,
    },
}

/// The accent as typed; `None` is our own.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn accent(text: &str) -> Result<Option<Colour>, ColourProblem> {
    chosen(text, ACCENT)
}

/// The colour of the sidebar as typed; `None` is our own.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn sidebar(text: &str) -> Result<Option<Colour>, ColourProblem> {
    chosen(text, SIDEBAR)
}

#[cfg(not(target_arch = "wasm32"))]
fn chosen(text: &str, own: &str) -> Result<Option<Colour>, ColourProblem> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let colour = Colour::parse(text).ok_or(ColourProblem::NoColour)?;
    let ratio = colour.contrast(Colour::WHITE);
    if ratio < READABLE {
        let nearest = colour.readable(&[Colour::WHITE], Colour::BLACK, READABLE);
        return Err(ColourProblem::Pale { ratio, nearest });
    }
    Ok((Colour::parse(own) != Some(colour)).then_some(colour))
}

/// Rounded down, so that what is refused never reads as enough: `4.4`.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn ratio_text(ratio: f64) -> String {
    format!("{:.1}", (ratio * 10.0).floor() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn our_own_colour_and_none_at_all_are_the_same() {
        assert_eq!(accent(""), Ok(None));
        assert_eq!(accent(" #1F4FD8 "), Ok(None));
        assert_eq!(sidebar(SIDEBAR), Ok(None));
        assert_eq!(sidebar(ACCENT).unwrap().unwrap().to_string(), ACCENT);
    }

    #[test]
    fn a_pale_colour_is_refused_with_its_contrast_and_a_way_out() {
        let Err(ColourProblem::Pale { ratio, nearest }) = accent("#ff9900") else { panic!("it is pale") };
        assert_eq!(ratio_text(ratio), "2.1");
        assert_eq!(accent(&nearest.to_string()), Ok(Some(nearest)));
        assert_eq!(ratio_text(4.499), "4.4");
        for text in ["red", "#12", "javascript:", "#1f4fd8;}", "\u{0}"] {
            assert_eq!(accent(text), Err(ColourProblem::NoColour), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_offered_is_always_taken(r in any::<u8>(), g in any::<u8>(), b in any::<u8>()) {
            let typed = Colour([r, g, b]).to_string();
            if let Err(ColourProblem::Pale { nearest, .. }) = accent(&typed) {
                prop_assert!(accent(&nearest.to_string()).is_ok());
            }
        }
    }
}
