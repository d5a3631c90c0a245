//! For tests: a browser that opened a mailed link.

use super::MailedLink;
use crate::gate::{Call, Door, Form, Reply, Visitor};
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
#[must_use]
pub fn call(cx: &Cx, visitor: Visitor, (link, token): (MailedLink, &str), form: &[(&str, &str)]) -> Call {
    let name = name(token);
    let fields = [form, &[("link", name.as_str())]].concat();
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Call { cx: holding(cx, link, token), visitor, params: Vec::new(), form: Form(fields) }
}

/// As [`call`], to one of these doors.
///
/// # Errors
/// As the door.
pub async fn post(doors: Vec<Door>, path: &str, call: Call) -> Result<Reply, AppError> {
    let door = doors.into_iter().find(|door| door.path() == path).expect("a door");
    door.run(call).await
}
