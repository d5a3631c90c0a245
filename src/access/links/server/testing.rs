//! For tests: a browser that opened a link.

use super::by_link::ByLink;
use super::kind::{Kind, LinkKind};
use super::making::draw;
use crate::gate::{Reply, Visitor, testing};
use kernel::AppError;
use platform::keys::token_hash;
use platform::request::HeldLink;
use platform::secret::Secret;
use platform::{Cx, sql};
use sqlx::types::Uuid;

/// The request of a browser whose cookies hold these, the newest last.
#[must_use]
pub fn holding(cx: &Cx, links: &[(LinkKind, &str)]) -> Cx {
    let mut cx = cx.clone();
    let held = links.iter().zip(1..).map(|((kind, token), opened)| HeldLink {
        kind: kind.cookie,
        name: name(token),
        opened,
        token: Secret::new((*token).to_owned()),
    });
    cx.links = held.collect();
    cx
}

/// What the form on a link's page carries.
#[must_use]
pub fn name(token: &str) -> String {
    super::names::name(token)
}

/// The link with this token, as if a browser had opened it.
///
/// # Errors
/// `NotFound` for a link we never made, `TooMany` after thirty of those from one place.
pub async fn by<K: Kind>(cx: &Cx, token: &str) -> Result<ByLink<K>, AppError> {
    ByLink::of_token(cx, token).await
}

/// Gives a stored link another token, for what was mailed cannot be read back.
///
/// # Errors
/// When the database does not answer.
pub async fn rehash(cx: &Cx, link: Uuid) -> Result<String, AppError> {
    let (token, firm) = (draw(cx).token().to_owned(), cx.firm.id);
    let hash = token_hash(&token);
    cx.write(move |tx| {
        Box::pin(async move {
            sql!("UPDATE link SET token_hash = $3 WHERE firm_id = $1 AND id = $2", firm, link, hash)
                .run(tx)
                .await?;
            Ok(())
        })
    })
    .await?;
    Ok(token)
}

/// A form of the page of this link, posted by the browser that drew it.
///
/// # Errors
/// As the command.
pub async fn post(
    cx: &Cx,
    visitor: Visitor,
    path: &str,
    (kind, token): (LinkKind, &str),
    form: &[(&str, &str)],
) -> Result<Reply, AppError> {
    let name = name(token);
    let form = [form, &[("link", name.as_str())]].concat();
    testing::post(&holding(cx, &[(kind, token)]), visitor, path, &form).await
}
