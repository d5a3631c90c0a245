//! Lines of at most so many columns. A kana or kanji takes two, and may be followed by a line break, except before
//! closing and after opening punctuation (JIS X 4051, the common subset).

/// Cannot begin a line.
const NO_START: &str = "、。，．・：；？！」』）】〕〉》］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ～…";
/// Cannot end a line.
const NO_END: &str = "「『（【〔〈《［｛";

/// Breaks `text` into lines of at most `columns`; line breaks in it stay. A word wider than that, such as a link,
/// keeps its line to itself and is never broken.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, columns)).collect()
}

/// Columns a text takes in a fixed-width font.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn wrap_line(line: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for Piece { text, after_space } in pieces(line) {
        let gap = usize::from(after_space && !current.is_empty());
        if !current.is_empty() && width(&current) + gap + width(&text) > columns {
            lines.push(std::mem::take(&mut current));
        } else if gap == 1 {
            current.push(' ');
        }
        current.push_str(&text);
    }
    lines.push(current);
    lines
}

/// What must stay on one line.
struct Piece {
    text: String,
    after_space: bool,
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut after_space = false;
    for c in line.chars() {
        if c == ' ' {
            after_space = true;
            continue;
        }
        match pieces.last_mut() {
            Some(last) if !after_space && belongs(last.text.chars().next_back(), c) => last.text.push(c),
            _ => pieces.push(Piece { text: c.to_string(), after_space }),
        }
        after_space = false;
    }
    pieces
}

fn belongs(last: Option<char>, c: char) -> bool {
    let after_opening = last.is_some_and(|last| NO_END.contains(last));
    let both_narrow = !is_wide(c) && last.is_some_and(|last| !is_wide(last));
    after_opening || both_narrow || NO_START.contains(c)
}

/// East Asian Wide and Fullwidth, by block (UAX #11).
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_whole_and_links_too() {
        assert_eq!(wrap("eins zwei drei", 9), ["eins zwei", "drei"]);
        let link = "https://portal.example/a/very/long/link";
        assert_eq!(wrap(&format!("a {link} b"), 10), ["a", link, "b"]);
        assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
    }

    #[test]
    fn japanese_breaks_anywhere_but_not_before_a_full_stop() {
        assert_eq!(wrap("書類を確認。次へ", 10), ["書類を確", "認。次へ"]);
        assert_eq!(wrap("これは「確認」です", 8), ["これは", "「確認」", "です"]);
        assert_eq!(wrap("請求書PDFです", 8), ["請求書", "PDFです"]);
    }

    proptest! {
        #[test]
        fn wrapping_loses_nothing_but_spaces(text in "(\\PC|日|。|「| ){0,80}", columns in 1_usize..80) {
            let squeeze = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(squeeze(&wrap(&text, columns).join("\n")), squeeze(&text));
        }
    }
}
