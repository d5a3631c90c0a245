//! The button on the page of the firm's settings.

use super::send_test;
use crate::gate::{Call, Door, May, Reply, right::Administer};
use kernel::{AppError, paths};

/// The plain forms of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new(paths::FIRM_TEST_MAIL, test)]
}

async fn test(call: Call, staff: May<Administer>) -> Result<Reply, AppError> {
    match send_test(&call.cx, staff.name(), staff.who().email()).await {
        Ok(notice) => Ok(Reply::notice(paths::FIRM, notice)),
        Err(error) => Ok(Reply::again(&call.cx, paths::FIRM, "test_mail", error, &[])),
    }
}
