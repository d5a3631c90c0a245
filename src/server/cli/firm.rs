//! `portico firm create`, `portico host confirm`, `portico user create-owner`, `portico user sign-in-link`.

use super::{Failure, say};
use clap::Subcommand;
use kernel::{AppError, Locale, Ts};
use platform::Platform;
use std::io::BufRead;

#[derive(Subcommand)]
pub enum FirmCommand {
    /// Add a firm with its own host name.
    Create {
        #[arg(long)]
        name: String,
        /// The host people type, such as portal.example.org.
        #[arg(long)]
        host: String,
        /// en, de or ja.
        #[arg(long, default_value = "en")]
        language: String,
        /// IANA name, such as Europe/Berlin.
        #[arg(long, default_value = "UTC")]
        time_zone: String,
    },
}

#[derive(Subcommand)]
pub enum HostCommand {
    /// Say that a host is a firm's, without a record in the DNS; another firm that has it loses it.
    Confirm {
        /// The host it is about.
        #[arg(long)]
        host: String,
        /// A host at which the firm answers already.
        #[arg(long)]
        firm: String,
    },
}

#[derive(Subcommand)]
pub enum UserCommand {
    /// Add the owner of a firm that has none; the password is read from standard input.
    CreateOwner {
        /// Host of the firm.
        #[arg(long)]
        host: String,
        #[arg(long)]
        name: String,
        #[arg(long)]
        email: String,
    },
    /// Print a link that signs a member of staff in once, within 15 minutes: for when mail does not go and no code
    /// comes. It is written down and mailed to them.
    SignInLink {
        /// Host of the firm.
        #[arg(long)]
        host: String,
        #[arg(long)]
        email: String,
    },
}

pub async fn firm(platform: Platform, command: FirmCommand) -> Result<(), Failure> {
    let FirmCommand::Create { name, host, language, time_zone } = command;
    let locale = Locale::from_tag(&language).ok_or("language: en, de or ja")?;
    if !platform::when::is_zone(&time_zone) {
        return Err("time-zone: an IANA name such as Europe/Berlin is wanted".into());
    }
    let made = access::setup::create_firm(&platform, &name, &host, locale, &time_zone).await;
    made.map_err(|error| in_words(&error, "", "this host was taken by another firm just now"))?;
    say(&format!("{name} is there; its portal answers at {host}."));
    Ok(())
}

pub async fn host(platform: Platform, command: HostCommand) -> Result<(), Failure> {
    let HostCommand::Confirm { host, firm } = command;
    let confirmed = firm::hosts::confirm(&platform, &host, &firm).await;
    let name = confirmed.map_err(|error| {
        in_words(
            &error,
            &format!("no firm answers at {firm}"),
            &format!("{host} is a host of this firm already"),
        )
    })?;
    say(&format!("{name} is a host of the firm at {firm} now."));
    Ok(())
}

pub async fn user(platform: Platform, command: UserCommand) -> Result<(), Failure> {
    let (host, name, email) = match command {
        UserCommand::CreateOwner { host, name, email } => (host, name, email),
        UserCommand::SignInLink { host, email } => return sign_in_link(&platform, &host, &email).await,
    };
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']);
    let made = access::setup::create_owner(&platform, &host, &name, &email, password).await;
    made.map_err(|error| {
        let taken = format!("the firm at {host} has an owner already, or {email} is in use there");
        in_words(&error, &format!("no firm answers at {host}"), &taken)
    })?;
    say(&format!("{name} owns the firm at {host}."));
    Ok(())
}

async fn sign_in_link(platform: &Platform, host: &str, email: &str) -> Result<(), Failure> {
    let link = access::sign_in_link::issue(platform, host, email).await.map_err(|error| {
        in_words(&error, "no member of staff with this address at this host", "try again")
    })?;
    let minutes = access::sign_in_link::LIFE / Ts::MINUTE;
    say(&format!("Works once, within {minutes} minutes, for {email}:\n\n    {link}\n"));
    Ok(())
}

/// What was refused, for whoever sits at the terminal; two of the reasons are told by each command.
fn in_words(error: &AppError, missing: &str, conflict: &str) -> Failure {
    match error {
        AppError::NotFound => missing.into(),
        AppError::Conflict => conflict.into(),
        AppError::Invalid(faults) => {
            faults.iter().map(|fault| fault.said.text.as_str()).collect::<Vec<_>>().join("\n").into()
        }
        error => access::gate::in_words(Locale::En, error).into(),
    }
}
