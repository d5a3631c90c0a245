//! The steps, and when they are over.

use super::model::Taken;

/// One thing to do, in the order in which it helps: mail works before anybody waits for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Logo,
    TestMail,
    Team,
    Account,
    Invitation,
}

impl Step {
    pub const ALL: [Step; 5] = [Step::Logo, Step::TestMail, Step::Team, Step::Account, Step::Invitation];
}

impl Taken {
    /// Whether this step was taken.
    #[must_use]
    pub const fn has(&self, step: Step) -> bool {
        match step {
            Step::Logo => self.logo,
            Step::TestMail => self.mail,
            Step::Team => self.team,
            Step::Account => self.account.is_some(),
            Step::Invitation => self.invitation,
        }
    }

    /// How many were taken.
    #[must_use]
    pub fn count(&self) -> usize {
        Step::ALL.iter().filter(|step| self.has(**step)).count()
    }

    /// Nothing is left to do. Only the server asks: a page is not told of steps that are over.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.count() == Step::ALL.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_over_with_the_last_step_and_not_before() {
        let mut taken = Taken::default();
        let steps: [fn(&mut Taken); 5] = [
            |it| it.logo = true,
            |it| it.invitation = true,
            |it| it.account = Some("M1".to_owned()),
            |it| it.team = true,
            |it| it.mail = true,
        ];
        for (n, step) in steps.into_iter().enumerate() {
            assert!(!taken.is_all());
            assert_eq!(taken.count(), n);
            step(&mut taken);
        }
        assert!(taken.is_all());
    }
}
