//! Rights are types: an act takes a `May`, which the gate alone makes. None asks for a right by hand and refuses whoever
//! lacks it; for that is what the next act forgets. To ask what is to be shown is another thing.

use super::{check, is_test};
use std::path::Path;

const AREAS: [&str; 4] = ["access/", "clients/", "firm/", "app/"];

/// Where commands and server functions stand.
const BRIDGES: [&str; 2] = ["/server_fns.rs", "/commands.rs"];

/// How somebody of the staff is asked what they may.
const ASKED: [&str; 3] = ["may(Right::", "is_admin()", "Role::Owner"];

/// In so many lines from the question on a refusal is its answer.
const ANSWERED: usize = 4;

/// The line in which an act asks for a right and refuses.
fn asked_by_hand(path: &Path, text: &str) -> Option<String> {
    let shown = path.to_string_lossy();
    let acts = shown.contains("/server/") || BRIDGES.iter().any(|file| shown.ends_with(file));
    let ours = AREAS.iter().any(|area| shown.starts_with(area)) && !shown.starts_with("access/gate/");
    if !acts || !ours || is_test(path) {
        return None;
    }
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines: Vec<&str> = code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let refused =
        |from: usize| lines.iter().skip(from).take(ANSWERED).any(|line| line.contains("NotAllowed"));
    let found =
        (0..lines.len()).find(|at| ASKED.iter().any(|word| lines[*at].contains(word)) && refused(*at));
    found.map(|at| format!("line {} asks for a right by hand; take a May", at + 1))
}

#[test]
fn whoever_acts_is_a_type() {
    check("no act checks a right, it takes whoever holds it", asked_by_hand);
}

#[test]
fn planted_faults_are_found() {
    let act = Path::new("clients/accounts/server/actions.rs");
    let planted = [
        "if !staff.may(Right::ManageAccounts) {\n    return Err(AppError::NotAllowed);\n}",
        "if staff.may(Right::ManageFirm) { Ok(()) } else { Err(AppError::NotAllowed) }",
        "if !staff.role().is_admin() {\n    // Employees.\n    return Err(NotAllowed);\n}",
        "match staff.role() {\n    Role::Owner => act().await,\n    _ => Err(AppError::NotAllowed),\n}",
    ];
    for text in planted {
        assert!(asked_by_hand(act, text).is_some(), "{text}");
        for elsewhere in ["access/gate/server/may.rs", "clients/accounts/pages/new.rs", "server/http/live.rs"]
        {
            assert_eq!(asked_by_hand(Path::new(elsewhere), text), None, "{elsewhere}");
        }
    }
    let asks = "let all = staff.may(Right::ViewAllAccounts);\nlet rows = store::rows(all).await?;\n";
    assert_eq!(asked_by_hand(act, asks), None, "asks what is to be shown");
    let said = "let all = staff.may(Right::ViewAllAccounts);\n// Never NotAllowed.\n";
    assert_eq!(asked_by_hand(act, said), None, "a comment refuses nobody");
}
