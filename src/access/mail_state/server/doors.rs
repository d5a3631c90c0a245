//! The button on the page of the firm's settings.

use super::send_test;
use crate::gate::{Call, Door, Reply};
use kernel::permission::Allowed;
use kernel::{AppError, paths};

/// The plain forms of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door { path: paths::FIRM_TEST_MAIL, allowed: Allowed::Admin, run: |call| Box::pin(test(call)) }]
}

async fn test(call: Call) -> Result<Reply, AppError> {
    call.visitor.admin()?;
    let who = call.visitor.signed_in()?;
    match send_test(&call.cx, &who.name, &who.email).await {
        Ok(notice) => Ok(Reply::notice(paths::FIRM, notice)),
        Err(error) => Ok(Reply::again(&call.cx, paths::FIRM, "test_mail", error, &[])),
    }
}
