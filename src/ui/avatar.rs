//! A face for a person or a company: initials on one of eight colours.

use leptos::prelude::*;

/// Round for people, square for companies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarShape {
    #[default]
    Person,
    Company,
}

const HUES: u32 = 8;

/// The colour of an id, the same for ever and on every machine (FNV-1a, stirred once more for short ids).
fn hue(id: &str) -> u32 {
    let hash =
        id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let stirred = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    (stirred ^ (stirred >> 13)) % HUES
}

/// Kana, Han and Hangul, whose names are known by their first character.
fn is_east_asian(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{3134f}')
}

fn first_letter(word: &str) -> Option<char> {
    word.chars().find(|it| it.is_alphanumeric())
}

/// "AM" for Anna Müller, "M" for Müller GmbH, "佐" for 佐藤 花子.
fn initials(name: &str, shape: AvatarShape) -> String {
    let mut letters = name.split_whitespace().filter_map(first_letter);
    let Some(first) = letters.next() else { return "?".to_owned() };
    let last = letters.next_back().filter(|_| shape == AvatarShape::Person && !is_east_asian(first));
    [Some(first), last].into_iter().flatten().flat_map(|it| it.to_uppercase().next()).collect()
}

/// Decoration beside a name, hidden from assistive technology.
#[component]
pub fn Avatar(
    /// What the colour is made of: the id of the account or the person, which does not change with the name.
    #[prop(into)]
    id: String,
    #[prop(into)] name: String,
    #[prop(optional)] shape: AvatarShape,
    #[prop(optional)] large: bool,
) -> impl IntoView {
    let shape_class = if shape == AvatarShape::Company { " avatar-company" } else { "" };
    let size_class = if large { " avatar-large" } else { "" };
    let class = format!("avatar hue-{}{shape_class}{size_class}", hue(&id));
    view! { <span class=class aria-hidden="true">{initials(&name, shape)}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::{AvatarShape::*, hue, initials};

    #[test]
    fn the_colour_of_an_id_never_changes() {
        assert_eq!(["", "481", "mueller-gmbh", "佐藤"].map(hue), [1, 1, 7, 4]);
    }

    #[test]
    fn a_person_has_the_letters_of_the_first_and_the_last_name() {
        assert_eq!(initials("Anna Maria Müller", Person), "AM");
        assert_eq!(initials("élodie", Person), "É");
        assert_eq!(initials("  ", Person), "?");
    }

    #[test]
    fn a_company_has_one_letter() {
        assert_eq!(initials("Müller & Söhne Immobilien KG", Company), "M");
        assert_eq!(initials("\"4you\" Ltd", Company), "4");
    }

    #[test]
    fn a_japanese_name_is_known_by_its_first_character() {
        assert_eq!(initials("佐藤 花子", Person), "佐");
        assert_eq!(initials("さとう はなこ", Person), "さ");
        assert_eq!(initials("株式会社サトウ", Company), "株");
    }
}
