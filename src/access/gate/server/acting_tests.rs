//! The visitor was made, then something was taken from them, then the write came: it is refused, in its own transaction.

use crate::gate::{Visitor, testing};
use crate::sessions::{self, fixtures::*};
use kernel::permission::Allowed;
use kernel::{AppError, FirmId, Right, Rights, Role, Ts, UserId};
use platform::db::Stmt;
use platform::unit::{By, DomainEvent, Kind, Told};
use platform::{Cx, on_both, sql};

/// Something that happened in a test.
#[derive(serde::Serialize)]
struct Tested;

impl DomainEvent for Tested {
    fn told(&self, _: &By) -> Told {
        Told::of(Kind::named("tested"))
    }
}

/// A write of this request.
async fn write(cx: &Cx) -> Result<(), AppError> {
    cx.work(&By::guest(), async move |w, _| w.happened(Tested).await).await
}

#[derive(Clone, Copy, Debug)]
enum Lost {
    Nothing,
    Session,
    AllSessions,
    AllOthers,
    Time,
    Sleep,
    Liberty,
    Work,
    Right,
    Rights,
    Role,
    RenewedAway,
}

/// The statement that takes what a row says.
fn in_the_row(lost: Lost, firm: FirmId, user: UserId, now: Ts) -> Stmt {
    match lost {
        Lost::Time => {
            sql!("UPDATE session SET expires_at = $3 WHERE firm_id = $1 AND user_id = $2", firm, user, now)
        }
        Lost::Sleep => sql!(
            "UPDATE session SET last_seen_at = $3 WHERE firm_id = $1 AND user_id = $2",
            firm,
            user,
            now.plus(-30 * Ts::MINUTE)
        ),
        Lost::Liberty => {
            sql!("UPDATE portal_user SET disabled_at = $3 WHERE firm_id = $1 AND id = $2", firm, user, now)
        }
        Lost::Work => sql!(
            "UPDATE staff_member SET deactivated_at = $3 WHERE firm_id = $1 AND user_id = $2",
            firm,
            user,
            now
        ),
        Lost::Right => sql!(
            "UPDATE staff_member SET rights = $3 WHERE firm_id = $1 AND user_id = $2",
            firm,
            user,
            Rights::of(&[Right::ViewAllAccounts]).to_text()
        ),
        Lost::Rights => {
            sql!("UPDATE staff_member SET rights = '' WHERE firm_id = $1 AND user_id = $2", firm, user)
        }
        Lost::Role => {
            sql!("UPDATE staff_member SET role = 'admin' WHERE firm_id = $1 AND user_id = $2", firm, user)
        }
        other => panic!("no row says {other:?}"),
    }
}

/// Takes it, and commits.
async fn lose(cx: &Cx, visitor: &Visitor, lost: Lost) {
    let who = visitor.signed_in().unwrap().clone();
    let (c, user) = (cx.clone(), who.user);
    let done = cx.write(move |tx| {
        Box::pin(async move {
            match lost {
                Lost::Nothing => {}
                Lost::Session => assert!(sessions::end(tx, &c, user, who.session).await?),
                Lost::AllSessions => {
                    sessions::end_all_of_user(tx, &c, user, None).await?;
                }
                Lost::AllOthers => {
                    let kept = sessions::start_full(tx, &c, user, "code").await?;
                    sessions::end_others(tx, &c, user, kept.id).await?;
                }
                Lost::RenewedAway => drop(sessions::renew(tx, &c, &who).await?),
                in_a_row => {
                    in_the_row(in_a_row, c.firm.id, user, c.now()).run(tx).await?;
                }
            }
            Ok(())
        })
    });
    done.await.unwrap();
}

on_both!(whatever_was_taken_from_staff_before_the_write_refuses_it, |t| {
    let cx = t.cx();
    for (n, (lost, wanted)) in [
        (Lost::Nothing, Ok(())),
        (Lost::Session, Err(AppError::NotSignedIn)),
        (Lost::AllSessions, Err(AppError::NotSignedIn)),
        (Lost::AllOthers, Err(AppError::NotSignedIn)),
        (Lost::RenewedAway, Err(AppError::NotSignedIn)),
        (Lost::Time, Err(AppError::NotSignedIn)),
        (Lost::Sleep, Err(AppError::NotSignedIn)),
        (Lost::Liberty, Err(AppError::NotSignedIn)),
        (Lost::Work, Err(AppError::NotAllowed)),
        (Lost::Right, Err(AppError::NotAllowed)),
        (Lost::Rights, Err(AppError::NotAllowed)),
        // More than before is something else than was asked about, too.
        (Lost::Role, Err(AppError::NotAllowed)),
    ]
    .into_iter()
    .enumerate()
    {
        let rights = [Right::ViewAllAccounts, Right::ManageAccounts];
        let email = format!("mika{n}@weber.example");
        let staff = testing::staff_named(&cx, &email, "Mika", Role::Employee, &rights).await;
        let visitor = Visitor::SignedIn(staff.who().clone());
        let acting = visitor.acting_at(&cx, Allowed::StaffWith(Right::ManageAccounts));
        let before = acts(&cx, "tested").await;
        lose(&cx, &visitor, lost).await;
        assert_eq!(write(&acting).await, wanted, "{lost:?}");
        let done = acts(&cx, "tested").await - before;
        assert_eq!(done, i64::from(wanted.is_ok()), "{lost:?}: nothing of it is kept");
        // A door that is open to everybody demands nothing of anybody.
        assert_eq!(write(&visitor.acting_at(&cx, Allowed::Public)).await, Ok(()), "{lost:?}");
    }
});

on_both!(a_session_that_goes_on_under_another_token_acts_on, |t| {
    let (cx, user) = (t.cx(), anna(&t).await);
    let visitor = holder(&cx, &testing::session(&cx, user).await).await;
    let old = visitor.acting(&cx);
    let (c, who) = (cx.clone(), visitor.signed_in().unwrap().clone());
    let right = testing::right_password(&cx, user, PASSWORD).await;
    let renewed =
        old.write(move |tx| Box::pin(async move { sessions::renew_proven(tx, &c, &who, &right).await }));
    let renewed = holder(&cx, renewed.await.unwrap().token.expose()).await;
    assert_eq!(write(&old).await, Err(AppError::NotSignedIn));
    assert_eq!(write(&renewed.acting(&old)).await, Ok(()), "also where the old one was demanded before");
});

async fn login_off(cx: &Cx, account: kernel::AccountId) {
    let firm = cx.firm.id;
    let off = cx.write(move |tx| {
        Box::pin(async move {
            let off = sql!(
                "UPDATE contact_setting SET login = $3 WHERE firm_id = $1 AND account_id = $2",
                firm,
                account,
                false
            );
            Ok(off.run(tx).await?)
        })
    });
    assert_eq!(off.await, Ok(1));
}

async fn move_to(cx: &Cx, user: UserId, email: &'static str) {
    let firm = cx.firm.id;
    let moved = cx.write(move |tx| {
        Box::pin(async move {
            let moved = sql!(
                "UPDATE portal_user SET email = $3, email_norm = $3 WHERE firm_id = $1 AND id = $2",
                firm,
                user,
                email
            );
            Ok(moved.run(tx).await?)
        })
    });
    assert_eq!(moved.await, Ok(1));
}

on_both!(an_account_that_was_closed_before_the_write_refuses_it_and_the_others_do_not, |t| {
    let (cx, email) = (t.cx(), "anna@mueller.example");
    let user = anna(&t).await;
    for (code, name) in [("C1", "One"), ("C2", "Two"), ("C3", "Three")] {
        let account = account(&cx, code, name).await;
        grant(&cx, account, email).await;
    }
    let visitor = holder(&cx, &testing::session(&cx, user).await).await;
    let mut requests = Vec::new();
    for code in ["C1", "C2", "C3"] {
        let (acting, client) = visitor.client_of(&cx, code).await.unwrap();
        assert_eq!(write(&acting).await, Ok(()), "{code}");
        requests.push((acting, client.account()));
    }
    let [(one, off), (two, gone), (three, _)] = &requests[..] else { panic!("three requests") };
    login_off(&cx, *off).await;
    assert_eq!(write(one).await, Err(AppError::NotFound), "LOGIN is off");
    assert_eq!(write(two).await, Ok(()), "another account is another matter");
    archive(&cx, *gone).await;
    assert_eq!(write(two).await, Err(AppError::NotFound), "the account is archived");
    assert_eq!(write(three).await, Ok(()));
    move_to(&cx, user, "anna@elsewhere.example").await;
    assert_eq!(write(three).await, Err(AppError::NotFound), "the account is another address's");
    assert_eq!(write(&visitor.acting(&cx)).await, Ok(()), "the person is still signed in");
});

on_both!(a_sign_in_that_has_ended_takes_no_code_any_more, |t| {
    let cx = t.cx();
    let staff = testing::staff_named(&cx, "eva@weber.example", "Eva", Role::Owner, &[]).await;
    let user = staff.user();
    give_password(&cx, user, PASSWORD).await;
    let begun = testing::pending(&cx, user, PASSWORD, None).await;
    let visitor = holder(&cx, begun.token.expose()).await;
    let acting = visitor.acting_at(&cx, Allowed::SigningIn);
    assert_eq!(write(&acting).await, Ok(()));
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { sessions::end(tx, &c, user, begun.id).await })).await.unwrap();
    assert_eq!(write(&acting).await, Err(AppError::NotSignedIn));
});
