//! What is measured, by variables: `SIZES=10000,100000 ENGINES=sqlite ROUNDS=3`.

use crate::Failure;
use std::collections::HashMap;
use std::path::PathBuf;

/// A kind of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        }
    }
}

/// What is measured.
pub struct Settings {
    /// Accounts of the firm.
    pub sizes: Vec<usize>,
    pub engines: Vec<Engine>,
    /// Rounds of each page; the median of them counts.
    pub rounds: usize,
    /// Names of workloads; all when it is empty.
    pub only: Vec<String>,
    /// Whether memory, start and storm are measured too.
    pub beside: bool,
    /// Seconds of each part of the storm, and of quiet before memory is read.
    pub seconds: u64,
    /// The product's binary.
    pub portico: PathBuf,
    /// Where databases and tables are kept.
    pub folder: PathBuf,
    /// Changes with whatever makes a database another one.
    pub stamp: String,
    /// A PostgreSQL for this alone, and the process id of its first process.
    pub postgres: Option<(String, u32)>,
}

impl Settings {
    /// As the variables say.
    ///
    /// # Errors
    /// What makes no sense.
    pub fn of_environment() -> Result<Self, Failure> {
        let variables: HashMap<String, String> = std::env::vars().collect();
        let given = |name: &str| variables.get(name).filter(|text| !text.trim().is_empty()).cloned();
        let list = |text: String| text.split(',').map(|one| one.trim().to_owned()).collect::<Vec<_>>();
        let sizes = list(given("SIZES").unwrap_or_else(|| "10000,100000,1000000".to_owned()))
            .iter()
            .map(|size| size.parse().map_err(|_| format!("SIZES: {size} is no number")))
            .collect::<Result<_, _>>()?;
        let engines = list(given("ENGINES").unwrap_or_else(|| "sqlite,postgres".to_owned()))
            .iter()
            .map(|name| match name.as_str() {
                "sqlite" => Ok(Engine::Sqlite),
                "postgres" => Ok(Engine::Postgres),
                other => Err(format!("ENGINES: sqlite or postgres, not {other}")),
            })
            .collect::<Result<Vec<_>, _>>()?;
        let number = |name: &str, otherwise: u64| {
            given(name)
                .map_or(Ok(otherwise), |text| text.parse().map_err(|_| format!("{name}: a number is wanted")))
        };
        let postgres = match (given("BENCH_POSTGRES_URL"), number("BENCH_POSTGRES_PID", 0)?) {
            (Some(url), pid) if pid > 0 => Some((url, u32::try_from(pid)?)),
            _ => None,
        };
        if engines.contains(&Engine::Postgres) && postgres.is_none() {
            return Err(
                "BENCH_POSTGRES_URL and BENCH_POSTGRES_PID name the server: .ci/bench-pages sets them".into(),
            );
        }
        Ok(Self {
            sizes,
            engines,
            rounds: usize::try_from(number("ROUNDS", 7)?)?.max(1),
            only: given("ONLY").map(list).unwrap_or_default(),
            beside: given("BESIDE").is_none_or(|text| text != "0"),
            seconds: number("SECONDS_EACH", 20)?,
            portico: given("PORTICO_BIN").unwrap_or_else(|| "target/release/portico".to_owned()).into(),
            folder: given("BENCH_DIR").unwrap_or_else(|| "target/bench".to_owned()).into(),
            stamp: given("BENCH_STAMP").unwrap_or_else(|| "0".to_owned()),
            postgres,
        })
    }
}
