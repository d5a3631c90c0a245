//! Commands: one declaration for a plain form and for the control of a page that is awake.
//!
//! A command is a server function whose address is its form's (`app/accounts/{code}/team`), with typed fields. The form is
//! answered by a redirect (303) or by its page once more, with what is wrong (422); the awake control asks for JSON at the same
//! address and gets the value. Who may use it is said beside it, by [`command!`](crate::command).

use kernel::AppError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use server_fn::Protocol;
use server_fn::client::Client;
use server_fn::error::FromServerFnError;
use server_fn::request::ClientReq;
use server_fn::response::ClientRes;
use server_fn::server::Server;

#[cfg(not(target_arch = "wasm32"))]
use super::Cookie;

/// How forms are encoded, and what an awake control asks for.
const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// What a command answers when it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done<T = ()> {
    /// Where the plain form leads, a path of ours.
    pub to: String,
    /// Good news to show once, in the reader's language.
    pub notice: Option<String>,
    /// What the awake control shows; a plain form has no use for it.
    pub value: Option<T>,
    /// Cookies to set.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip)]
    pub(super) cookies: Vec<Cookie>,
    /// The page at `to` is drawn at once with this, and no redirect: what was typed stays there.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip)]
    pub(super) shown: Option<kernel::Outcome>,
}

impl<T> Done<T> {
    /// The plain form leads there.
    #[must_use]
    pub fn at(to: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            notice: None,
            value: None,
            #[cfg(not(target_arch = "wasm32"))]
            cookies: Vec::new(),
            #[cfg(not(target_arch = "wasm32"))]
            shown: None,
        }
    }

    /// What the awake control shows.
    ///
    /// # Errors
    /// `Unreadable` for an answer without it.
    pub fn into_value(self) -> Result<T, AppError> {
        self.value.ok_or(AppError::Unreadable)
    }

    /// With good news.
    #[must_use]
    pub fn notice(mut self, notice: impl Into<String>) -> Self {
        self.notice = Some(notice.into());
        self
    }
}

/// The protocol of commands: `#[server(protocol = ByForm, prefix = "", endpoint = "app/…/{code}/…")]`.
pub struct ByForm;

impl<Input, Output, C, S> Protocol<Input, Output, C, S, AppError> for ByForm
where
    Input: Serialize + Send,
    Output: DeserializeOwned + Send,
    C: Client<AppError>,
    S: Server<AppError>,
{
    const METHOD: http::Method = http::Method::POST;

    /// Never reached: a command is answered at its own address by the server's form handler, which knows pages.
    async fn run_server<F, Fut>(_: S::Request, _: F) -> Result<S::Response, AppError>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Output, AppError>> + Send,
    {
        Err(AppError::NotFound)
    }

    async fn run_client(path: &str, input: Input) -> Result<Output, AppError> {
        let fields = serde_qs::to_string(&input).map_err(|_| AppError::BadRequest)?;
        let answer = ask::<C>(path, fields).await?;
        serde_json::from_slice(answer.as_ref()).map_err(|_| AppError::Unreadable)
    }
}

/// Nothing here depends on the command, so that a client has it once.
async fn ask<C: Client<AppError>>(pattern: &str, fields: String) -> Result<impl AsRef<[u8]>, AppError> {
    let (path, body) = addressed(pattern, &fields);
    let request = C::Request::try_new_post(&path, FORM, JSON, body)?;
    let answer = C::send(request).await?;
    let status = answer.status();
    let bytes = answer.try_into_bytes().await?;
    if (400..=599).contains(&status) { Err(AppError::de(bytes)) } else { Ok(bytes) }
}

/// The address with its braces filled, and the fields that are left for the body.
fn addressed(pattern: &str, fields: &str) -> (String, String) {
    let (mut path, mut body) = (pattern.to_owned(), Vec::new());
    for pair in fields.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let piece = format!("{{{name}}}");
        if path.contains(&piece) {
            // A plus is a space in a form only.
            path = path.replace(&piece, &value.replace('+', "%20"));
        } else {
            body.push(pair);
        }
    }
    (path, body.join("&"))
}

/// Declares a command beside its function: who may use it, by the gate's type of whoever it lets in; and on which form of
/// which page a mistake is said. `keep` names the fields whose values stay typed there.
///
/// ```ignore
/// access::command!(AssignTeammate: Proven<May<AssignTeammates>>, "team" on |it| paths::account_team(&it.code), keep ["member"]);
///
/// #[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/team")]
/// pub async fn assign_teammate(code: String, member: String, on: bool) -> Result<Done, AppError> {
///     let (cx, staff) = AssignTeammate::enter()?;
///     …
/// }
/// ```
///
/// Where a mistake is said elsewhere, or in other words, in some cases: `again |it, cx, error| …`, which answers an
/// [`Again`](crate::gate::Again).
#[macro_export]
macro_rules! command {
    ($command:ty: $who:ty, $form:literal on |$it:ident| $page:expr $(, keep [$($kept:literal),* $(,)?])? $(,)?) => {
        $crate::command!($command: $who, again |$it, _cx, _error| {
            $crate::gate::Again::on($page, $form) $(.keeping(&[$($kept),*]))?
        });
    };
    ($command:ty: $who:ty, again |$it:ident, $cx:ident, $error:ident| $again:expr $(,)?) => {
        #[cfg(not(target_arch = "wasm32"))]
        impl $crate::gate::Command for $command {
            type Who = $who;

            fn again(&self, $cx: &::platform::Cx, $error: &::kernel::AppError) -> $crate::gate::Again {
                let $it = self;
                $again
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        ::inventory::submit! { $crate::gate::Registered::of::<$command>() }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_awake_control_asks_at_the_address_of_the_form() {
        let (path, body) = addressed("/app/{code}/team/{member}", "code=M%2F1+a&on=true&member=x&text=a+b");
        assert_eq!((path.as_str(), body.as_str()), ("/app/M%2F1%20a/team/x", "on=true&text=a+b"));
        assert_eq!(addressed("/a", ""), ("/a".to_owned(), String::new()));
    }
}
