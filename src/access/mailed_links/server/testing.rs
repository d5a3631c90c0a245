//! For tests: a browser that opened a mailed link.

use super::MailedLink;
use crate::gate::{Door, Reply, Visitor, testing};
use kernel::AppError;
use platform::Cx;

/// The request of a browser whose cookie holds this.
#[must_use]
pub fn holding(cx: &Cx, link: MailedLink, token: &str) -> Cx {
    let mut cx = cx.clone();
    cx.links = [(link.cookie, token.to_owned())].into_iter().collect();
    cx
}

/// What the form on a link's page carries.
#[must_use]
pub fn name(token: &str) -> String {
    super::kind::name(token)
}

/// A form of the page of this link, posted by the browser that drew it.
///
/// # Errors
/// As the door.
pub async fn post(
    cx: &Cx,
    visitor: Visitor,
    doors: Vec<Door>,
    path: &str,
    (link, token): (MailedLink, &str),
    form: &[(&str, &str)],
) -> Result<Reply, AppError> {
    let name = name(token);
    let form = [form, &[("link", name.as_str())]].concat();
    testing::post(&holding(cx, link, token), visitor, doors, path, &form).await
}
