//! What a type declares and whom it admits are one thing: for every type, and every kind of visitor.

use super::right::{Administer, AssignTeammates, ManageAccounts, ManageClientSecurity, ManageFirm, Own};
use super::testing;
use super::{
    Admitted, Client, DemoGuest, Enters, Guest, May, MaybeProven, Pending, Proven, Proves, SignedIn, Staff,
    Visitor,
};
use crate::sessions::fixtures::{PASSWORD, anna, holder};
use crate::step_up::JustProven;
use kernel::permission::Allowed;
use kernel::{AppError, Right, Role};
use platform::{Cx, on_both};

fn agrees<W: Admitted>(cx: &Cx, visitor: &Visitor) {
    let declared = visitor.check(cx, <W as Admitted>::ALLOWED).err();
    assert_eq!(W::admit(cx, visitor).err(), declared, "{:?}: {visitor:?}", <W as Admitted>::ALLOWED);
}

fn agrees_also_on_a_proof<W: Admitted + Proves>(cx: &Cx, visitor: &Visitor) {
    agrees::<W>(cx, visitor);
    for declared in [Proven::<W>::ALLOWED, MaybeProven::<W>::ALLOWED, JustProven::<W>::ALLOWED] {
        assert_eq!(declared, <W as Admitted>::ALLOWED);
    }
}

on_both!(whoever_a_declaration_lets_in_is_admitted_and_nobody_else, |t| {
    let cx = t.cx();
    let anna = anna(&t).await;
    let begun = testing::pending(&cx, anna, PASSWORD, None).await;
    let client = testing::session(&cx, anna).await;
    let mut visitors =
        vec![Visitor::nobody(), holder(&cx, begun.token.expose()).await, holder(&cx, &client).await];
    let employees = Right::ALL.map(|right| (Role::Employee, vec![right]));
    let others = [(Role::Owner, vec![]), (Role::Admin, vec![]), (Role::Employee, vec![])];
    for (n, (role, rights)) in others.into_iter().chain(employees).enumerate() {
        let email = format!("mika{n}@weber.example");
        let staff = testing::staff_named(&cx, &email, "Mika", role, &rights).await;
        visitors.push(Visitor::SignedIn(staff.who().clone()));
    }
    for visitor in &visitors {
        agrees::<Guest>(&cx, visitor);
        agrees::<DemoGuest>(&cx, visitor);
        agrees::<Pending>(&cx, visitor);
        agrees::<Client>(&cx, visitor);
        agrees_also_on_a_proof::<SignedIn>(&cx, visitor);
        agrees_also_on_a_proof::<Staff>(&cx, visitor);
        agrees_also_on_a_proof::<May<ManageAccounts>>(&cx, visitor);
        agrees_also_on_a_proof::<May<ManageClientSecurity>>(&cx, visitor);
        agrees_also_on_a_proof::<May<ManageFirm>>(&cx, visitor);
        agrees_also_on_a_proof::<May<AssignTeammates>>(&cx, visitor);
        agrees_also_on_a_proof::<May<Administer>>(&cx, visitor);
        agrees_also_on_a_proof::<May<Own>>(&cx, visitor);
    }
    // An employee who holds one right only is asked for each of them.
    let holders = |demanded: Right| {
        let fits = |it: &&Visitor| it.check(&cx, Allowed::StaffWith(demanded)).is_ok();
        visitors.iter().filter(fits).count()
    };
    assert!(Right::ALL.into_iter().all(|right| holders(right) == 3), "the owner, the admin, one employee");
    assert_eq!(
        May::<Own>::admit(&cx, &visitors[4]).err(),
        Some(AppError::NotAllowed),
        "an admin owns nothing"
    );
});
