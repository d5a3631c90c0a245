//! One size after the other: databases, servers, rounds, and what is measured beside the pages.

use crate::client::{Ask, Client};
use crate::drive::{Weight, drive};
use crate::fixtures::{self, Fixtures};
use crate::report::{Beside, Cell, Report};
use crate::server::{Home, Server, seed};
use crate::settings::{Engine, Settings};
use crate::work::Work;
use crate::{Failure, fit, machine, memory, probe, storm, tell};
use platform::clock::{Clock as _, SystemClock};
use platform::db::Db;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Accounts and clients that are looked at in turn.
const MOST: usize = 1_000;
/// Seconds of CPU that a visit to a server shall take, so that a tick of the clock is little of it.
const VISIT: f64 = 0.5;
/// The size at which memory, start and storm are measured, if it is among the sizes.
const BESIDE: usize = 100_000;

/// A database of one size.
struct Place {
    engine: Engine,
    folder: PathBuf,
    database: Option<String>,
}

impl Place {
    fn of(settings: &Settings, engine: Engine, size: usize) -> Result<Self, Failure> {
        let kind = if engine == Engine::Sqlite { "sqlite" } else { "postgres" };
        let folder = settings.folder.join(format!("{kind}-{size}"));
        let database = match (engine, &settings.postgres) {
            (Engine::Sqlite, _) => None,
            (Engine::Postgres, Some((url, _))) => Some(named(url, size)?),
            (Engine::Postgres, None) => return Err("no PostgreSQL is known".into()),
        };
        Ok(Self { engine, folder, database })
    }

    fn home(&self) -> Home<'_> {
        Home { folder: &self.folder, database: self.database.as_deref() }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("portico.db")
    }

    fn url(&self) -> String {
        self.database.clone().unwrap_or_else(|| format!("sqlite://{}", self.file().display()))
    }
}

/// The database of a size on the server at this address.
fn named(url: &str, size: usize) -> Result<String, Failure> {
    let (before, query) = url.split_once('?').unwrap_or((url, ""));
    let (server, _) = before.rsplit_once('/').ok_or("BENCH_POSTGRES_URL names no database")?;
    Ok(format!("{server}/portico_bench_{size}?{query}"))
}

/// Measures it all and prints the table.
///
/// # Errors
/// Whatever fails first, a wrong answer included.
pub async fn all(settings: &Settings) -> Result<(), Failure> {
    std::fs::create_dir_all(&settings.folder)?;
    let mut report = Report::new(machine::described(), settings);
    let beside =
        settings.sizes.iter().copied().find(|size| *size == BESIDE).or(settings.sizes.last().copied());
    for size in &settings.sizes {
        of_size(settings, *size, beside == Some(*size), &mut report).await?;
        report.write(settings)?;
    }
    crate::say(&report.markdown());
    Ok(())
}

async fn of_size(settings: &Settings, size: usize, beside: bool, report: &mut Report) -> Result<(), Failure> {
    let mut running = Vec::new();
    for engine in &settings.engines {
        let place = Place::of(settings, *engine, size)?;
        filled(settings, &place, size, report).await?;
        let db = Db::open(&place.url()).await.map_err(|error| format!("database: {}", error.0))?;
        fixtures::make_real(&db).await?;
        let fixtures = Arc::new(Fixtures::gather(&db, MOST, SystemClock.now()).await?);
        db.close().await;
        if settings.beside && beside {
            tell(&format!("{} {size}: start, memory, storm", engine.name()));
            let found = beside_pages(settings, &place, &fixtures).await?;
            report.add_beside(*engine, size, found);
        }
        let server = Server::begin(&settings.portico, place.home(), false).await?;
        running.push(Running { engine: *engine, server, fixtures, asked: 0 });
    }
    // The bare server reads the same file; without one there is nothing to compare with.
    let bare = match settings.engines.contains(&Engine::Sqlite) {
        true => Some(Server::begin_probe(&Place::of(settings, Engine::Sqlite, size)?.file()).await?),
        false => None,
    };
    for work in Work::ALL {
        if settings.only.is_empty() || settings.only.iter().any(|name| name == work.name()) {
            rounds(settings, size, work, &mut running, bare.as_ref(), report).await?;
        }
    }
    for one in running {
        one.server.end().await?;
    }
    if let Some(bare) = bare {
        bare.end().await?;
    }
    Ok(())
}

/// Makes the database unless it is there from another time.
async fn filled(settings: &Settings, place: &Place, size: usize, report: &mut Report) -> Result<(), Failure> {
    let stamp = place.folder.join("stamp");
    if std::fs::read_to_string(&stamp).is_ok_and(|text| text == settings.stamp) {
        return Ok(());
    }
    if place.engine == Engine::Sqlite && place.folder.exists() {
        std::fs::remove_dir_all(&place.folder)?;
    }
    tell(&format!("{} {size}: seeding", place.engine.name()));
    let seeded = seed(&settings.portico, place.home(), size).await?;
    let bytes = (place.engine == Engine::Sqlite).then(|| machine::size(&place.file()));
    report.add_seeded(place.engine, size, seeded, bytes);
    std::fs::write(stamp, &settings.stamp)?;
    Ok(())
}

struct Running {
    engine: Engine,
    server: Server,
    fixtures: Arc<Fixtures>,
    /// Questions so far, so that the next are others.
    asked: usize,
}

/// What one visit to a server cost.
struct Visit {
    /// Microseconds of CPU for each answer.
    each: f64,
    weight: Weight,
}

impl Running {
    fn cpu(&self, settings: &Settings) -> Result<f64, Failure> {
        let own = self.server.cpu()?;
        match (self.engine, &settings.postgres) {
            (Engine::Postgres, Some((_, first))) => Ok(own + machine::cpu_of_family(*first)?),
            _ => Ok(own),
        }
    }

    async fn visit(&mut self, settings: &Settings, work: Work, count: usize) -> Result<Visit, Failure> {
        let before = self.cpu(settings)?;
        let weight = drive(self.server.address, work, &self.fixtures, (self.asked, count)).await?;
        self.asked += weight.answers;
        let after = self.cpu(settings)?;
        Ok(Visit { each: per(after - before, weight.answers), weight })
    }
}

#[expect(clippy::cast_precision_loss, reason = "some thousand answers")]
fn per(seconds: f64, answers: usize) -> f64 {
    seconds * 1e6 / answers.max(1) as f64
}

/// The bare server, SQLite, PostgreSQL, SQLite, the bare server: whatever changes meanwhile on the machine changes for all.
async fn rounds(
    settings: &Settings,
    size: usize,
    work: Work,
    running: &mut [Running],
    bare: Option<&Server>,
    report: &mut Report,
) -> Result<(), Failure> {
    let mut count = 64;
    let mut bytes = 0;
    for one in running.iter_mut() {
        // Warm, and how many it takes to be measurable.
        one.visit(settings, work, 64).await?;
        let warm = one.visit(settings, work, 128).await?;
        bytes = warm.weight.each().1;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded right here")]
        let enough = (VISIT * 1e6 / warm.each.max(20.0)).clamp(64.0, 20_000.0) as usize;
        count = count.max(enough);
    }
    let mut costs: Vec<Vec<f64>> = running.iter().map(|_| Vec::new()).collect();
    let (mut of_bare, mut weight) = (Vec::new(), Weight::default());
    for _ in 0..settings.rounds {
        let last = running.len().saturating_sub(1);
        of_bare.extend(bare_visit(bare, work, count, bytes).await?);
        for place in (0..=last).chain((0..last).rev()) {
            if let Some(one) = running.get_mut(place) {
                let visit = one.visit(settings, work, count).await?;
                weight = visit.weight;
                costs[place].push(visit.each);
            }
        }
        of_bare.extend(bare_visit(bare, work, count, bytes).await?);
    }
    let of_bare = (!of_bare.is_empty()).then(|| fit::median(&of_bare));
    for (one, costs) in running.iter().zip(&costs) {
        let cell = Cell { cost: fit::median(costs), bare: of_bare, bytes: weight.each() };
        tell(&format!("{} {size}: {} {:.0} us", one.engine.name(), work.name(), cell.cost));
        report.add(one.engine, size, work, cell);
    }
    Ok(())
}

async fn bare_visit(
    bare: Option<&Server>,
    work: Work,
    count: usize,
    bytes: usize,
) -> Result<Option<f64>, Failure> {
    let Some(server) = bare else { return Ok(None) };
    let connections = work.connections();
    let before = server.cpu()?;
    let mut all = tokio::task::JoinSet::new();
    for connection in 0..connections {
        let (address, each) = (server.address, count.div_ceil(connections));
        all.spawn(async move {
            let mut client = Client::connect(address).await?;
            for turn in 0..each {
                let path = probe::path(work, turn * connections + connection, bytes);
                let answer = client.ask(&Ask::page(path, None)).await?;
                if answer.status == http::StatusCode::NOT_IMPLEMENTED {
                    return Ok(None);
                }
                if !answer.status.is_success() || answer.body.len() < bytes {
                    return Err::<_, Failure>("the bare server answered something else".into());
                }
            }
            Ok(Some(each))
        });
    }
    let mut answers = 0;
    while let Some(ended) = all.join_next().await {
        match ended?? {
            Some(each) => answers += each,
            None => return Ok(None),
        }
    }
    Ok(Some(per(server.cpu()? - before, answers)))
}

async fn beside_pages(
    settings: &Settings,
    place: &Place,
    fixtures: &Arc<Fixtures>,
) -> Result<Beside, Failure> {
    let mut starts = Vec::new();
    for _ in 0..5 {
        let server = Server::begin(&settings.portico, place.home(), false).await?;
        starts.push(server.took.as_secs_f64() * 1e3);
        server.end().await?;
    }
    let server = Server::begin(&settings.portico, place.home(), false).await?;
    let memory = memory::measure(&server, fixtures, settings.seconds).await?;
    server.end().await?;
    let server = Server::begin(&settings.portico, place.home(), false).await?;
    let in_earnest = storm::measure(&server, fixtures, settings.seconds).await?;
    server.end().await?;
    let in_demo = match place.engine {
        Engine::Sqlite => Some(demo(settings, &settings.folder.join("demo")).await?),
        Engine::Postgres => None,
    };
    Ok(Beside { start: fit::median(&starts), memory, in_earnest, in_demo })
}

/// The storm against a demo, on a database of its own.
async fn demo(settings: &Settings, folder: &Path) -> Result<storm::Storm, Failure> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    let home = Home { folder, database: None };
    seed(&settings.portico, home, 5_000).await?;
    let url = format!("sqlite://{}", folder.join("portico.db").display());
    let db = Db::open(&url).await.map_err(|error| format!("database: {}", error.0))?;
    let fixtures = Arc::new(Fixtures::gather(&db, 200, SystemClock.now()).await?);
    db.close().await;
    let server = Server::begin(&settings.portico, home, true).await?;
    let found = storm::measure(&server, &fixtures, settings.seconds).await?;
    server.end().await?;
    Ok(found)
}
