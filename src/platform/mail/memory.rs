//! A transport that keeps what it is given: for tests, and for the demo's outbox page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::FutureExt as _;
use futures::future::BoxFuture;

use super::{Accepted, MailTransport, Outgoing, SendError, Trouble, message};

/// Accepts everything it can build a message from, unless told otherwise. A clone looks into the same box.
#[derive(Debug, Clone, Default)]
pub struct MemoryTransport {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    sent: Vec<Outgoing>,
    refusals: HashMap<String, SendError>,
}

impl MemoryTransport {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What was accepted, oldest first.
    #[must_use]
    pub fn sent(&self) -> Vec<Outgoing> {
        self.state().sent.clone()
    }

    /// What was accepted for this address, oldest first.
    #[must_use]
    pub fn sent_to(&self, address: &str) -> Vec<Outgoing> {
        self.state().sent.iter().filter(|mail| mail.to.1 == address).cloned().collect()
    }

    /// Empties the box and returns what was in it.
    pub fn take(&self) -> Vec<Outgoing> {
        std::mem::take(&mut self.state().sent)
    }

    /// From now on answers mails to `address` with this reply code: 4xx is temporary, anything else permanent.
    pub fn refuse(&self, address: &str, code: u16) {
        let text = "told to refuse".to_owned();
        let refusal = match code {
            400..500 => SendError::Temporary { code, text },
            _ => SendError::Permanent { code, text },
        };
        self.state().refusals.insert(address.to_owned(), refusal);
    }

    /// From now on no server can be reached for mails to `address`.
    pub fn be_unreachable(&self, address: &str) {
        self.be_in_trouble(address, Trouble::Server, "told to be away");
    }

    /// From now on the firm's mail set-up fails for mails to `address`, in these words.
    pub fn be_in_trouble(&self, address: &str, trouble: Trouble, text: &str) {
        let refusal = SendError::Trouble { trouble, text: text.to_owned() };
        self.state().refusals.insert(address.to_owned(), refusal);
    }

    /// From now on mails to `address` are answered in words that speak of the firm's mail set-up.
    pub fn be_suspicious(&self, address: &str, trouble: Trouble, text: &str) {
        let refusal = SendError::Suspect { trouble, text: text.to_owned() };
        self.state().refusals.insert(address.to_owned(), refusal);
    }

    /// From now on no answer comes for mails to `address`.
    pub fn be_silent(&self, address: &str) {
        self.state().refusals.insert(address.to_owned(), SendError::Silent("told to be silent".to_owned()));
    }

    /// Accepts mails to `address` again.
    pub fn accept(&self, address: &str) {
        self.state().refusals.remove(address);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_in(&self, outgoing: Outgoing) -> Result<Accepted, SendError> {
        message::build(&outgoing)?;
        let mut state = self.state();
        if let Some(refusal) = state.refusals.get(&outgoing.to.1) {
            return Err(refusal.clone());
        }
        state.sent.push(outgoing);
        Ok(Accepted { reply: format!("kept as number {}", state.sent.len()) })
    }
}

impl MailTransport for MemoryTransport {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Accepted, SendError>> {
        async move { self.take_in(outgoing) }.boxed()
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::tests::outgoing;
    use super::*;

    #[tokio::test]
    async fn it_keeps_what_it_accepts() {
        let transport = MemoryTransport::new();
        transport.send(outgoing()).await.unwrap();
        assert_eq!(transport.sent_to("anna@mueller.example"), [outgoing()]);
        assert_eq!(transport.take().len(), 1);
        assert!(transport.sent().is_empty());
    }

    #[tokio::test]
    async fn it_refuses_as_told_until_told_otherwise() {
        let transport = MemoryTransport::new();
        let anna = "anna@mueller.example";
        transport.refuse(anna, 550);
        assert!(matches!(transport.send(outgoing()).await, Err(SendError::Permanent { code: 550, .. })));
        transport.refuse(anna, 451);
        assert!(matches!(transport.send(outgoing()).await, Err(SendError::Temporary { code: 451, .. })));
        transport.be_unreachable(anna);
        assert!(matches!(transport.send(outgoing()).await, Err(SendError::Trouble { .. })));
        transport.accept(anna);
        assert!(transport.send(outgoing()).await.is_ok());
    }

    #[tokio::test]
    async fn like_a_real_one_it_cannot_send_to_nonsense() {
        let mut mail = outgoing();
        mail.to.1 = "nonsense".to_owned();
        assert!(matches!(MemoryTransport::new().send(mail).await, Err(SendError::Permanent { code: 0, .. })));
    }
}
