//! Accounts and people beyond the sixty: always the same ones, as the dice are loaded.

use super::model::{On, Seen, Way};
use super::names::{
    ENGLISH_FAMILY, ENGLISH_FORMS, ENGLISH_GIVEN, ENGLISH_ROLES, ENGLISH_TRADES, GERMAN_FAMILY, GERMAN_FORMS,
    GERMAN_GIVEN, GERMAN_ROLES, GERMAN_TRADES, JAPANESE_FAMILY, JAPANESE_GIVEN, JAPANESE_ROLES,
    JAPANESE_TRADES, Spelt,
};
use directory::accounts::AccountKind;
use kernel::Locale;
use platform::rng::{Rng, SeededRng};

/// Foreseeable chance.
pub(super) struct Dice(SeededRng);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(SeededRng::new(seed))
    }

    /// 0 up to, and not including, `limit`.
    pub(super) fn below(&self, limit: i64) -> i64 {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        i64::from(u32::from_be_bytes(bytes)).checked_rem(limit).unwrap_or(0)
    }

    pub(super) fn percent(&self, chance: i64) -> bool {
        self.below(100) < chance
    }

    fn index(&self, len: usize) -> usize {
        let place = self.below(i64::try_from(len).unwrap_or(1));
        usize::try_from(place).unwrap_or(0)
    }

    fn pick<T: Copy>(&self, from: &[T], otherwise: T) -> T {
        from.get(self.index(from.len())).copied().unwrap_or(otherwise)
    }
}

/// Somebody made up.
pub(super) struct Stranger {
    pub name: String,
    pub locale: Locale,
    pub addresses: Vec<String>,
    pub role: &'static str,
    pub on: On,
    pub way: Way,
}

/// An account made up, with its people.
pub(super) struct Invention {
    pub name: String,
    pub kind: AccountKind,
    pub archived: bool,
    pub people: Vec<Stranger>,
}

/// The names of one language.
struct Tongue {
    locale: Locale,
    given: &'static [Spelt],
    family: &'static [Spelt],
    trades: &'static [&'static str],
    roles: &'static [&'static str],
}

const GERMAN: Tongue = Tongue {
    locale: Locale::De,
    given: GERMAN_GIVEN,
    family: GERMAN_FAMILY,
    trades: GERMAN_TRADES,
    roles: GERMAN_ROLES,
};
const ENGLISH: Tongue = Tongue {
    locale: Locale::En,
    given: ENGLISH_GIVEN,
    family: ENGLISH_FAMILY,
    trades: ENGLISH_TRADES,
    roles: ENGLISH_ROLES,
};
const JAPANESE: Tongue = Tongue {
    locale: Locale::Ja,
    given: JAPANESE_GIVEN,
    family: JAPANESE_FAMILY,
    trades: JAPANESE_TRADES,
    roles: JAPANESE_ROLES,
};

const NOBODY: Spelt = ("N", "n");

impl Tongue {
    fn of(dice: &Dice) -> &'static Self {
        match dice.below(100) {
            0..60 => &GERMAN,
            60..85 => &ENGLISH,
            _ => &JAPANESE,
        }
    }

    /// People of one account have different ones: seven divides no list's length.
    fn given_name(&self, start: usize, place: usize) -> Spelt {
        self.given.get((start + place * 7) % self.given.len()).copied().unwrap_or(NOBODY)
    }

    fn full_name(&self, given: Spelt, family: Spelt) -> String {
        match self.locale {
            Locale::Ja => format!("{} {}", family.0, given.0),
            _ => format!("{} {}", given.0, family.0),
        }
    }

    fn family_name(&self, family: Spelt) -> String {
        match self.locale {
            Locale::De => format!("Familie {}", family.0),
            Locale::En => format!("{} family", family.0),
            Locale::Ja => format!("{}家", family.0),
        }
    }

    fn company_name(&self, dice: &Dice, family: Spelt) -> String {
        let trade = dice.pick(self.trades, "");
        match self.locale {
            Locale::De => format!("{} {trade} {}", family.0, dice.pick(GERMAN_FORMS, "GmbH")),
            Locale::En => format!("{} {trade} {}", family.0, dice.pick(ENGLISH_FORMS, "Ltd")),
            Locale::Ja if dice.percent(50) => format!("株式会社{}{trade}", family.0),
            Locale::Ja => format!("{}{trade}株式会社", family.0),
        }
    }

    fn club_name(&self, dice: &Dice, family: Spelt) -> String {
        let trade = dice.pick(self.trades, "");
        match self.locale {
            Locale::De => format!("Förderverein {trade} {} e. V.", family.0),
            Locale::En => format!("{} {trade} Trust", family.0),
            Locale::Ja => format!("{}{trade}組合", family.0),
        }
    }
}

/// The `serial`th account. Everybody in it has an address that nobody else has.
pub(super) fn account(dice: &Dice, serial: usize) -> Invention {
    let tongue = Tongue::of(dice);
    let family = dice.pick(tongue.family, NOBODY);
    let start = dice.index(tongue.given.len());
    let (kind, name) = match dice.below(100) {
        0..50 => (AccountKind::Company, tongue.company_name(dice, family)),
        50..85 => (AccountKind::Individual, tongue.full_name(tongue.given_name(start, 0), family)),
        85..95 => (AccountKind::Family, tongue.family_name(family)),
        _ => (AccountKind::Other, tongue.club_name(dice, family)),
    };
    let heads = match dice.below(100) {
        0..5 => 0,
        5..55 => 1,
        55..90 => 2,
        _ => 3,
    };
    // Whom an individual's account is named after is the first of its people.
    let people = (0..heads)
        .map(|place| {
            stranger(dice, tongue, (tongue.given_name(start, place), family), kind, serial * 3 + place)
        })
        .collect();
    Invention { name, kind, archived: dice.percent(5), people }
}

fn stranger(
    dice: &Dice,
    tongue: &Tongue,
    (given, family): (Spelt, Spelt),
    kind: AccountKind,
    serial: usize,
) -> Stranger {
    let own = if kind.is_personal() { family } else { dice.pick(tongue.family, NOBODY) };
    let mut addresses = vec![format!("{}.{}{serial}@{}.example", given.1, own.1, family.1)];
    if dice.percent(10) {
        addresses.push(format!("{}{serial}@post.example", own.1));
    }
    let (on, way) = match dice.below(100) {
        0..55 => (On::Portal, Way::Active(seen(dice))),
        55..60 => (On::Sync, Way::Active(seen(dice))),
        60..65 => (On::Portal, Way::Invited(dice.below(60))),
        65..68 => (On::Portal, Way::NotBegun),
        68..90 => (On::Mail, Way::NotBegun),
        _ => (On::Nothing, Way::NotBegun),
    };
    Stranger {
        name: tongue.full_name(given, own),
        locale: tongue.locale,
        addresses,
        role: if kind.is_personal() { "" } else { dice.pick(tongue.roles, "") },
        on,
        way,
    }
}

/// Three in ten never came; half came within the year.
fn seen(dice: &Dice) -> Seen {
    match dice.below(100) {
        0..10 => Seen::Today,
        10..50 => Seen::Lately,
        50..70 => Seen::LongAgo,
        _ => Seen::Never,
    }
}
