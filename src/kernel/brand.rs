//! A firm's two colours and all that follows from them: the style sheet that is laid over our own, and the colours of
//! mails. A pure function of the colours, so that the sheet's name can hold them and be kept for ever.

use crate::colour::{Colour, READABLE};
use std::fmt::Write as _;

/// Raised when other shades are derived from the same colours: the sheet then has another name.
const EDITION: &str = "1";
/// What stands for a colour that the firm has not chosen.
const NONE: &str = "x";

/// The colours a firm has chosen; both can be read under white text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// Buttons, links, marks.
    pub accent: Option<Colour>,
    pub sidebar: Option<Colour>,
}

impl Brand {
    /// The name of the style sheet; `None` while nothing was chosen.
    #[must_use]
    pub fn sheet(&self) -> Option<String> {
        if *self == Self::default() {
            return None;
        }
        let name = |colour: Option<Colour>| match colour {
            Some(colour) => colour.to_string().trim_start_matches('#').to_owned(),
            None => NONE.to_owned(),
        };
        Some(format!("{EDITION}-{}-{}.css", name(self.accent), name(self.sidebar)))
    }

    /// The colours in the name of a style sheet that we would make.
    #[must_use]
    pub fn of_sheet(name: &str) -> Option<Self> {
        let colours = name.strip_prefix(EDITION)?.strip_prefix('-')?.strip_suffix(".css")?;
        let (accent, sidebar) = colours.split_once('-')?;
        let colour = |text: &str| if text == NONE { None } else { Colour::parse(text) };
        let brand = Self { accent: colour(accent), sidebar: colour(sidebar) };
        (brand.sheet().as_deref() == Some(name)).then_some(brand)
    }

    /// The style sheet: the same names as `style/tokens.css`, in light and dark.
    #[must_use]
    pub fn css(&self) -> String {
        let light = block(&self.tokens(&LIGHT));
        let dark = block(&self.tokens(&DARK));
        format!(
            ":root,[data-theme=\"light\"]{{{light}}}\n[data-theme=\"dark\"]{{{dark}}}\n\
             @media (prefers-color-scheme: dark){{:root:not([data-theme]),[data-theme=\"system\"]{{{dark}}}}}\n"
        )
    }

    /// The colour of the sidebar, which is the top of the page on a phone, in light and dark; as in `style/tokens.css`.
    #[must_use]
    pub fn frame(&self) -> [Colour; 2] {
        let grounds = |sidebar| [&LIGHT, &DARK].map(|theme: &Theme| theme.of_sidebar(sidebar)[0].1);
        self.sidebar.map_or([Colour([0x1b, 0x3a, 0x8a]), Colour([0x14, 0x2a, 0x66])], grounds)
    }

    fn tokens(&self, theme: &Theme) -> Vec<(&'static str, Colour)> {
        let mut tokens = Vec::new();
        if let Some(accent) = self.accent {
            tokens.extend(theme.of_accent(accent));
        }
        if let Some(sidebar) = self.sidebar {
            tokens.extend(theme.of_sidebar(sidebar));
        }
        tokens
    }
}

fn block(tokens: &[(&'static str, Colour)]) -> String {
    tokens.iter().fold(String::new(), |mut css, (name, colour)| {
        let _ = write!(css, "--{name}:{colour};");
        css
    })
}

/// The grounds of one theme that a colour must stand out from; as in `style/tokens.css`.
struct Theme {
    dark: bool,
    canvas: Colour,
    surface: Colour,
    sunken: Colour,
    on_primary: Colour,
}

const LIGHT: Theme = Theme {
    dark: false,
    canvas: Colour([0xf5, 0xf7, 0xfb]),
    surface: Colour::WHITE,
    sunken: Colour([0xee, 0xf2, 0xf8]),
    on_primary: Colour::WHITE,
};
const DARK: Theme = Theme {
    dark: true,
    canvas: Colour([0x0b, 0x12, 0x22]),
    surface: Colour([0x12, 0x1b, 0x30]),
    sunken: Colour([0x0e, 0x16, 0x28]),
    on_primary: Colour([0x0b, 0x12, 0x22]),
};

impl Theme {
    /// Where colours go to stand out more.
    const fn goal(&self) -> Colour {
        if self.dark { Colour::WHITE } else { Colour::BLACK }
    }

    fn of_accent(&self, accent: Colour) -> [(&'static str, Colour); 7] {
        let goal = self.goal();
        let primary = accent.readable(&[self.surface, self.on_primary], goal, READABLE);
        // A tint under the text of notices, and the text itself on it and on all other grounds.
        let tint = self.surface.towards(primary, if self.dark { 38 } else { 24 });
        let grounds = [self.canvas, self.surface, self.sunken, tint];
        // A tenth more: a link under the pointer lies on a breath of its own colour.
        let link = accent.readable(&grounds, goal, READABLE * 1.15);
        [
            ("primary", primary),
            ("primary-hover", primary.towards(goal, 38)),
            ("primary-active", primary.towards(goal, 76)),
            ("link", link),
            ("ring", link),
            ("info", link),
            ("info-bg", tint),
        ]
    }

    /// The text on the sidebar is white in both themes, so its shades only ever get darker.
    fn of_sidebar(&self, sidebar: Colour) -> [(&'static str, Colour); 5] {
        let ground = if self.dark { sidebar.towards(Colour::BLACK, 76) } else { sidebar };
        let (hover, active) = (ground.towards(Colour::BLACK, 30), ground.towards(Colour::BLACK, 64));
        let grounds = [ground, hover, active];
        [
            ("sidebar", ground),
            ("sidebar-hover", hover),
            ("sidebar-active", active),
            ("sidebar-muted", ground.towards(Colour::WHITE, 204).readable(&grounds, Colour::WHITE, READABLE)),
            ("sidebar-mark", ground.towards(Colour::WHITE, 150).readable(&grounds, Colour::WHITE, 3.0)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Colours from all over the cube that can be read under white.
    fn chosen() -> Vec<Colour> {
        let all = (0..216u8).map(|n| Colour([n / 36 * 51, n / 6 % 6 * 51, n % 6 * 51]));
        all.map(|colour| colour.readable(&[Colour::WHITE], Colour::BLACK, READABLE)).collect()
    }

    fn token(tokens: &[(&'static str, Colour)], name: &str) -> Colour {
        tokens.iter().find(|(known, _)| *known == name).unwrap().1
    }

    #[test]
    fn every_chosen_colour_can_be_read_everywhere_in_both_themes() {
        for colour in chosen() {
            let brand = Brand { accent: Some(colour), sidebar: Some(colour) };
            for theme in [&LIGHT, &DARK] {
                let tokens = brand.tokens(theme);
                for name in ["primary", "primary-hover", "primary-active"] {
                    assert!(token(&tokens, name).contrast(theme.on_primary) >= READABLE, "{colour} {name}");
                }
                for ground in [theme.canvas, theme.surface, theme.sunken, token(&tokens, "info-bg")] {
                    assert!(token(&tokens, "link").contrast(ground) >= READABLE, "{colour} link on {ground}");
                }
                for ground in ["sidebar", "sidebar-hover", "sidebar-active"] {
                    let ground = token(&tokens, ground);
                    assert!(Colour::WHITE.contrast(ground) >= READABLE, "{colour} on {ground}");
                    assert!(token(&tokens, "sidebar-muted").contrast(ground) >= READABLE, "{colour}");
                    assert!(token(&tokens, "sidebar-mark").contrast(ground) >= 3.0, "{colour}");
                }
            }
        }
    }

    #[test]
    fn a_sheet_is_named_by_its_colours_and_by_nothing_else() {
        let brand = Brand { accent: Colour::parse("#8a1c4a"), sidebar: None };
        let name = brand.sheet().unwrap();
        assert_eq!(name, "1-8a1c4a-x.css");
        assert_eq!(Brand::of_sheet(&name), Some(brand));
        assert_eq!(Brand::default().sheet(), None);
        for other in
            ["1-x-x.css", "1-8A1C4A-x.css", "1-8a1-x.css", "0-8a1c4a-x.css", "1-8a1c4a-x", "1--.css", ""]
        {
            assert_eq!(Brand::of_sheet(other), None, "{other}");
        }
    }

    #[test]
    fn what_was_not_chosen_stays_as_it_is() {
        let css = Brand { accent: None, sidebar: Colour::parse("#123") }.css();
        assert!(css.contains("--sidebar:#112233;") && !css.contains("--primary"));
        assert_eq!(css.matches('{').count(), css.matches('}').count());
    }
}
