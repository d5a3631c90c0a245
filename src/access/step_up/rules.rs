//! What the page that asks for the password adds to a form, and how it is taken out again.

/// The field with the password.
pub const PROOF: &str = "proof";
/// The field of a form that asks for the password itself.
pub const PASSWORD: &str = "password";
/// The field with the page to go back to.
pub const BACK: &str = "proof_back";

/// The form as it was before it was asked for a password, and the password, if one came with it.
#[must_use]
pub fn split(fields: Vec<(String, String)>) -> (Vec<(String, String)>, Option<String>) {
    let (ours, form): (Vec<_>, Vec<_>) =
        fields.into_iter().partition(|(name, _)| name == PROOF || name == BACK);
    (form, ours.into_iter().find(|(name, _)| name == PROOF).map(|(_, value)| value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn a_form_comes_back_as_it_was_typed() {
        let typed = own(&[("name", " Ina "), ("right", "a"), ("right", "b"), ("empty", "")]);
        assert_eq!(split(typed.clone()), (typed.clone(), None));
        let asked =
            [own(&[(BACK, "/app"), (PROOF, "secret")]), typed.clone(), own(&[(PROOF, "two")])].concat();
        assert_eq!(split(asked), (typed, Some("secret".to_owned())));
        assert_eq!(split(own(&[(PROOF, "")])), (Vec::new(), Some(String::new())));
    }
}
