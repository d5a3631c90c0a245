//! What tests of passwords share.

use super::requests::forgot;
use crate::gate::RightPassword;
use crate::sessions::cast::newest_token;
use kernel::{AppError, UserId};
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

pub(super) async fn knows(cx: &Cx, user: UserId, password: &str) -> bool {
    RightPassword::compare(cx, Some(user), password, AppError::NotFound).await.unwrap().is_some()
}
