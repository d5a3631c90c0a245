//! What a restricted employee learns of an address does not depend on accounts out of their sight (ROLE-3): somebody who is
//! a client elsewhere, and was there today, looks like somebody nobody knows.

use super::actions;
use crate::contacts::server::reading;
use crate::info::{Chip, SettingRow, Which};
use crate::testing as story;
use access::gate::{MaybeProven, testing};
use kernel::{AppError, Right, Role, Ts, UserId};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};

const KNOWN: &str = "bob@bolt.example";
const NEW: &str = "nia@neu.example";

/// Bob is a client of an account that Tom does not see, and was there minutes ago; Tom's own account has him and Nia.
struct Scene {
    cx: Cx,
    eva: story::Manager,
    tom: story::Manager,
    bob: UserId,
    code: String,
}

async fn scene(t: &TestPlatform) -> Scene {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let rights = [Right::ManageAccounts, Right::ManageClientSecurity];
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Employee, &rights).await;
    let tom = testing::may(&tom);
    let hidden = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &hidden, "Bob Bolt", KNOWN).await;
    story::invite(&cx, &eva, &hidden, KNOWN).await;
    let bob = testing::user(&cx, KNOWN, "Bob Bolt").await;
    signs_in(&cx, bob).await;
    t.clock.advance(5 * Ts::MINUTE);
    let code = story::account(&cx, &eva, "Meier").await;
    story::assign(&cx, &eva, &tom, &code).await;
    for (name, email) in [("Bob", KNOWN), ("Nia", NEW)] {
        story::contact(&cx, &tom, &code, name, email).await;
    }
    t.drain_mail().await;
    t.mail.take();
    Scene { cx, eva, tom, bob, code }
}

async fn signs_in(cx: &Cx, user: UserId) {
    let (firm, now) = (cx.firm.id, cx.now());
    cx.write(move |tx| {
        Box::pin(async move {
            sql!("UPDATE portal_user SET last_login_at = $3 WHERE firm_id = $1 AND id = $2", firm, user, now)
                .run(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

impl Scene {
    /// What the Info tab and the contact's page say, without what tells the two apart anyway.
    async fn seen(&self, email: &str) -> (SettingRow, bool) {
        let row = story::row(&self.cx, &self.tom, &self.code, email).await;
        let contact = story::group_of(&self.cx, &self.tom, &self.code, email).await;
        let card = reading::card(&self.cx, &self.tom, &contact).await.unwrap();
        let signs_in = card.addresses.iter().any(|it| it.signs_in);
        (SettingRow { id: String::new(), email: String::new(), ..row }, signs_in)
    }

    async fn same(&self, after: &str) -> SettingRow {
        let (one, other) = (self.seen(KNOWN).await, self.seen(NEW).await);
        assert_eq!(one, other, "{after}");
        one.0
    }

    /// What an act on each of the two answers.
    async fn both<T: std::fmt::Debug + PartialEq, F: Future<Output = Result<T, AppError>>>(
        &self,
        act: impl Fn(SettingRow) -> F,
    ) -> [Result<T, AppError>; 2] {
        let mut answers = Vec::new();
        for email in [KNOWN, NEW] {
            answers.push(act(story::row(&self.cx, &self.tom, &self.code, email).await).await);
        }
        answers.try_into().unwrap()
    }
}

on_both!(a_client_of_another_account_looks_like_somebody_nobody_knows, |t| {
    let s = scene(&t).await;
    let (cx, tom, code) = (&s.cx, &s.tom, &*s.code);
    assert_eq!(s.same("before anything").await.chip, Chip::Off);
    let proven = &MaybeProven::of(tom.clone(), cx.now());
    let allowed = s
        .both(|row| actions::allow_login(cx, proven, code, story::id(&row), row.version, Some(String::new())))
        .await;
    assert_eq!(allowed, [Ok(()), Ok(())]);
    assert!(matches!(s.same("LOGIN on, with an invitation").await.chip, Chip::Invited(_)));
    let again = s.both(|row| actions::invite(cx, tom, code, story::id(&row), String::new())).await;
    assert!(matches!(again, [Err(AppError::TooMany(a)), Err(AppError::TooMany(b))] if a == b), "{again:?}");
    t.clock.advance(2 * Ts::MINUTE);
    let again = s.both(|row| actions::invite(cx, tom, code, story::id(&row), String::new())).await;
    assert!(matches!(again, [Ok(_), Ok(_)]), "{again:?}");
    let tom_again = &testing::may(tom);
    let reset = s.both(|row| actions::send_reset(cx, tom_again, code, story::id(&row))).await;
    assert!(matches!(&reset, [Err(AppError::Refused(a)), Err(AppError::Refused(b))] if a == b), "{reset:?}");
    let list = story::account_list(cx, tom, "", false, None).await.unwrap();
    assert!(list.rows.iter().all(|row| row.last_login.is_none()), "nobody was here");
    t.drain_mail().await;
    let nia = kernel::email::mask(NEW);
    let (of_nia, to_bob): (Vec<_>, Vec<_>) =
        t.mail.sent_to(KNOWN).into_iter().partition(|mail| mail.rendered.text.contains(&nia));
    assert_eq!(to_bob.len(), 2, "he is told of his access, and told again");
    assert_eq!(of_nia.len(), 1, "and that one more came after him");
    assert!(to_bob.iter().all(|mail| !mail.rendered.text.contains("/invite/")), "and has nothing to accept");
    assert_eq!(t.mail.sent_to(NEW).len(), 2);
});

on_both!(what_comes_after_login_went_on_is_seen, |t| {
    let s = scene(&t).await;
    let (cx, tom, code) = (&s.cx, &s.tom, &*s.code);
    for email in [KNOWN, NEW] {
        story::click(cx, tom, code, email, Which::Login, true).await.unwrap();
    }
    assert_eq!(s.same("LOGIN on").await.chip, Chip::NotInvited);
    let row = story::row(cx, &s.eva, code, KNOWN).await;
    assert!(row.active && matches!(row.chip, Chip::Active(Some(_))), "whoever sees all sees it: {row:?}");
    t.clock.advance(Ts::HOUR);
    signs_in(cx, s.bob).await;
    let row = story::row(cx, tom, code, KNOWN).await;
    assert!(row.active && matches!(row.chip, Chip::Active(Some(_))), "{row:?}");
    let list = story::account_list(cx, tom, "", false, None).await.unwrap();
    assert!(list.rows.iter().all(|row| row.last_login.is_some()));
    // Another address in the same place is somebody else: what was before is theirs.
    story::change(cx, tom, code, NEW, "zoe@neu.example").await.unwrap();
    let zoe = testing::user(cx, "zoe@elsewhere.example", "Zoe").await;
    signs_in(cx, zoe).await;
    t.clock.advance(Ts::MINUTE);
    story::change(cx, tom, code, "zoe@neu.example", "zoe@elsewhere.example").await.unwrap();
    let row = story::row(cx, tom, code, "zoe@elsewhere.example").await;
    assert!(!row.active && row.chip == Chip::NotInvited, "{row:?}");
});
