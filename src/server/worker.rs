//! The worker: all background work that is registered (`platform::work`), beside each other on every node that works. What
//! there is to do is said by the slices that do it; none is named here.

use platform::{Platform, work};
use tokio::sync::watch;

/// Works until `stop` turns true.
pub async fn run(platform: Platform, stop: watch::Receiver<bool>) {
    link();
    work::run(platform, stop).await;
}

/// One look at everything that cannot wait; whether there was anything to do. For tests: [`run`] waits for no mail.
pub async fn round(platform: &Platform) -> bool {
    link();
    work::round(platform).await
}

/// All housekeeping once: throws away what nobody needs any more, and tells of what expired. For tests.
pub async fn tidy(platform: &Platform) {
    link();
    work::tidy(platform).await;
}

/// What a crate registers is linked in only if something of the crate is used, and every area has commands.
fn link() {
    std::hint::black_box(access::gate::Door::all as fn() -> _);
}

/// The names of all work there is.
#[must_use]
pub fn registered() -> Vec<&'static str> {
    link();
    work::registered()
}
