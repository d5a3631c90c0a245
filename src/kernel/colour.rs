//! Colours that a firm chooses, and whether they can be read (WCAG 2.2, 1.4.3).

use std::fmt;

/// Least contrast between a text and its ground.
pub const READABLE: f64 = 4.5;

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    pub const WHITE: Colour = Colour([255; 3]);
    pub const BLACK: Colour = Colour([0; 3]);

    /// `#1f4fd8` or `#15c`, with or without the mark, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> =
            text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
        match digits.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [a, b, c, d, e, f] => Some(Self([a * 16 + b, c * 16 + d, e * 16 + f])),
            _ => None,
        }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// From 1 (the same) to 21 (black and white).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// So many 255ths of the way to another colour.
    #[must_use]
    pub fn towards(self, other: Self, step: u8) -> Self {
        let mut mixed = self.0;
        for (part, goal) in mixed.iter_mut().zip(other.0) {
            let sum = u32::from(*part) * u32::from(255 - step) + u32::from(goal) * u32::from(step);
            *part = u8::try_from((sum + 127) / 255).unwrap_or(255);
        }
        Self(mixed)
    }

    /// The nearest shade on the way to `goal` that stands out from all of `grounds` by `ratio`; the goal itself if
    /// none does.
    #[must_use]
    pub fn readable(self, grounds: &[Self], goal: Self, ratio: f64) -> Self {
        let shades = (0..=255).map(|step| self.towards(goal, step));
        let mut passing =
            shades.filter(|shade| grounds.iter().all(|ground| shade.contrast(*ground) >= ratio));
        passing.next().unwrap_or(goal)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_is_read_in_the_ways_people_write_it() {
        for text in ["#1f4fd8", "1F4FD8", " #1F4fd8 "] {
            assert_eq!(colour(text).to_string(), "#1f4fd8");
        }
        assert_eq!(colour("#15c").to_string(), "#1155cc");
        for text in ["", "#", "blue", "#12345", "#1234567", "#12345g", "rgb(1,2,3)", "#ÄÖÜ", "１２３"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
        assert!((Colour::WHITE.contrast(colour("#1f4fd8")) - 6.64).abs() < 0.05);
        // The two greys that every checker knows: the first passes, the second does not.
        assert!(Colour::WHITE.contrast(colour("#767676")) >= READABLE);
        assert!(Colour::WHITE.contrast(colour("#777777")) < READABLE);
    }

    #[test]
    fn the_nearest_shade_is_the_first_that_passes() {
        let shade = colour("#ff9900").readable(&[Colour::WHITE], Colour::BLACK, READABLE);
        assert!(shade.contrast(Colour::WHITE) >= READABLE);
        assert!(shade.contrast(Colour::WHITE) < 4.7, "{shade} is darker than it must be");
        assert_eq!(colour("#1f4fd8").readable(&[Colour::WHITE], Colour::BLACK, READABLE), colour("#1f4fd8"));
    }
}
