//! Forms in tests, posted as the server takes them: only here a test meets a door.

use crate::gate::{Call, Door, Form, Reply, Visitor};
use kernel::{AppError, paths};
use platform::Cx;

/// Posts a form to the door whose pattern fits this path, with the values in the path. As the server does, it looks at the
/// declaration before anything runs.
///
/// # Errors
/// As declared, and as the act.
pub async fn post(cx: &Cx, visitor: Visitor, path: &str, fields: &[(&str, &str)]) -> Result<Reply, AppError> {
    let (door, params) = at(path);
    visitor.check(cx, door.allowed())?;
    let form = Form(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
    door.run(Call { cx: cx.clone(), visitor, params, form, awake: false }).await
}

/// As [`post`], with every write asking again whether the visitor still may, as within the server.
///
/// # Errors
/// As [`post`]; `NotSignedIn` and `NotAllowed` also when it was so a moment ago.
pub async fn post_acting(
    cx: &Cx,
    visitor: Visitor,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Reply, AppError> {
    let acting = visitor.acting_at(cx, at(path).0.allowed());
    post(&acting, visitor, path, fields).await
}

/// The path of a door, with these values where its pattern has their names.
#[must_use]
pub fn filled(pattern: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(pattern.to_owned(), |path, (name, value)| {
        path.replace(&format!("{{{name}}}"), &paths::percent(value).replace('/', "%2F"))
    })
}

/// The door for this path, and what stands in its `{…}` pieces. A pattern that says more of the path comes first.
fn at(path: &str) -> (&'static Door, Vec<(String, String)>) {
    let fitting = Door::all().iter().filter_map(|door| Some((door, values(door.path(), path)?)));
    fitting.min_by_key(|(_, values)| values.len()).unwrap_or_else(|| panic!("no door at {path}"))
}

fn values(pattern: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (pieces, given): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    if pieces.len() != given.len() {
        return None;
    }
    let mut found = Vec::new();
    for (piece, value) in pieces.into_iter().zip(given) {
        match piece.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
            Some(name) => found.push((name.to_owned(), decoded(value))),
            None if piece == value => {}
            None => return None,
        }
    }
    Some(found)
}

/// As the router reads a piece of a path.
fn decoded(piece: &str) -> String {
    form_urlencoded::parse(piece.replace('+', "%2B").as_bytes())
        .map(|(name, _)| name.into_owned())
        .next()
        .unwrap_or_default()
}
