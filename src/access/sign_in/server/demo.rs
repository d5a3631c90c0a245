//! Who can sign in to the demo firm, as it is at this moment.

use super::demo_store::{self as store, DemoRow};
use crate::sign_in::DemoUser;
use kernel::{AppError, Role};
use platform::Cx;

/// Addresses that one question about accounts takes.
const AT_ONCE: usize = 8;

/// The team and some clients, and what each will see.
pub async fn demo_users(cx: &Cx) -> Result<Vec<DemoUser>, AppError> {
    let mut conn = cx.db.read().await?;
    let mut users = store::team(&mut conn, cx.firm.id).await?;
    users.extend(store::clients(&mut conn, cx.firm.id).await?);
    let mut accounts = Vec::new();
    for some in users.chunks(AT_ONCE) {
        let addresses: Vec<&str> = some.iter().map(|user| user.email_norm.as_str()).collect();
        accounts.extend(store::open_accounts(&mut conn, cx.firm.id, &addresses).await?);
    }
    let of = |norm: &str| accounts.iter().filter(|(n, _)| n == norm).map(|(_, name)| name.clone()).collect();
    Ok(users
        .into_iter()
        .map(|user| DemoUser {
            own_password: has_own_password(&user),
            accounts: of(&user.email_norm),
            role: user.role.as_deref().and_then(Role::from_key),
            email: user.email,
            name: user.name,
        })
        .collect())
}

/// The demo gives everybody a password that is older than their row, whose id says when it was made; whoever joined or
/// chose another has a newer one.
fn has_own_password(user: &DemoRow) -> bool {
    let made = i64::try_from(user.id.0.as_u128() >> 80).unwrap_or(0).saturating_mul(1000);
    user.password_changed_at.is_some_and(|at| at.0 >= made)
}
