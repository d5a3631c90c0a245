//! A command's form handler, its door: what is posted, and what is answered.
//!
//! Commands register theirs; the server mounts each as `POST`, checks the declaration before anything runs, and either redirects
//! or shows the page again with what was typed, or answers the value to a control that is awake.

use super::Visitor;
use crate::gate::rules::{BROWSER_LIFE, CHOICE_LIFE, DEVICE_LIFE};
use futures::future::BoxFuture;
use kernel::permission::Allowed;
use kernel::{AppError, Locale, Outcome, Ts};
use platform::Cx;
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

/// Fields of a posted form, in order.
#[derive(Clone, Debug, Default)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// The field's first value, or nothing typed.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Whether a box was ticked or a button of that name pressed.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
}

/// A cookie to set; `value` of `None` removes it. Always `HttpOnly`, `SameSite=Lax`, `Path=/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    pub name: Cow<'static, str>,
    pub value: Option<String>,
    /// Seconds; `None` until the browser closes.
    pub max_age: Option<i64>,
}

impl Cookie {
    /// The session's cookie (SEC-31); the server adds `__Host-` and `Secure` on https.
    pub const SESSION: &'static str = "sid";

    /// The browser's, which outlives sessions and opens nothing (SEC-8).
    pub const BROWSER: &'static str = "browser";

    #[must_use]
    pub fn browser(token: &str) -> Self {
        let age = BROWSER_LIFE / Ts::SECOND;
        Self { name: Self::BROWSER.into(), value: Some(token.to_owned()), max_age: Some(age) }
    }

    /// Names the people who trust this browser, for as long as that may be (SEC-27).
    pub const DEVICE: &'static str = "device";

    #[must_use]
    pub fn device(tokens: &str) -> Self {
        let age = DEVICE_LIFE / Ts::SECOND;
        Self { name: Self::DEVICE.into(), value: Some(tokens.to_owned()), max_age: Some(age) }
    }

    /// What was chosen in this browser: its language, and the appearance of pages.
    pub const LANGUAGE: &'static str = "lang";
    pub const THEME: &'static str = "theme";

    /// The language that was chosen in this browser. It wins over the one kept with the person.
    #[must_use]
    pub fn language(locale: Locale) -> Self {
        let age = CHOICE_LIFE / Ts::SECOND;
        Self { name: Self::LANGUAGE.into(), value: Some(locale.tag().to_owned()), max_age: Some(age) }
    }

    #[must_use]
    pub fn session(token: &str) -> Self {
        Self { name: Self::SESSION.into(), value: Some(token.to_owned()), max_age: None }
    }

    #[must_use]
    pub fn gone(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), value: None, max_age: Some(0) }
    }
}

/// One post to a door.
#[derive(Clone)]
pub struct Call {
    pub cx: Cx,
    pub visitor: Visitor,
    /// Values of the `{…}` pieces of the path.
    pub params: Vec<(String, String)>,
    /// The page of ours that the form was sent from.
    pub page: String,
    pub form: Form,
    /// Sent by a control of a page that is awake, which wants the value.
    pub awake: bool,
}

impl Call {
    #[must_use]
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

/// What a door answers.
pub enum Reply {
    /// Go there (303), a path of ours.
    To(String),
    /// Go there, with cookies and perhaps a notice to show once.
    With { to: String, cookies: Vec<Cookie>, notice: Option<String> },
    /// Show the page at this path again, with what is wrong.
    Again { page: String, outcome: Outcome, error: AppError },
    /// Show the page at this path with good news, and what was typed kept.
    Shown { page: String, outcome: Outcome },
    /// Ask for the password first, with what is wrong about the one that was typed; nothing was done (SEC-29).
    Confirm { page: Confirm, outcome: Outcome, error: Option<AppError> },
    /// What a command answers its awake control.
    Value { json: String, cookies: Vec<Cookie> },
    /// Answer as this person, whose session goes on under another cookie.
    As { visitor: Visitor, cookies: Vec<Cookie>, then: Box<Result<Reply, AppError>> },
}

/// The page that asks for the password and then posts the form once more.
#[derive(Clone, Debug, Default)]
pub struct Confirm {
    /// Where the form was posted to; filled in by the server.
    pub action: String,
    /// The page to go back to, if it is known.
    pub back: Option<String>,
    /// Whose password is asked for.
    pub email: String,
    /// The fields of the form, as they came.
    pub fields: Vec<(String, String)>,
}

impl Reply {
    #[must_use]
    pub fn to(path: impl Into<String>) -> Self {
        Reply::To(path.into())
    }

    /// Shows the page again; `form` is the name of the form on it.
    #[must_use]
    pub fn again(
        cx: &Cx,
        page: impl Into<String>,
        form: &str,
        error: AppError,
        keep: &[(&str, &str)],
    ) -> Self {
        let outcome = Outcome::from_error(form, &error, |e| super::in_words(cx.locale, e)).keeping(keep);
        Reply::Again { page: page.into(), outcome, error }
    }
}

/// A command's form handler, for the registry that [`command!`](crate::command) fills.
pub struct Registered(pub(super) fn() -> Door);

inventory::collect!(Registered);

type Run = dyn Fn(Call) -> BoxFuture<'static, Result<Reply, AppError>> + Send + Sync;
type Named = fn(&Call) -> Option<String>;

/// A form's address, who may post to it, and what then happens.
#[derive(Clone)]
pub struct Door {
    path: &'static str,
    allowed: Allowed,
    run: Arc<Run>,
    named: Named,
}

impl Door {
    /// A door whose act decides itself who is let in.
    pub(super) fn running(
        path: &'static str,
        allowed: Allowed,
        run: impl Fn(Call) -> BoxFuture<'static, Result<Reply, AppError>> + Send + Sync + 'static,
        named: Named,
    ) -> Self {
        Self { path, allowed, run: Arc::new(run), named }
    }

    /// All that are linked into this binary, by their paths.
    #[must_use]
    pub fn all() -> &'static [Door] {
        static ALL: LazyLock<Vec<Door>> = LazyLock::new(|| {
            let mut all: Vec<Door> = inventory::iter::<Registered>.into_iter().map(|it| (it.0)()).collect();
            all.sort_by_key(Door::path);
            all
        });
        &ALL
    }

    /// The door at this path, and the values of its `{…}` pieces. A fixed piece wins over a named one.
    #[must_use]
    pub fn at(path: &str) -> Option<(&'static Door, Vec<(String, String)>)> {
        let here = Self::all().iter().filter_map(|door| Some((door, values(door.path, path)?)));
        here.min_by_key(|(_, values)| values.len())
    }

    /// The name that the form with these fields has on its page; nothing where no command of ours takes it.
    #[must_use]
    pub fn form_at(cx: &Cx, path: &str, fields: &[(String, String)]) -> Option<String> {
        let (door, params) = Self::at(path)?;
        (door.named)(&Call {
            cx: cx.clone(),
            visitor: Visitor::nobody(),
            params,
            page: String::new(),
            form: Form(fields.to_vec()),
            awake: false,
        })
    }

    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The declaration.
    #[must_use]
    pub const fn allowed(&self) -> Allowed {
        self.allowed
    }

    /// # Errors
    /// As declared, and as the act.
    pub async fn run(&self, call: Call) -> Result<Reply, AppError> {
        (self.run)(call).await
    }
}

/// What stands in the `{…}` pieces of a pattern, if this path fits it.
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
