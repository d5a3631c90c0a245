//! The table, for people and for programs.

use crate::memory::Memory;
use crate::server::Seeded;
use crate::settings::{Engine, Settings};
use crate::storm::Storm;
use crate::work::Work;
use crate::{Failure, fit};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// What a page cost at one size.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Microseconds of CPU for an answer: here, and from the bare server.
    pub cost: f64,
    pub bare: Option<f64>,
    /// Bytes on the wire, and as they are meant.
    pub bytes: (usize, usize),
}

/// What is measured beside the pages.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// Milliseconds from the start to the first answer.
    pub start: f64,
    pub memory: Memory,
    pub in_earnest: Storm,
    pub in_demo: Option<Storm>,
}

/// All of it.
pub struct Report {
    machine: String,
    engines: Vec<Engine>,
    sizes: Vec<usize>,
    rounds: usize,
    cells: Vec<(Engine, usize, Work, Cell)>,
    beside: Vec<(Engine, usize, Beside)>,
    seeded: Vec<(Engine, usize, Seeded, Option<u64>)>,
}

impl Report {
    #[must_use]
    pub fn new(machine: String, settings: &Settings) -> Self {
        Self {
            machine,
            engines: settings.engines.clone(),
            sizes: settings.sizes.clone(),
            rounds: settings.rounds,
            cells: Vec::new(),
            beside: Vec::new(),
            seeded: Vec::new(),
        }
    }

    pub fn add(&mut self, engine: Engine, size: usize, work: Work, cell: Cell) {
        self.cells.push((engine, size, work, cell));
    }

    pub fn add_beside(&mut self, engine: Engine, size: usize, found: Beside) {
        self.beside.push((engine, size, found));
    }

    pub fn add_seeded(&mut self, engine: Engine, size: usize, seeded: Seeded, bytes: Option<u64>) {
        self.seeded.push((engine, size, seeded, bytes));
    }

    /// Keeps what there is so far beside the databases.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, settings: &Settings) -> Result<(), Failure> {
        std::fs::write(settings.folder.join("pages.md"), self.markdown())?;
        std::fs::write(settings.folder.join("pages.json"), serde_json::to_string_pretty(&self.json())?)?;
        Ok(())
    }

    fn cell(&self, engine: Engine, size: usize, work: Work) -> Option<Cell> {
        let mut found = self.cells.iter().filter(|(e, s, w, _)| (*e, *s, *w) == (engine, size, work));
        found.next().map(|(.., cell)| *cell)
    }

    fn growth(&self, engine: Engine, work: Work) -> Option<f64> {
        let points: Vec<(f64, f64)> = self
            .sizes
            .iter()
            .filter_map(|size| Some((number(*size), self.cell(engine, *size, work)?.cost)))
            .collect();
        fit::exponent(&points)
    }

    /// As people read it.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!(
            "# What pages cost\n\n{}. Microseconds of CPU for an answer, user and system time of the server's process (with \
             PostgreSQL also of all of its processes), the middle of {} rounds that take turns with a bare hyper and rusqlite \
             server of the same statement and as many bytes. Answers are compressed as browsers ask for it; the bare server's \
             are not. In brackets: how many times the bare server's cost.\n",
            self.machine, self.rounds
        );
        for engine in &self.engines {
            self.pages(*engine, &mut out);
        }
        self.others(&mut out);
        out
    }

    fn pages(&self, engine: Engine, out: &mut String) {
        let sizes: String = self.sizes.iter().map(|size| format!(" {} |", short(*size))).collect();
        let _ = write!(out, "\n## {}\n\n| page |{sizes} must | growth | bytes |\n| --- |", engine.name());
        out.push_str(&" ---: |".repeat(self.sizes.len() + 3));
        out.push('\n');
        for work in Work::ALL {
            let cells: Vec<Option<Cell>> =
                self.sizes.iter().map(|size| self.cell(engine, *size, work)).collect();
            let Some(last) = cells.iter().flatten().last() else { continue };
            let _ = write!(out, "| {} |", work.name());
            for cell in &cells {
                match cell {
                    None => out.push_str(" |"),
                    Some(Cell { cost, bare: Some(bare), .. }) => {
                        let _ = write!(out, " {cost:.0} ({:.1}) |", cost / bare);
                    }
                    Some(cell) => {
                        let _ = write!(out, " {:.0} |", cell.cost);
                    }
                }
            }
            let must = if engine == Engine::Sqlite { work.must() } else { 2.0 * work.must() };
            let missed = if cells.iter().flatten().any(|cell| cell.cost > must) { " **missed**" } else { "" };
            let growth = self.growth(engine, work).map_or_else(String::new, |found| {
                let steep = if found > work.steepest() { " **missed**" } else { "" };
                format!("{found:.2} <= {}{steep}", work.steepest())
            });
            let _ = writeln!(out, " {must:.0}{missed} | {growth} | {} of {} |", last.bytes.0, last.bytes.1);
        }
    }

    fn others(&self, out: &mut String) {
        if !self.beside.is_empty() {
            out.push_str("\n## Beside the pages\n\n");
        }
        for (engine, size, found) in &self.beside {
            let memory = found.memory;
            let _ = writeln!(
                out,
                "- {}, {} accounts: start {:.0} ms (must 200); memory at rest {} of which {} no file's (must 40), after a page \
                 of each kind {}; a live stream {:.1} kB (must 16, {} streams)",
                engine.name(),
                short(*size),
                found.start,
                mega(memory.idle.0),
                mega(memory.idle.1),
                mega(memory.used.0),
                memory.stream / 1e3,
                memory.streams
            );
            weather(out, "wrong passwords at 100 a second", &found.in_earnest);
            if let Some(storm) = &found.in_demo {
                weather(out, "the same in the demo", storm);
            }
        }
        if !self.seeded.is_empty() {
            out.push_str("\n## Seeding\n\n");
        }
        for (engine, size, seeded, bytes) in &self.seeded {
            // What PostgreSQL writes, its own processes write.
            let file = bytes.map_or_else(String::new, |bytes| {
                format!(", {} written for a file of {}", mega(seeded.written), mega(bytes))
            });
            let took = seeded.took.as_secs_f64();
            let _ = writeln!(out, "- {}, {} accounts: {took:.1} s{file}", engine.name(), short(*size));
        }
    }

    /// As programs read it.
    #[must_use]
    pub fn json(&self) -> Value {
        let cells = self.cells.iter().map(|(engine, size, work, cell)| {
            json!({ "engine": engine.name(), "accounts": size, "page": work.name(), "cpu_us": cell.cost,
                "bare_cpu_us": cell.bare, "must_us": work.must(), "wire_bytes": cell.bytes.0, "bytes": cell.bytes.1 })
        });
        let growth = self.engines.iter().flat_map(|engine| {
            Work::ALL.into_iter().map(move |work| {
                json!({ "engine": engine.name(), "page": work.name(), "exponent": self.growth(*engine, work),
                    "must": work.steepest() })
            })
        });
        let storm = |storm: &Storm| {
            json!({ "quiet_p50_ms": storm.quiet.0, "quiet_p99_ms": storm.quiet.1, "storm_p50_ms": storm.stormy.0,
                "storm_p99_ms": storm.stormy.1, "came": storm.came, "answered": storm.refused, "put_off": storm.put_off })
        };
        let beside = self.beside.iter().map(|(engine, size, found)| {
            json!({ "engine": engine.name(), "accounts": size, "start_ms": found.start,
                "idle_bytes": found.memory.idle.0, "idle_anonymous_bytes": found.memory.idle.1,
                "used_bytes": found.memory.used.0, "stream_bytes": found.memory.stream,
                "storm": storm(&found.in_earnest), "storm_in_demo": found.in_demo.as_ref().map(storm) })
        });
        let seeded = self.seeded.iter().map(|(engine, size, seeded, bytes)| {
            json!({ "engine": engine.name(), "accounts": size, "seconds": seeded.took.as_secs_f64(),
                "written_bytes": seeded.written, "file_bytes": bytes })
        });
        json!({ "machine": self.machine, "rounds": self.rounds, "pages": cells.collect::<Vec<_>>(),
            "growth": growth.collect::<Vec<_>>(), "beside": beside.collect::<Vec<_>>(),
            "seeded": seeded.collect::<Vec<_>>() })
    }
}

fn weather(out: &mut String, what: &str, storm: &Storm) {
    let _ = writeln!(
        out,
        "  - {what}: the list takes {:.1} ms, p99 {:.1}, and {:.1}, p99 {:.1}, when it is quiet: {:.1} times (must 2); {} \
         came, {} were answered, {} of them put off",
        storm.stormy.0,
        storm.stormy.1,
        storm.quiet.0,
        storm.quiet.1,
        storm.stormy.1 / storm.quiet.1,
        storm.came,
        storm.refused,
        storm.put_off
    );
}

#[expect(clippy::cast_precision_loss, reason = "far below what a float can count")]
fn number(size: usize) -> f64 {
    size as f64
}

#[expect(clippy::cast_precision_loss, reason = "megabytes")]
fn mega(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

fn short(size: usize) -> String {
    match size {
        1_000_000.. if size.is_multiple_of(1_000_000) => format!("{}M", size / 1_000_000),
        1_000.. if size.is_multiple_of(1_000) => format!("{}k", size / 1_000),
        _ => size.to_string(),
    }
}
