//! The list of contacts: it is searched, and not narrowed otherwise.

use lists::{List, NoFilter, OneOrder};

/// Contacts by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts;

impl List for Contacts {
    type Filter = NoFilter;
    type Sort = OneOrder;
}

#[cfg(test)]
mod tests {
    use super::*;
    use lists::Wanted;

    #[test]
    fn an_address_of_the_list_keeps_its_state() {
        let of = |text: &str| Wanted::<Contacts>::parse(text).href("/app/contacts");
        let after = "after=00000000-0000-0000-0000-000000000000%20x%20y";
        for text in ["q=a%26b".to_owned(), format!("q=a&{after}&rows=100"), format!("{after}&rows=500")] {
            assert_eq!(of(&text), format!("/app/contacts?{text}"));
        }
        assert_eq!(of("tab=archived&access=active&q=&rows=50&after=nonsense"), "/app/contacts");
    }
}
