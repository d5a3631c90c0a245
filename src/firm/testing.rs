//! How tests of this area tell a story.

use access::gate::{May, Proven, Reply, Staff, right::ManageFirm, testing};
use kernel::{AppError, Right, Role};
use platform::Cx;
use platform::firm_profile::FirmProfile;
use platform::sql;

/// The owner, Eva Weber.
pub(crate) async fn eva(cx: &Cx) -> Proven<May<ManageFirm>> {
    testing::proven(&testing::may(&testing::staff(cx, Role::Owner, &[]).await))
}

/// An employee who may do everything but this.
pub(crate) async fn tom(cx: &Cx) -> Staff {
    let rights = [Right::ViewAllAccounts, Right::ManageAccounts, Right::ManageClientSecurity];
    testing::staff_named(cx, "tom@weber.example", "Tom", Role::Employee, &rights).await
}

/// What the command at this address answers this person, who fills nothing in.
pub(crate) async fn posted(cx: &Cx, staff: &Staff, path: &str) -> Result<Reply, AppError> {
    testing::post(cx, testing::as_visitor(staff.who()), path, &[]).await
}

/// The firm as its next visitor meets it.
pub(crate) async fn firm(cx: &Cx) -> FirmProfile {
    let found = cx.firms.by_host(&cx.db, &cx.config, &cx.firm.host, cx.now()).await;
    (*found.expect("the database answers").expect("a firm")).clone()
}

/// How often this was recorded, and how often colleagues and other nodes were told.
pub(crate) async fn told(cx: &Cx, event: &str) -> (i64, i64) {
    let mut conn = cx.db.read().await.expect("the database answers");
    let (recorded,): (i64,) =
        sql!("SELECT COUNT(*) FROM audit_event WHERE firm_id = $1 AND event = $2", cx.firm.id, event)
            .one(&mut conn)
            .await
            .expect("a count");
    let (news,): (i64,) = sql!(
        "SELECT COUNT(*) FROM event WHERE firm_id = $1 AND scope = 'firm' AND kind = $2",
        cx.firm.id,
        event
    )
    .one(&mut conn)
    .await
    .expect("a count");
    (recorded, news)
}
