//! What follows once a session was begun or renewed, and is committed.

use kernel::AppError;

/// Does what must not take the answer away: its cookie has the only copy of the session's token, so that an error here would
/// answer a done act as one that failed, and leave a live session that nobody holds. What fails is logged as `what`.
pub async fn afterwards<T>(
    what: &'static str,
    following: impl Future<Output = Result<T, AppError>>,
) -> Option<T> {
    following.await.inspect_err(|error| tracing::warn!(%error, "{what}")).ok()
}
