//! One drawing of the sprite `public/icons.svg` (Lucide).

use leptos::prelude::*;

/// A drawing beside a text. It is decoration for assistive technology: the text beside it, or the name of the
/// button around it, says what it means.
#[component]
pub fn Icon(
    /// The Lucide name; the sprite must contain it.
    name: &'static str,
    /// Further classes, such as `icon-lg` or `icon-mirror` (for arrows, which turn round in right-to-left text).
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let class = if class.is_empty() { "icon".to_owned() } else { format!("icon {class}") };
    view! {
        <svg class=class aria-hidden="true">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    /// Names that follow one of the marks in all sources below `folder`.
    fn names_used(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                names_used(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                for mark in ["icon=\"", "icon: \"", "Icon name=\""] {
                    found.extend(
                        text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
                    );
                }
            }
        }
    }

    #[test]
    fn every_icon_in_the_sources_is_in_the_sprite() {
        let ui = Path::new(env!("CARGO_MANIFEST_DIR"));
        let sprite = fs::read_to_string(ui.join("../../public/icons.svg")).unwrap();
        let mut used = Vec::new();
        names_used(&ui.join(".."), &mut used);
        used.retain(|name| !name.contains(['{', '\\', '=']) && !name.is_empty());
        let missing: Vec<_> = used.iter().filter(|it| !sprite.contains(&format!("id=\"{it}\""))).collect();
        assert!(missing.is_empty(), "not in public/icons.svg: {missing:?}");
    }
}
