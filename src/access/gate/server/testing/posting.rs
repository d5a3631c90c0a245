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
    door.run(Call { cx: cx.clone(), visitor, params, page: "/".to_owned(), form, awake: false }).await
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

/// The door for this path, and what stands in its `{…}` pieces.
fn at(path: &str) -> (&'static Door, Vec<(String, String)>) {
    Door::at(path).unwrap_or_else(|| panic!("no door at {path}"))
}
