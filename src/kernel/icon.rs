//! The firm's icon among the apps of a phone. A file is named by what is on it, so that it may be kept for ever.

use crate::Brand;

/// Longest side of a logo in pixels; what is longer is neither drawn nor stored.
pub const LONGEST_SIDE: u32 = 2048;
/// The sides of its files in pixels: for Apple's phones, and the two that a manifest has to name.
const SIDES: [u32; 3] = [180, 192, 512];

/// One file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    pub side: u32,
    /// With room around it, for phones that cut a circle or another shape out of it.
    pub masked: bool,
    /// The name of the firm's logo, or the colour behind our own mark, such as `1b3a8a`: [`Icon::source`].
    pub of: String,
}

impl Icon {
    /// What the icon of a firm with this logo and these colours is made of.
    #[must_use]
    pub fn source(logo: Option<&str>, brand: &Brand) -> String {
        let colour = || brand.frame()[0].to_string().trim_start_matches('#').to_owned();
        logo.map_or_else(colour, str::to_owned)
    }

    /// The name of its file.
    #[must_use]
    pub fn name(&self) -> String {
        let kind = if self.masked { "mask" } else { "icon" };
        format!("{kind}-{}-{}.png", self.side, self.of)
    }

    /// What a file of this name has on it; nothing when it is no name of ours.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (kind, rest) = name.strip_suffix(".png")?.split_once('-')?;
        let masked = match kind {
            "mask" => true,
            "icon" => false,
            _ => return None,
        };
        let (side, of) = rest.split_once('-')?;
        let icon = Self { side: side.parse().ok()?, masked, of: of.to_owned() };
        (SIDES.contains(&icon.side) && icon.name() == name).then_some(icon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_without_a_logo_has_our_mark_on_its_colour() {
        assert_eq!(Icon::source(None, &Brand::default()), "1b3a8a");
        let brand = Brand { accent: None, sidebar: crate::Colour::parse("#123456") };
        assert_eq!(Icon::source(None, &brand), "123456");
        assert_eq!(Icon::source(Some("0a1b.png"), &brand), "0a1b.png");
    }

    #[test]
    fn an_icon_is_found_by_its_own_name_only() {
        for icon in [
            Icon { side: 192, masked: false, of: "1b3a8a".to_owned() },
            Icon { side: 512, masked: true, of: "0a1b.webp".to_owned() },
        ] {
            assert_eq!(Icon::of_name(&icon.name()), Some(icon));
        }
        for other in
            ["icon-64-1b3a8a.png", "icon-+192-x.png", "icon-0192-x.png", "logo-192-x.png", "icon-192-x", ""]
        {
            assert_eq!(Icon::of_name(other), None, "{other}");
        }
    }
}
