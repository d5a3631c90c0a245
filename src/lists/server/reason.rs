//! Why something was found that does not say so itself: the address or the name that a row does not show.

use kernel::{Piece, fold};

/// Most texts that are told; who searched for many words knows what they were.
const MOST: usize = 2;

/// A text by which something is found.
pub struct Reason<'a> {
    pub text: &'a str,
    /// The same as mail servers read it, where that differs.
    pub also: Option<&'a str>,
}

impl Reason<'_> {
    fn finds(&self, query: &[String]) -> Vec<bool> {
        let mut all = fold::found_in(self.text, query);
        if let Some(also) = self.also {
            all.iter_mut().zip(fold::found_in(also, query)).for_each(|(one, other)| *one |= other);
        }
        all
    }

    /// Whether any word of a query finds it.
    pub fn is_found(&self, query: &[String]) -> bool {
        self.finds(query).contains(&true)
    }

    /// In pieces; the whole where only mail servers read what was typed.
    pub fn marked(&self, query: &[String]) -> Vec<Piece> {
        let pieces = fold::marks(self.text, query);
        if pieces.is_empty() { vec![Piece { text: self.text.to_owned(), is_found: true }] } else { pieces }
    }
}

/// Which words of a query nothing of what a row shows says.
pub fn unsaid(shown: &[&str], query: &[String]) -> Vec<String> {
    let all: Vec<Vec<bool>> = shown.iter().map(|text| fold::found_in(text, query)).collect();
    let is_said = |place: usize| all.iter().any(|of_one| of_one.get(place).copied().unwrap_or_default());
    query.iter().enumerate().filter(|(place, _)| !is_said(*place)).map(|(_, word)| word.clone()).collect()
}

/// The fewest of these texts that say the words which nothing else says, with all that was searched for marked; of equals the
/// first.
pub fn reasons(mut unsaid: Vec<String>, query: &[String], others: &[Reason<'_>]) -> Vec<Vec<Piece>> {
    let mut told = Vec::new();
    while !unsaid.is_empty() && told.len() < MOST {
        let mut best: Option<(usize, &Reason<'_>, Vec<bool>)> = None;
        for other in others {
            let finds = other.finds(&unsaid);
            let count = finds.iter().filter(|it| **it).count();
            if count > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((count, other, finds));
            }
        }
        let Some((_, other, finds)) = best else { break };
        told.push(other.marked(query));
        let mut finds = finds.into_iter();
        unsaid.retain(|_| !finds.next().unwrap_or_default());
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(shown: &[&str], others: &[(&str, Option<&str>)], typed: &str) -> Vec<String> {
        let query = fold::of_query(typed);
        let others: Vec<_> = others.iter().map(|(text, also)| Reason { text, also: *also }).collect();
        let show = |it: &Piece| if it.is_found { format!("[{}]", it.text) } else { it.text.clone() };
        let all = reasons(unsaid(shown, &query), &query, &others);
        all.iter().map(|pieces| pieces.iter().map(show).collect()).collect()
    }

    #[test]
    fn what_a_row_shows_needs_no_reason_and_what_it_hides_has_the_shortest() {
        let people = [
            ("Anna Lang", None),
            ("anna@mueller.example", None),
            ("Bert Ott", None),
            ("b@müller.example", Some("b@xn--mller-kva.example")),
        ];
        for (typed, reason) in [
            ("bolt", &[][..]),
            ("b1", &[]),
            ("lan", &["Anna [Lan]g"]),
            ("@mueller", &["anna@[mueller].example"]),
            ("anna@mueller", &["[anna@mueller].example"]),
            ("bolt mueller", &["anna@[mueller].example"]),
            ("b1 anna", &["[Anna] Lang"]),
            ("lang ott", &["Anna [Lang]", "Bert [Ott]"]),
            ("xn mller", &["[b@müller.example]"]),
            ("zebra", &[]),
        ] {
            assert_eq!(told(&["Bolt Ltd", "B1"], &people, typed), reason, "{typed}");
        }
    }
}
