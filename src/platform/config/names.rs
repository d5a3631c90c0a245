//! Names that are nearly ours: a misspelt variable would otherwise be as good as none.

use super::SETTINGS;

/// Variables that our own scripts and tests know.
const OF_SCRIPTS: [&str; 3] = ["PORTICO_BIN", "PORTICO_CACHE", "PORTICO_SCREENSHOTS"];
/// More differing letters are another word.
const FARTHEST: usize = 4;

/// A line for each variable that is named like ours and means nothing.
pub(super) fn unknown_variables(variables: &[(String, String)]) -> Vec<String> {
    let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.env).collect();
    let is_known = |name: &str| {
        let of_file = name.strip_suffix("_FILE");
        known.contains(&name)
            || OF_SCRIPTS.contains(&name)
            || SETTINGS.iter().any(|setting| setting.secret && Some(setting.env) == of_file)
    };
    let ours = variables.iter().filter(|(name, _)| name.starts_with("PORTICO_"));
    ours.filter(|(name, value)| !is_known(name) && !is_of_kubernetes(name, value))
        .map(|(name, _)| match name.strip_suffix("_FILE").filter(|bare| known.contains(bare)) {
            Some(bare) => format!("{name} is not read from a file, for it is no secret; set {bare}"),
            None => format!("{name} is no setting of Portico{}", suggestion(name, &known)),
        })
        .collect()
}

/// Kubernetes tells every container of the services beside it: one called `portico` gives `PORTICO_PORT` and the like.
fn is_of_kubernetes(name: &str, value: &str) -> bool {
    let port = |rest: &str| {
        let (number, kind) = rest.split_once('_').unwrap_or((rest, ""));
        !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
            && ["TCP", "UDP"].iter().any(|k| kind.starts_with(k))
    };
    name.ends_with("_SERVICE_HOST")
        || name.contains("_SERVICE_PORT")
        || (name.ends_with("_PORT") && value.contains("://"))
        || name.split("_PORT_").skip(1).any(port)
}

/// `; did you mean …?`, when there is something near.
pub(super) fn suggestion(name: &str, known: &[&str]) -> String {
    let nearest = known.iter().map(|known| (distance(name, known), *known)).min();
    match nearest {
        Some((far, known)) if far <= FARTHEST && far < name.len() / 2 => format!("; did you mean {known}?"),
        _ => "; see `portico --help`".to_owned(),
    }
}

/// How many letters are missing, too many or different (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let kept = before + usize::from(x != *y);
            before = row[j + 1];
            row[j + 1] = kept.min(before + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted() {
        for (a, b, far) in
            [("", "abc", 3), ("smpt", "smtp", 2), ("lisen", "listen", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(a, b), far, "{a} {b}");
        }
    }

    #[test]
    fn what_kubernetes_sets_is_not_ours() {
        let of = |name: &str, value: &str| unknown_variables(&[(name.to_owned(), value.to_owned())]);
        for (name, value) in [
            ("PORTICO_PORT", "tcp://10.0.0.7:3000"),
            ("PORTICO_SERVICE_HOST", "10.0.0.7"),
            ("PORTICO_SERVICE_PORT", "3000"),
            ("PORTICO_SERVICE_PORT_HTTP", "3000"),
            ("PORTICO_PORT_3000_TCP", "tcp://10.0.0.7:3000"),
            ("PORTICO_PORT_3000_TCP_ADDR", "10.0.0.7"),
            ("PORTICO_DB_PORT_5432_TCP_PROTO", "tcp"),
            ("PORTICO_BIN", "target/release/portico"),
        ] {
            assert_eq!(of(name, value), Vec::<String>::new(), "{name}");
        }
        assert_eq!(of("PORTICO_PORT", "3000").len(), 1);
    }
}
