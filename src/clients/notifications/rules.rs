//! Which items are on, and who may switch them (NOTIFY-2, NOTIFY-6).

use kernel::notify::Item;
use std::collections::BTreeMap;

/// How many of these are off, of those that are listed: keys as they are stored, with a space between.
#[must_use]
pub fn count_off(stored: &str, listed: &[Item]) -> usize {
    stored.split(' ').filter(|key| listed.iter().any(|item| item.key() == *key)).count()
}

/// Which side changes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Staff {
        /// Somebody at the firm says that the client wants it back (NOTIFY-6).
        wanted_by_client: bool,
    },
    Client,
}

/// NOTIFY and the items that are off, each with whether the client did it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    pub notify: bool,
    pub off: BTreeMap<Item, bool>,
}

/// The client switched it off; it does not come back silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientChoseOff;

impl Matrix {
    /// Whether mails of this kind go out.
    #[must_use]
    pub fn is_on(&self, item: Item) -> bool {
        self.notify && !self.off.contains_key(&item)
    }

    /// After one item, or all of them (`None`), was switched by this side.
    ///
    /// # Errors
    /// [`ClientChoseOff`] when staff switch on what the client switched off.
    pub fn turned(&self, what: Option<Item>, on: bool, side: Side) -> Result<Self, ClientChoseOff> {
        match (what, on) {
            (None, false) => Ok(self.all_off(side)),
            (None, true) => self.all_on(side),
            (Some(item), false) => Ok(self.one_off(item, side)),
            (Some(item), true) => self.one_on(item, side),
        }
    }

    fn all_off(&self, side: Side) -> Self {
        let mut off = self.off.clone();
        if side == Side::Client {
            off = Item::ALL.into_iter().map(|item| (item, true)).collect();
        }
        Self { notify: false, off }
    }

    /// Staff leave single items as they were, unless that would leave none.
    fn all_on(&self, side: Side) -> Result<Self, ClientChoseOff> {
        let mut off = self.off.clone();
        match side {
            Side::Client => off.clear(),
            Side::Staff { wanted_by_client } if off.len() == Item::ALL.len() => {
                if !wanted_by_client && off.values().any(|by_client| *by_client) {
                    return Err(ClientChoseOff);
                }
                off.clear();
            }
            Side::Staff { .. } => {}
        }
        Ok(Self { notify: true, off })
    }

    fn one_off(&self, item: Item, side: Side) -> Self {
        let mut next = self.clone();
        // What the client switched off stays the client's choice.
        let by_client = side == Side::Client || self.off.get(&item) == Some(&true);
        next.off.insert(item, by_client);
        // All off is NOTIFY off, and the other way round.
        next.notify = next.notify && next.off.len() < Item::ALL.len();
        next
    }

    fn one_on(&self, item: Item, side: Side) -> Result<Self, ClientChoseOff> {
        let by_client = self.off.get(&item) == Some(&true);
        if by_client && side == (Side::Staff { wanted_by_client: false }) {
            return Err(ClientChoseOff);
        }
        let mut next = self.clone();
        if !self.notify {
            // Everything was off: only this one comes back.
            for other in Item::ALL {
                next.off.entry(other).or_insert(side == Side::Client);
            }
        }
        next.off.remove(&item);
        next.notify = true;
        Ok(next)
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
