//! Background work: what runs after the request, on every node that works. The slice that does it registers it; nobody
//! keeps a list.
//!
//! - **Recurring work** ([`recurring!`](crate::recurring)) runs by a schedule, on every node, and finds in its own tables what
//!   is due.
//! - **A job** ([`Later`]) is one thing to do, written into the durable queue by the transaction that causes it ([`later`]),
//!   with a payload, a moment from which on it is due, and perhaps a deduplication key. A worker claims it by lease and fence
//!   (REL-6): the lease is the moment from which on another worker may try, so a job whose worker died is simply due again;
//!   the fence, a fencing token, is counted up by every claim, and whoever holds an older one writes nothing. What fails is
//!   tried again with exponential backoff and in the end parked (REL-9). A job runs at least once; what it writes by
//!   [`Turn::finish`] is written exactly once.
//! - **Standing work** turns by itself as long as the worker does: the mail's pool of deliveries.
//!
//! Each kind of work has a loop of its own: one that waits, fails or panics holds no other up.

mod house;
#[cfg(test)]
mod house_tests;
mod job;
mod queue;
#[cfg(test)]
mod queue_tests;
mod recurring;
mod rules;
mod running;
mod store;
mod upkeep;

pub use job::{Job, Kind, Later, Turn, later};
pub use queue::run_due;
pub use recurring::{Recurring, Schedule};
pub use rules::Then;
pub use running::{faults, registered, round, run, tidy};

pub(crate) use rules::pause;
pub(crate) use running::Standing;
