//! Whether the time of an answer tells which addresses are known (SEC-10). A measurement, no test: `make bench-timing`.
//!
//! The real router in-process, with passwords that cost what they cost in earnest. Samples of all kinds are interleaved,
//! so that whatever else the machine does falls on all of them alike. Wanted: medians within 2 %, |Welch's t| < 4.5.
//!
//! What a request leaves to the worker may tell as well: there the next answer is measured, while the worker is at it.

use crate::site::{Ask, TestSite};
use directory::testing::a_firm;
use kernel::Ts;
use platform::rng::{OsRng, Rng};
use platform::testing::{On, TestPlatform};
use platform::{Cx, sql};
use std::time::Instant;

const PASSWORD: &str = "Pfefferminz und Eisenbahn";
/// Samples of each kind, unless `SAMPLES` says another number.
const SAMPLES: usize = 200;
/// Answers before the first that counts.
const WARM_UP: usize = 5;

/// A form, the status it is answered with, and who asks: the first is nobody, with whom the others are compared.
struct Question {
    form: &'static str,
    status: u16,
    switched_off: bool,
    /// Not the answer is measured but the next one, to somebody else, during the work that this one leaves.
    next: bool,
    addresses: &'static [&'static str],
}

const QUESTIONS: [Question; 4] = [
    Question {
        form: "/login",
        status: 422,
        switched_off: false,
        next: false,
        addresses: &["unknown", "known", "without a password", "not activated", "disabled"],
    },
    Question {
        form: "/login",
        status: 409,
        switched_off: true,
        next: false,
        addresses: &["unknown", "known", "disabled"],
    },
    Question {
        form: "/password/forgot",
        status: 303,
        switched_off: false,
        next: false,
        addresses: &["unknown", "known", "without a password", "not activated", "disabled"],
    },
    Question {
        form: "/password/forgot",
        status: 303,
        switched_off: false,
        next: true,
        addresses: &["unknown", "known", "without a password", "not activated", "disabled"],
    },
];

fn address(kind: &str) -> String {
    format!("{}@mueller.example", kind.replace(' ', "-"))
}

async fn run(cx: &Cx, what: &'static str) {
    let (firm, now) = (cx.firm.id, cx.now());
    let work = cx.db.write(move |tx| {
        Box::pin(async move {
            let done = match what {
                "switch off" => {
                    sql!("UPDATE password_streak SET tries = 100, told_at = $2 WHERE firm_id = $1", firm, now)
                        .run(tx)
                        .await?
                }
                "forget" => {
                    sql!("DELETE FROM password_streak WHERE firm_id = $1", firm).run(tx).await?;
                    sql!("DELETE FROM limit_counter").run(tx).await?
                }
                "forget limits" => sql!("DELETE FROM limit_counter").run(tx).await?,
                _ => 0,
            };
            Ok(done)
        })
    });
    work.await.unwrap();
}

async fn stage(site: &TestSite) {
    let f = a_firm(&site.cx());
    let person = |kind: &str| f.person(&address(kind)).named(kind);
    for somebody in [
        // Somebody with access, who gets a mail.
        person("known").employee(&[]).password(PASSWORD),
        person("without a password"),
        person("not activated").prospect().password(PASSWORD),
        person("disabled").disabled().password(PASSWORD),
    ] {
        somebody.seed().await;
    }
}

/// Milliseconds until the whole answer is there, or the next one.
async fn sample(site: &TestSite, question: &Question, kind: &str) -> f64 {
    let email = address(kind);
    let form = [("email", email.as_str()), ("password", "certainly not the password")];
    let form = if question.form == "/login" { &form[..] } else { &form[..1] };
    let began = Instant::now();
    let answer = site.ask(Ask::post(question.form, form)).await;
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    assert_eq!(answer.status, question.status, "{kind} at {}", question.form);
    if !question.next {
        return took;
    }
    let platform = site.t.platform.clone();
    let worker = tokio::spawn(async move { while server::worker::round(&platform).await {} });
    // Each once within an hour, and as long as the others.
    let place = question.addresses.iter().position(|it| *it == kind).unwrap_or_default();
    let nobody = format!("nobody-{place}@elsewhere.example");
    let began = Instant::now();
    let next = site.ask(Ask::post("/password/forgot", &[("email", &nobody)])).await;
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    assert_eq!(next.status, 303, "after {kind}");
    worker.await.unwrap();
    while server::worker::round(&site.t.platform).await {}
    took
}

/// The kinds in an order of its own for each round: what comes after what is nobody's advantage.
fn shuffled(kinds: usize) -> Vec<usize> {
    let mut keys: Vec<(u64, usize)> = (0..kinds)
        .map(|kind| {
            let mut bytes = [0; 8];
            OsRng.fill(&mut bytes);
            (u64::from_be_bytes(bytes), kind)
        })
        .collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, kind)| kind).collect()
}

async fn measure(site: &TestSite, question: &Question, samples: usize) -> Vec<Vec<f64>> {
    let mut times = vec![Vec::with_capacity(samples); question.addresses.len()];
    run(&site.cx(), "forget").await;
    if question.switched_off {
        for kind in question.addresses {
            sample(site, &QUESTIONS[0], kind).await;
        }
        run(&site.cx(), "switch off").await;
    }
    for round in 0..samples + WARM_UP {
        run(&site.cx(), if question.switched_off { "forget limits" } else { "forget" }).await;
        site.t.clock.advance(Ts::HOUR);
        for kind in shuffled(question.addresses.len()) {
            let took = sample(site, question, question.addresses[kind]).await;
            if round >= WARM_UP {
                times[kind].push(took);
            }
        }
    }
    times
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) { f64::midpoint(sorted[half - 1], sorted[half]) } else { sorted[half] }
}

/// Mean and variance of the mean.
fn spread(times: &[f64]) -> (f64, f64) {
    let n = times.len() as f64;
    let mean = times.iter().sum::<f64>() / n;
    (mean, times.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (n - 1.0) / n)
}

fn welch(one: &[f64], two: &[f64]) -> f64 {
    let ((a, va), (b, vb)) = (spread(one), spread(two));
    (b - a) / (va + vb).sqrt()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement of minutes: make bench-timing"]
#[expect(clippy::disallowed_methods, reason = "it is run by hand, and told how often to measure")]
async fn bench_timing() {
    let samples = std::env::var("SAMPLES").ok().and_then(|text| text.parse().ok()).unwrap_or(SAMPLES);
    for (name, on) in [("SQLite", On::Sqlite), ("PostgreSQL", On::Postgres)] {
        let Some(platform) = TestPlatform::in_earnest(on).await else { continue };
        let site = TestSite::standing_on(platform);
        stage(&site).await;
        for question in &QUESTIONS {
            let state = match (question.switched_off, question.next) {
                (true, _) => ", switched off",
                (_, true) => ", the next answer",
                _ => "",
            };
            println!("{name}, {}{state}: {samples} samples of each kind", question.form);
            let times = measure(&site, question, samples).await;
            for (kind, own) in question.addresses.iter().zip(&times) {
                let (base, here) = (median(&times[0]), median(own));
                println!(
                    "  {kind:<20} median {here:>8.3} ms  {:>+7.2} %  t {:>+6.2}",
                    (here - base) / base * 100.0,
                    welch(&times[0], own)
                );
            }
        }
    }
}
