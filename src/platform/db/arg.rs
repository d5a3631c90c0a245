//! Values of statements.

use kernel::{
    AccountId, BrowserId, ChangeId, ContactId, EmailId, EventId, FirmId, InvitationId, MailId, ResetId,
    SessionId,
};
use kernel::{SettingId, Ts, UserId};
use uuid::Uuid;

/// A value bound to `$n`. `None` is NULL of that type, which PostgreSQL wants to know.
#[derive(Clone, Debug)]
pub enum Arg {
    Int(Option<i64>),
    Text(Option<String>),
    Bool(Option<bool>),
    Id(Option<Uuid>),
    Bytes(Option<Vec<u8>>),
}

macro_rules! arg_from {
    ($($type:ty => $variant:ident by $convert:expr;)+) => {$(
        impl From<$type> for Arg {
            fn from(value: $type) -> Self {
                Arg::$variant(Some(($convert)(value)))
            }
        }
        impl From<Option<$type>> for Arg {
            fn from(value: Option<$type>) -> Self {
                Arg::$variant(value.map($convert))
            }
        }
    )+};
}
arg_from! {
    i64 => Int by |v| v;
    Ts => Int by |v: Ts| v.0;
    String => Text by |v| v;
    &str => Text by |v: &str| v.to_owned();
    &String => Text by |v: &String| v.clone();
    bool => Bool by |v| v;
    Uuid => Id by |v| v;
    Vec<u8> => Bytes by |v| v;
    [u8; 32] => Bytes by |v: [u8; 32]| v.to_vec();
    FirmId => Id by |v: FirmId| v.0;
    UserId => Id by |v: UserId| v.0;
    AccountId => Id by |v: AccountId| v.0;
    BrowserId => Id by |v: BrowserId| v.0;
    ContactId => Id by |v: ContactId| v.0;
    EmailId => Id by |v: EmailId| v.0;
    SettingId => Id by |v: SettingId| v.0;
    InvitationId => Id by |v: InvitationId| v.0;
    ResetId => Id by |v: ResetId| v.0;
    ChangeId => Id by |v: ChangeId| v.0;
    SessionId => Id by |v: SessionId| v.0;
    EventId => Id by |v: EventId| v.0;
    MailId => Id by |v: MailId| v.0;
}
