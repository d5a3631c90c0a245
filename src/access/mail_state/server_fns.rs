//! The button on the page of the firm's settings.

use crate::gate::prelude::*;

crate::command!(TestMail: May<Administer>, "test_mail" on |_it| paths::FIRM);

/// Mails whoever asks at once, and says what the mail server said.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/test-mail")]
pub async fn test_mail() -> Result<Done, AppError> {
    let (cx, staff) = TestMail::enter()?;
    let said = super::server::send_test(&cx, staff.name(), staff.who().email()).await?;
    Ok(Done::at(paths::FIRM).notice(said))
}
