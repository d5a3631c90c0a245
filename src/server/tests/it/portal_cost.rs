//! What a page of the portal asks the database: whose session it is with all that is open to them, and what the page shows.

use crate::fixtures;
use crate::site::{Ask, TestSite};
use http::StatusCode;

/// Statements that a page may cost, the session's among them.
const MOST: u64 = 3;

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_the_portal_costs_at_most_three_statements() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let (client, owner) = (stage.token("client of A"), stage.token("owner"));
    let cost = async |path: &str, token: &str| {
        let before = site.t.platform.db.statements();
        let page = site.ask(Ask::get(path).by(token)).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        site.t.platform.db.statements() - before
    };
    // The firm behind the host is remembered from here on.
    cost("/portal/A1", client).await;
    for page in ["", "/settings/notifications", "/settings/profile", "/settings/security", "/settings/people"]
    {
        let path = format!("/portal/A1{page}");
        let statements = cost(&path, client).await;
        assert!(statements <= MOST, "{path}: {statements} statements");
    }
    // Whether mail goes is said on every page of the owner's, and costs none.
    assert_eq!(cost("/app/settings/profile", owner).await, 2);
}
