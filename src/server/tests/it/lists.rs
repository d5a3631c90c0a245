//! The lists of accounts and contacts as a browser gets them: each row once, in words, and what wakes it up without them.

use crate::cast::stage;
use crate::site::{Ask, TestSite};
use platform::testing::On;

/// What goes along with a page for its scripts, beside what it shows.
fn for_scripts(body: &str) -> String {
    let scripts = body.split("<script").skip(1);
    scripts.filter_map(|rest| rest.split("</script>").next()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_says_its_rows_once() {
    for on in [On::Sqlite, On::Postgres] {
        let Some(site) = TestSite::new(on).await else { continue };
        let stage = stage(&site).await;
        let chief =
            stage.actors.iter().find(|actor| actor.name == "owner").and_then(|it| it.token.as_deref());
        for (path, words, outline) in [
            ("/app/accounts", &["Acme Ltd", "Bolt"][..], "A1"),
            ("/app/contacts", &["Anna Acme", "anna@acme.example", "Acme Ltd"][..], "addresses"),
        ] {
            let page = site.ask(Ask::get(path).by(chief.expect("the owner is signed in"))).await;
            let scripts = for_scripts(&page.body);
            for word in words {
                assert!(page.body.contains(word), "{path} shows {word}");
                assert!(!scripts.contains(word), "{path} sends {word} a second time");
            }
            assert!(scripts.contains(outline), "{path}: what wakes the page up goes along");
        }
    }
}
