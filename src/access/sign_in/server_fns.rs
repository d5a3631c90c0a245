//! The bridge to the pages of a sign-in.

use crate::sign_in::{CodeState, DemoUser, SignInState};
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(STATE = "/api/sign-in/state", Guest);

/// Whether the form is to be shown, or whoever asks is signed in already.
#[server(prefix = "/api", endpoint = "sign-in/state")]
pub async fn read_sign_in(next: Option<String>) -> Result<SignInState, AppError> {
    STATE.enter()?;
    Ok(super::server::sign_in_state(&crate::gate::visitor()?, next.as_deref()))
}

crate::rule!(CODE = "/api/sign-in/code-state", Guest);

/// What is known about the code that is awaited in this browser.
#[server(prefix = "/api", endpoint = "sign-in/code-state")]
pub async fn read_code() -> Result<CodeState, AppError> {
    let (cx, _guest) = CODE.enter()?;
    super::server::code_state(&cx, &crate::gate::visitor()?).await
}

crate::rule!(DEMO = "/api/sign-in/demo-users", DemoGuest);

/// Who can sign in to the demo firm.
#[server(prefix = "/api", endpoint = "sign-in/demo-users")]
pub async fn demo_users() -> Result<Vec<DemoUser>, AppError> {
    let (cx, _guest) = DEMO.enter()?;
    super::server::demo_users(&cx).await
}
