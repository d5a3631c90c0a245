//! `portico serve`.

use super::{Failure, say};
use crate::http::{self, Limits, Pulse, Readiness, Site};
use crate::{check, demo, worker};
use clap::ValueEnum;
use platform::Platform;
use platform::config::Config;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// What a node does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NodeRole {
    /// Answers requests.
    Web,
    /// Sends mail and does other work in the background.
    Worker,
    /// Both.
    All,
}

/// How long the worker may finish after the process was asked to stop (REL-14).
const PATIENCE: Duration = Duration::from_secs(30);

const LOOPBACK_ONLY: &str = "the demo shows everybody's mail and listens on loopback only";

pub async fn run(mut config: Config, demo: bool, role: NodeRole) -> Result<(), Failure> {
    super::sound::check(&config)?;
    start_logging(&config);
    config.demo = demo;
    if demo && !config.listen.ip().is_loopback() {
        return Err(LOOPBACK_ONLY.into());
    }
    if demo {
        demo::refuse_public(&config)?;
    }
    check::check().map_err(|faults| faults.join("\n"))?;
    let platform = super::open(config).await?;
    if demo {
        demo::refuse_other_firms(&platform).await?;
        demo::refuse_public_hosts(&platform).await?;
        demo::seed_if_empty(&platform).await?;
    } else {
        demo::refuse_demo_firm(&platform.config, &platform.db).await?;
    }
    let (stop, stopped) = watch::channel(false);
    let readiness = Readiness::new();
    let mut tasks = tokio::task::JoinSet::new();
    if role != NodeRole::Web {
        tasks.spawn(worker::run(platform.clone(), stopped.clone()));
    }
    tokio::spawn(platform::events::feed(platform.clone(), platform.live.clone()));
    if role == NodeRole::Worker {
        asked_to_stop().await;
        platform.db.stop();
    } else {
        serve(&platform, &readiness, demo).await?;
    }
    let _ = stop.send(true);
    let finished = async { while tasks.join_next().await.is_some() {} };
    if tokio::time::timeout(PATIENCE, finished).await.is_err() {
        tracing::warn!("the worker was still busy; its leases will end by themselves");
    }
    platform.db.close().await;
    Ok(())
}

async fn serve(platform: &Platform, readiness: &Readiness, demo: bool) -> Result<(), Failure> {
    let limits = Limits::of(&platform.config);
    let listener = http::listener(platform.config.listen)
        .await
        .map_err(|e| format!("cannot listen on {}: {e}", platform.config.listen))?;
    // A socket that was handed over is not the one of the settings.
    if demo && !listener.local_addr()?.ip().is_loopback() {
        return Err(LOOPBACK_ONLY.into());
    }
    let pulse = Pulse::of(&Handle::current());
    let router = http::router(Site::new(platform.clone(), readiness.clone()).watched_by(pulse));
    greet(platform, demo).await?;
    let (readiness, db) = (readiness.clone(), platform.db.clone());
    let stop = async move {
        asked_to_stop().await;
        readiness.stop();
        db.stop();
        // A second signal does not wait.
        tokio::spawn(async {
            asked_to_stop().await;
            std::process::exit(1);
        });
    };
    http::serve(listener, router, limits, stop).await;
    Ok(())
}

async fn greet(platform: &Platform, demo: bool) -> Result<(), Failure> {
    let origin = platform.config.public_origin();
    if demo {
        say(&demo::greeting(&origin));
        return Ok(());
    }
    say(&format!("Portico is at {origin}"));
    if let Some(link) = access::setup::ensure_link(platform).await? {
        say(&format!("Set up your firm with this one-time link, within the hour:\n\n    {link}\n"));
    }
    if platform.mail.is_none() {
        say("No smtp_url is set: mail stays in the outbox until there is one.");
    }
    Ok(())
}

async fn asked_to_stop() {
    let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
}

fn start_logging(config: &Config) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = if config.log_json { builder.json().try_init() } else { builder.try_init() };
    if let Err(error) = started {
        say(&format!("logging: {error}"));
    }
}
