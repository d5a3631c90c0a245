//! Where connections come in.

use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// The socket that whoever started us handed over (`LISTEN_FDS`, as `sd_listen_fds(3)` says), else one of our own here.
/// With a socket that outlives us nobody is refused while we restart: who comes meanwhile waits.
///
/// # Errors
/// When the address is taken, or what was handed over is no TCP socket that listens.
pub async fn listener(here: SocketAddr) -> io::Result<TcpListener> {
    if let Some(handed) = listenfd::ListenFd::from_env().take_tcp_listener(0)? {
        handed.set_nonblocking(true)?;
        tracing::info!("listening on the socket that was handed over");
        return TcpListener::from_std(handed);
    }
    // Sets `SO_REUSEADDR`: connections of the last run that still linger are no obstacle.
    TcpListener::bind(here).await
}
