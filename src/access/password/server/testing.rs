//! What tests of passwords share.

use super::requests::forgot;
use super::resets::{self, Landing};
use crate::gate::RightPassword;
use crate::links::testing::by;
use crate::password::ResetState;
use crate::sessions::fixtures::newest_token;
use kernel::{AppError, SessionId, UserId};
use platform::Cx;
use platform::testing::TestPlatform;
use platform::work::run_due;

pub(super) const ANNA: &str = "anna@mueller.example";
pub(super) const NEW: &str = "Neun Kraniche im Nebel";

/// The token in Anna's mailbox after she asked for a reset.
pub(super) async fn asked(t: &TestPlatform) -> String {
    forgot(&t.cx(), ANNA).await.unwrap();
    assert_eq!(run_due(&t.platform).await.unwrap(), 1);
    newest_token(t, ANNA).await
}

/// What the page of the link with this token shows.
pub(super) async fn reset_state(cx: &Cx, token: &str) -> Result<ResetState, AppError> {
    resets::reset_state(cx, &by(cx, token).await?).await
}

pub(super) async fn use_reset(
    cx: &Cx,
    token: &str,
    password: &str,
    replaced: Option<(UserId, SessionId)>,
) -> Result<Landing, AppError> {
    resets::use_reset(cx, &by(cx, token).await?, password, replaced).await
}

pub(super) async fn knows(cx: &Cx, user: UserId, password: &str) -> bool {
    RightPassword::compare(cx, Some(user), password, AppError::NotFound).await.unwrap().is_some()
}
