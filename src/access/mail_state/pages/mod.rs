//! The banner about mail that does not go, and the card with the test mail.

mod mail_banner;
mod test_mail_card;

pub use mail_banner::MailBanner;
pub use test_mail_card::TestMailCard;
