//! Commands on the server: who is let in, the typed fields, and what is answered.

use super::door::Registered;
use super::{Admitted, Call, Client, ClientOf, Cookie, Door, Form, Reply, Visitor, in_words};
use crate::gate::Done;
use futures::future::BoxFuture;
use kernel::permission::Allowed;
use kernel::{AppError, Outcome};
use platform::Cx;
use serde::Serialize;
use serde::de::DeserializeOwned;
use server_fn::ServerFn;
use std::any::Any;
use std::borrow::Cow;
use std::cell::RefCell;
use std::future::Future;
use std::sync::Arc;

/// A form has no more fields than that which may be missing from what is kept of it.
const MOST_MISSING: usize = 8;

/// A server function that is the handler of a form as well; declared by [`command!`](crate::command).
pub trait Command:
    ServerFn<Error = AppError, Output: Answer> + Clone + DeserializeOwned + Send + Sync + 'static
{
    /// Whoever is let in.
    type Who: Enters;

    /// Where a mistake is said.
    fn again(&self, cx: &Cx, error: &AppError) -> Again;

    /// Whoever acts, and their request, whose writes demand that they still are who they were. The first line of every command.
    ///
    /// # Errors
    /// `Internal` for a command that is called like a function.
    fn enter() -> Result<(Cx, Self::Who), AppError> {
        let found =
            ENTERED.try_with(|it| it.who.downcast_ref::<Self::Who>().map(|who| (it.cx.clone(), who.clone())));
        found.ok().flatten().ok_or_else(|| {
            AppError::Internal(platform::incident::log_text("gate", "a command outside of its form"))
        })
    }
}

/// Whoever a command lets in. What asks for a password first is in [`crate::step_up`], who holds a mailed link in its slice.
pub trait Enters: Clone + Send + Sync + 'static {
    /// The declaration, as `portico routes` lists it and the authorization matrix tries it.
    const ALLOWED: Allowed;

    /// Lets them in, or answers for the command.
    fn enter(call: Call, then: Then<Self>) -> BoxFuture<'static, Result<Reply, AppError>>;
}

type Run<W> = Box<dyn FnOnce(Call, W) -> BoxFuture<'static, Result<Reply, AppError>> + Send>;

/// What a command does with whoever is let in.
pub struct Then<W> {
    run: Run<W>,
    check: fn(&Call) -> Result<(), AppError>,
    refuse: fn(&Call, AppError) -> Result<Reply, AppError>,
}

impl<W> Then<W> {
    fn of<C: Command<Who = W>>() -> Self
    where
        W: Enters,
    {
        Self {
            run: Box::new(|call, who| Box::pin(run::<C>(call, who))),
            check: |call| typed::<C>(call).map(drop),
            refuse: refuse::<C>,
        }
    }

    /// # Errors
    /// As the command.
    pub async fn run(self, call: Call, who: W) -> Result<Reply, AppError> {
        (self.run)(call, who).await
    }

    /// Whether the command can be read from the form at all.
    ///
    /// # Errors
    /// `BadRequest`.
    pub fn check(&self, call: &Call) -> Result<(), AppError> {
        (self.check)(call)
    }

    /// Says on the command's page what is wrong with the form, before the command was run.
    ///
    /// # Errors
    /// What no form can mend.
    pub fn refuse(&self, call: &Call, error: AppError) -> Result<Reply, AppError> {
        (self.refuse)(call, error)
    }
}

impl<W: Admitted> Enters for W {
    const ALLOWED: Allowed = <W as Admitted>::ALLOWED;

    fn enter(call: Call, then: Then<Self>) -> BoxFuture<'static, Result<Reply, AppError>> {
        match W::admit(&call.cx, &call.visitor) {
            Ok(who) => Box::pin(then.run(call, who)),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        }
    }
}

/// The account is the `{account}` of the path.
impl Enters for ClientOf {
    const ALLOWED: Allowed = <Client as Admitted>::ALLOWED;

    fn enter(mut call: Call, then: Then<Self>) -> BoxFuture<'static, Result<Reply, AppError>> {
        Box::pin(async move {
            let (cx, client) = call.visitor.client_of(&call.cx, call.param("account")).await?;
            call.cx = cx;
            then.run(call, client).await
        })
    }
}

/// Where a mistake leads: the page and the form on it that say what is wrong, and what stays typed there.
pub struct Again {
    page: String,
    /// Another page, which asks first, and nothing is wrong.
    leads: bool,
    form: Cow<'static, str>,
    keep: &'static [&'static str],
    /// More of a value is not worth keeping, in characters.
    longest: usize,
    also: Vec<(&'static str, String)>,
    text: Option<String>,
}

impl Again {
    #[must_use]
    pub fn on(page: impl Into<String>, form: impl Into<Cow<'static, str>>) -> Self {
        Self {
            page: page.into(),
            leads: false,
            form: form.into(),
            keep: &[],
            longest: usize::MAX,
            also: Vec::new(),
            text: None,
        }
    }

    /// The form leads to a page that asks first, or for more; no mistake is said.
    #[must_use]
    pub fn leading_to(page: impl Into<String>) -> Self {
        Self { leads: true, ..Self::on(page, "") }
    }

    /// Fields whose values stay typed. Never a password or a code.
    #[must_use]
    pub const fn keeping(mut self, fields: &'static [&'static str]) -> Self {
        self.keep = fields;
        self
    }

    /// What stays typed is cut to so many characters.
    #[must_use]
    pub const fn cut_to(mut self, longest: usize) -> Self {
        self.longest = longest;
        self
    }

    /// One more value that the form has.
    #[must_use]
    pub fn with(mut self, field: &'static str, value: impl Into<String>) -> Self {
        self.also.push((field, value.into()));
        self
    }

    /// In these words, instead of the usual ones of the error.
    #[must_use]
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    fn reply(self, cx: &Cx, error: AppError, form: &Form) -> Reply {
        if self.leads {
            return Reply::To(self.page);
        }
        let mut outcome = match self.text {
            Some(text) => Outcome::problem(&self.form, text),
            None => Outcome::from_error(&self.form, &error, |error| in_words(cx.locale, error)),
        };
        let cut = |name: &str| form.get(name).chars().take(self.longest).collect::<String>();
        let kept = self.keep.iter().map(|name| (*name, cut(name)));
        let found = ENTERED.try_with(|it| it.kept.take()).unwrap_or_default();
        let kept = kept.chain(self.also).chain(found);
        outcome.values = kept.map(|(name, value)| (name.to_owned(), value)).collect();
        Reply::Again { page: self.page, outcome, error }
    }
}

impl<T> Done<T> {
    /// With these cookies.
    #[must_use]
    pub fn cookies(mut self, cookies: Vec<Cookie>) -> Self {
        self.cookies = cookies;
        self
    }

    /// The page is drawn at once with this, so that what was typed stays.
    #[must_use]
    pub fn shown(mut self, outcome: Outcome) -> Self {
        self.shown = Some(outcome);
        self
    }
}

impl Done {
    /// With what the awake control shows; read for nobody else.
    pub async fn value<T>(
        self,
        read: impl Future<Output = Result<T, AppError>> + Send,
    ) -> Result<Done<T>, AppError> {
        let awake = ENTERED.try_with(|it| it.awake).unwrap_or(true);
        let value = if awake { Some(read.await?) } else { None };
        let Self { to, notice, cookies, shown, .. } = self;
        Ok(Done { to, notice, value, cookies, shown })
    }
}

/// What a command answers, as the server sends it.
pub trait Answer {
    fn reply(self, awake: bool) -> Result<Reply, AppError>;
}

impl<T: Serialize> Answer for Done<T> {
    fn reply(self, awake: bool) -> Result<Reply, AppError> {
        if awake {
            let unwritten =
                |_| AppError::Internal(platform::incident::log_text("gate", "an answer is no JSON"));
            let json = serde_json::to_string(&self).map_err(unwritten)?;
            return Ok(Reply::Value { json, cookies: self.cookies });
        }
        Ok(match self.shown {
            Some(outcome) => Reply::Shown { page: self.to, outcome },
            None if self.cookies.is_empty() && self.notice.is_none() => Reply::To(self.to),
            None => Reply::With { to: self.to, cookies: self.cookies, notice: self.notice },
        })
    }
}

/// The request of a command that runs.
struct Entered {
    cx: Cx,
    visitor: Visitor,
    /// The page of ours that the form was sent from.
    page: String,
    form: Arc<Form>,
    awake: bool,
    who: Box<dyn Any + Send + Sync>,
    /// What stays typed beside what the command's [`Again`] names.
    kept: RefCell<Vec<(&'static str, String)>>,
}

tokio::task_local! {
    // Not the framework's context: what has a reactive owner must not live in a future that a visitor can drop.
    static ENTERED: Entered;
}

/// Whoever sends the form of the command that runs, whether or not it asks who they are.
#[must_use]
pub fn sender() -> Visitor {
    ENTERED.try_with(|it| it.visitor.clone()).unwrap_or_else(|_| Visitor::nobody())
}

/// Every field of the form of the command that runs, in order: for one that keeps what it does not know.
#[must_use]
pub fn sent_fields() -> Vec<(String, String)> {
    ENTERED.try_with(|it| it.form.0.clone()).unwrap_or_default()
}

/// The page that a form names in its field `back`; home, where that is none of ours.
#[must_use]
pub fn own_page(back: &str) -> String {
    platform::net::safe_path(back).unwrap_or_else(|| "/".to_owned())
}

/// The page of ours that the form of the command that runs was sent from.
#[must_use]
pub fn sent_from() -> String {
    ENTERED.try_with(|it| it.page.clone()).unwrap_or_else(|_| "/".to_owned())
}

/// Keeps a value in the form, should the command that runs end in a mistake: for what only its act can judge. Never a password
/// or a code.
pub fn keep(field: &'static str, value: impl Into<String>) {
    // A command that is called in a test has no form to keep it in.
    let _ = ENTERED.try_with(|it| it.kept.borrow_mut().push((field, value.into())));
}

impl Registered {
    /// For the registry, which `command!` fills.
    #[must_use]
    pub const fn of<C: Command>() -> Self {
        Self(|| Door::of::<C>())
    }
}

impl Door {
    fn of<C: Command>() -> Self {
        Self::running(C::PATH, C::Who::ALLOWED, |call| C::Who::enter(call, Then::of::<C>()), named::<C>)
    }
}

async fn run<C: Command>(call: Call, who: C::Who) -> Result<Reply, AppError> {
    let command: C = typed(&call)?;
    let form = Arc::new(call.form);
    let entered = Entered {
        cx: call.cx.clone(),
        visitor: call.visitor,
        page: call.page,
        form: form.clone(),
        awake: call.awake,
        who: Box::new(who),
        kept: RefCell::default(),
    };
    let (cx, awake, declared) = (call.cx, call.awake, command.clone());
    let answering = async move {
        match command.run_body().await {
            Ok(done) => done.reply(awake),
            Err(error) => said(&declared, &cx, &form, awake, error),
        }
    };
    ENTERED.scope(entered, answering).await
}

fn refuse<C: Command>(call: &Call, error: AppError) -> Result<Reply, AppError> {
    said(&typed::<C>(call)?, &call.cx, &call.form, call.awake, error)
}

fn said<C: Command>(
    command: &C,
    cx: &Cx,
    form: &Form,
    awake: bool,
    error: AppError,
) -> Result<Reply, AppError> {
    if awake || !is_mistake(&error) {
        return Err(error);
    }
    Ok(command.again(cx, &error).reply(cx, error, form))
}

/// Whether a form can mend this: everything else is an error of its own.
const fn is_mistake(error: &AppError) -> bool {
    !matches!(
        error,
        AppError::NotFound
            | AppError::NotAllowed
            | AppError::NotSignedIn
            | AppError::ProofNeeded
            | AppError::Internal(_)
    )
}

/// The command's fields: those of the path, and those of the form that the path does not have.
///
/// # Errors
/// `BadRequest` for a field that is missing, comes twice, or is not of its type: nobody's browser sends that.
fn typed<C: DeserializeOwned>(call: &Call) -> Result<C, AppError> {
    read(call, &[]).map_err(|_| AppError::BadRequest)
}

fn read<C: DeserializeOwned>(call: &Call, more: &[(String, String)]) -> Result<C, serde::de::value::Error> {
    let named = |name: &str| call.params.iter().any(|(known, _)| known == name);
    let of_form = call.form.0.iter().filter(|(name, _)| !named(name));
    let mut encoded = form_urlencoded::Serializer::new(String::new());
    encoded.extend_pairs(call.params.iter().chain(of_form).chain(more));
    serde_html_form::from_str(&encoded.finish())
}

/// The name of the form on its page. What is kept of a form lacks its passwords and codes, so fields that are missing count as
/// empty; serde says which those are in its error.
fn named<C: Command>(call: &Call) -> Option<String> {
    let mut missing: Vec<(String, String)> = Vec::new();
    let command: C = loop {
        match read(call, &missing) {
            Ok(command) => break command,
            Err(error) if missing.len() < MOST_MISSING => {
                let said = error.to_string();
                let name = said.split_once("missing field `")?.1.split('`').next()?;
                missing.push((name.to_owned(), String::new()));
            }
            Err(_) => return None,
        }
    };
    let again = command.again(&call.cx, &AppError::Busy);
    (!again.leads).then(|| again.form.into_owned())
}
