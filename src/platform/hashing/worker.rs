//! The threads that do the work. Each keeps its block of memory from one password to the next.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::phc::Cost;
use crate::secret::Secret;

/// A handle to the threads; they end when it is dropped.
pub struct Workers {
    jobs: Sender<Job>,
}

struct Job {
    cost: Cost,
    peppered: Secret<[u8; 32]>,
    salt: [u8; 16],
    answer: oneshot::Sender<[u8; 32]>,
    permit: OwnedSemaphorePermit,
}

impl Workers {
    pub fn start(threads: usize) -> io::Result<Self> {
        let (jobs, inbox) = mpsc::channel();
        let inbox = Arc::new(Mutex::new(inbox));
        for number in 1..=threads {
            let inbox = Arc::clone(&inbox);
            thread::Builder::new().name(format!("passwords-{number}")).spawn(move || work(&inbox))?;
        }
        Ok(Self { jobs })
    }

    /// The argon2id hash, or `None` when the threads are gone. `permit` is released when the work is done.
    pub async fn run(
        &self,
        cost: Cost,
        peppered: Secret<[u8; 32]>,
        salt: [u8; 16],
        permit: OwnedSemaphorePermit,
    ) -> Option<[u8; 32]> {
        let (answer, hash) = oneshot::channel();
        self.jobs.send(Job { cost, peppered, salt, answer, permit }).ok()?;
        hash.await.ok()
    }
}

fn work(inbox: &Mutex<Receiver<Job>>) {
    let mut memory: Vec<Block> = Vec::new();
    loop {
        let next = inbox.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        if job.answer.is_closed() {
            continue;
        }
        let hash = argon2id(job.cost, job.peppered.expose(), &job.salt, &mut memory);
        drop(job.permit);
        match hash {
            // The caller may have given up meanwhile; then nobody wants the answer.
            Ok(hash) => drop(job.answer.send(hash)),
            Err(error) => tracing::error!(%error, "argon2id refused its parameters"),
        }
    }
}

fn argon2id(
    cost: Cost,
    peppered: &[u8],
    salt: &[u8],
    memory: &mut Vec<Block>,
) -> Result<[u8; 32], argon2::Error> {
    let mut hash = [0; 32];
    let params = Params::new(cost.memory, cost.passes, 1, Some(hash.len()))?;
    let blocks = params.block_count();
    if memory.len() < blocks {
        memory.resize(blocks, Block::new());
    }
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into_with_memory(peppered, salt, &mut hash, &mut memory[..blocks])?;
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn used_memory_does_not_change_the_next_hash() {
        let cost = Cost { memory: 16, passes: 1 };
        let mut memory = Vec::new();
        let first = argon2id(cost, b"peppered", &[1; 16], &mut memory).unwrap();
        argon2id(Cost { memory: 64, passes: 2 }, b"another", &[2; 16], &mut memory).unwrap();
        let again = argon2id(cost, b"peppered", &[1; 16], &mut memory).unwrap();
        assert_eq!(first, again);
        let mut plain = [0; 32];
        let params = Params::new(16, 1, 1, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"peppered", &[1; 16], &mut plain)
            .unwrap();
        assert_eq!(first, plain);
    }
}
