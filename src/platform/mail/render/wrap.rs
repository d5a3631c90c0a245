//! Lines of at most so many columns, by Unicode's rules for line breaks (UAX #14) and widths (UAX #11): a kana or kanji takes
//! two columns and may be followed by a break, but closing marks, small kana and the like never begin a line.

use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// Breaks `text` into lines of at most `columns`; line breaks in it stay. A word wider than that, such as a link,
/// keeps its line to itself and is never broken.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let options = Options::new(columns)
        .break_words(false)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(WordSeparator::Custom(pieces))
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(String::from).collect()
}

/// Columns a text takes in a fixed-width font.
pub fn width(text: &str) -> usize {
    display_width(text)
}

/// What must stay on one line. Unicode also breaks within words of narrow letters, such as behind the `/` of a link.
fn pieces(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut ends: Vec<usize> = Vec::new();
    let mut end = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(line) {
        let narrow = |c: Option<char>| c.is_some_and(|c| c != ' ' && !is_wide(c));
        if narrow(line[..end].chars().next_back()) && narrow(line[end..].chars().next()) {
            ends.pop();
        }
        end += word.len() + word.whitespace.len();
        ends.push(end);
    }
    let mut at = 0;
    Box::new(ends.into_iter().map(move |end| Word::from(&line[std::mem::replace(&mut at, end)..end])))
}

fn is_wide(c: char) -> bool {
    display_width(c.encode_utf8(&mut [0; 4])) > 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_whole_and_links_too() {
        assert_eq!(wrap("eins zwei drei", 9), ["eins zwei", "drei"]);
        let link = "https://portal.example/a/very/long/link-to-it?x=1&y=2";
        assert_eq!(wrap(&format!("a {link} b"), 10), ["a", link, "b"]);
        assert_eq!(wrap("see state-of-the-art", 10), ["see", "state-of-the-art"]);
        assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
    }

    #[test]
    fn japanese_breaks_anywhere_but_not_before_a_full_stop() {
        assert_eq!(wrap("書類を確認。次へ", 10), ["書類を確", "認。次へ"]);
        assert_eq!(wrap("これは「確認」です", 8), ["これは", "「確認」", "です"]);
        assert_eq!(wrap("請求書PDFです", 8), ["請求書", "PDFです"]);
    }

    #[test]
    fn small_kana_marks_of_repetition_and_half_width_stops_begin_no_line() {
        for mark in "っャゎヮヵヶゝヾー々〜、。！？」』）】・｡､｣ｯｰ".chars() {
            let lines = wrap(&format!("あああ{mark}い"), 6);
            assert_eq!(lines.len(), 2, "{mark}");
            assert!(!lines[1].starts_with(mark), "{lines:?}");
        }
        assert_eq!(wrap("家族👍🏽です", 6), ["家族", "👍🏽で", "す"], "an emoji keeps its colour");
    }

    proptest! {
        #[test]
        fn wrapping_loses_nothing_but_spaces(text in "(\\PC|日|。|「| |/|-){0,80}", columns in 1_usize..80) {
            let squeeze = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(squeeze(&wrap(&text, columns).join("\n")), squeeze(&text));
        }
    }
}
