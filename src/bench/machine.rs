//! What the kernel says of processes and of the machine.

use crate::Failure;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Ticks in a second, as `/proc` counts CPU time; the same on every Linux that people run.
const TICKS: f64 = 100.0;

/// What `/proc/<pid>/stat` tells.
struct Stat {
    parent: u32,
    /// User and system time of the process, and of its children that have ended, in seconds.
    own: f64,
    ended: f64,
}

fn stat(pid: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // A name may hold anything; what follows its bracket does not.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some(Stat {
        parent: fields.get(1)?.parse().ok()?,
        own: (ticks(11)? + ticks(12)?) / TICKS,
        ended: (ticks(13)? + ticks(14)?) / TICKS,
    })
}

/// Seconds of CPU that a process used so far.
///
/// # Errors
/// When there is no such process.
pub fn cpu(pid: u32) -> Result<f64, Failure> {
    Ok(stat(pid).ok_or_else(|| format!("no process {pid}"))?.own)
}

/// The same of a process and all that it began: a PostgreSQL with its backends. What an ended backend used has gone to
/// the first process.
///
/// # Errors
/// As [`cpu`].
pub fn cpu_of_family(first: u32) -> Result<f64, Failure> {
    let mut all = HashMap::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        if let Some(stat) = stat(pid) {
            all.insert(pid, stat);
        }
    }
    let head = all.get(&first).ok_or_else(|| format!("no process {first}"))?;
    let children = all.values().filter(|stat| stat.parent == first);
    Ok(head.own + head.ended + children.map(|stat| stat.own + stat.ended).sum::<f64>())
}

/// Memory of a process, in bytes: what is resident, and of that what is its own and no file's.
///
/// # Errors
/// When there is no such process.
pub fn memory(pid: u32) -> Result<(u64, u64), Failure> {
    let text = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let kib = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    let (all, own) = (kib("VmRSS:"), kib("RssAnon:"));
    Ok((all.ok_or("no VmRSS")? * 1024, own.ok_or("no RssAnon")? * 1024))
}

/// Bytes that a process caused to be written to storage.
#[must_use]
pub fn written(pid: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/io")).ok()?;
    text.lines().find_map(|line| line.strip_prefix("write_bytes:"))?.trim().parse().ok()
}

/// The machine, in a line.
#[must_use]
pub fn described() -> String {
    let first = |file: &str, name: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        line.split_once(':').map(|(_, rest)| rest.trim().to_owned()).unwrap_or_default()
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split_whitespace().take(3).collect();
    format!(
        "{} x {}, memory {}, Linux {}, load before {}",
        cores,
        first("/proc/cpuinfo", "model name"),
        first("/proc/meminfo", "MemTotal"),
        kernel.trim(),
        load.join(" ")
    )
}

/// Bytes of a file, and of what lies beside it under its name.
#[must_use]
pub fn size(database: &Path) -> u64 {
    let beside = database.with_extension("db-wal");
    [database, &beside].into_iter().filter_map(|file| fs::metadata(file).ok()).map(|about| about.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_very_process_is_known() {
        let me = std::process::id();
        assert!(cpu(me).unwrap() >= 0.0);
        let (all, own) = memory(me).unwrap();
        assert!(all >= own && own > 0);
        let own = cpu(me).unwrap();
        assert!(cpu_of_family(me).unwrap() >= own);
        assert!(cpu(u32::MAX).is_err());
    }
}
