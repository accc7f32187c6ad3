//! Both engines beside each other: a change of a NemID and a whole log-on, with 1, 8 and 32 at once. The world is multiplied in
//! a file and copied to the server, so that both have the same rows. Started by `benches/engines.sh`.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

mod many;

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rocket::tokio::runtime::Runtime;
use rocket::tokio::task::JoinSet;
use rules::actor::{Actor, Channel, Stamp};
use rules::nemid::{Event, Purpose};
use rules::words::TypedUserId;
use service::cases::access::audience::Audience;
use service::cases::access::key_question::{PosedBy, Typed};
use service::cases::access::log_on;
use service::cases::access::password::Credentials;
use service::cases::app::{App, Origin};
use service::cases::open;
use service::cases::open::Server;
use service::testing::StoreError;
use service::testing::transfer::{Others, Side, copy};
use service::testing::{Chance, Place};

use many::cpu::{self, Cpu};
use many::{Many, PASSWORD, opening};

/// How many act at the same time.
const AT_ONCE: [u32; 3] = [1, 8, 32];

fn main() {
    let counts: Vec<u32> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let address = std::env::var("BENCH_DATABASE").expect("benches/engines.sh names a server");
    let seconds = std::env::var("BENCH_SECONDS").map_or(5, |seconds| seconds.parse().unwrap());
    let runtime = Runtime::new().unwrap();
    for count in counts {
        let folder = std::env::temp_dir().join(format!("selvbetjening-engines-{}", std::process::id()));
        let began = Instant::now();
        let many = runtime.block_on(Many::made(&folder, count));
        println!("{count} NemIDs: made in {:.0} s", began.elapsed().as_secs_f64());
        let server = Server::parse(&address, None).unwrap().with_schema(&format!("bench-{count}"));
        let (from, to) = (Side::File(Place::below(&folder)), Side::Schema(Box::new(server.clone())));
        let began = Instant::now();
        let rows = copy(&from, &to, Others::Wait).unwrap().rows();
        println!(
            "{count} NemIDs: {rows} rows copied to the server in {:.0} s",
            began.elapsed().as_secs_f64()
        );
        for at_once in AT_ONCE {
            for on in [None, Some(&server)] {
                runtime.block_on(measured(&folder, on, &many, at_once, Duration::from_secs(seconds)));
            }
        }
        runtime.block_on(server.remove()).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

/// What is measured.
#[derive(Clone, Copy, Debug)]
enum What {
    /// One transaction: the NemID is loaded, one of its settings changed, an event appended.
    Change,
    /// User ID and password, the question, the key, the session; the password costs next to nothing here.
    LogOn,
}

async fn measured(folder: &Path, on: Option<&Server>, many: &Many, at_once: u32, how_long: Duration) {
    let app = open::open(opening(folder, on)).await.unwrap();
    assert!(
        changes(&app, 1).await.is_some() && logs_on(&app, many, 1).await.is_some(),
        "nothing can be measured"
    );
    for what in [What::Change, What::LogOn] {
        // Connections are made and statements prepared before it counts.
        run(&app, many, what, at_once, Duration::from_secs(1)).await;
        let again = again(on).await;
        let before = cpu::now();
        let began = Instant::now();
        let Ran { mut took, failed } = run(&app, many, what, at_once, how_long).await;
        let (elapsed, Cpu { own, server }) = (began.elapsed().as_secs_f64(), cpu::now().since(before));
        let again = self::again(on).await - again;
        took.sort_unstable();
        let done = f64::from(u32::try_from(took.len()).unwrap());
        let part = |of: usize| {
            took.get(took.len() * of / 100).map_or(0.0, |time: &Duration| time.as_secs_f64() * 1_000.0)
        };
        let engine = if on.is_some() { "PostgreSQL" } else { "SQLite" };
        println!(
            "{:>9} NemIDs  {engine:10}  {what:6?}  {at_once:>2} at once  {:>6.0} /s  p50 {:>6.2} ms  p99 {:>6.2} ms  \
             CPU {:.2} + {:.2} ms  made again {again}  not done {failed}",
            many.count,
            done / elapsed,
            part(50),
            part(99),
            own * 1_000.0 / done,
            server * 1_000.0 / done,
        );
    }
}

/// How many transactions the server has rolled back so far; SQLite has one writer, and none.
async fn again(on: Option<&Server>) -> i64 {
    let Some(server) = on.cloned() else { return 0 };
    // It counts with a delay.
    rocket::tokio::time::sleep(Duration::from_millis(1_500)).await;
    let sql = "SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()";
    rocket::tokio::task::spawn_blocking(move || server.ask(sql).unwrap()).await.unwrap()
}

/// What became of a run.
struct Ran {
    took: Vec<Duration>,
    failed: u64,
}

async fn run(app: &App, many: &Many, what: What, at_once: u32, how_long: Duration) -> Ran {
    let (until, failed) = (Instant::now() + how_long, Arc::new(AtomicU64::new(0)));
    let mut acting = JoinSet::new();
    for _ in 0..at_once {
        let (app, many, failed) = (app.clone(), many.clone(), Arc::clone(&failed));
        acting.spawn(async move {
            let (chance, mut took) = (Chance::from_os().unwrap(), Vec::new());
            while Instant::now() < until {
                let (nth, began) = (chance.below(many.count) + 1, Instant::now());
                let is_done = match what {
                    What::Change => changes(&app, nth).await.is_some(),
                    What::LogOn => logs_on(&app, &many, nth).await.is_some(),
                };
                if is_done {
                    took.push(began.elapsed());
                } else {
                    failed.fetch_add(1, Ordering::Relaxed);
                }
            }
            took
        });
    }
    let took = acting.join_all().await.concat();
    Ran { took, failed: failed.load(Ordering::Relaxed) }
}

async fn changes(app: &App, nth: u32) -> Option<()> {
    let stamp = Stamp {
        at: app.now(),
        actor: Actor::Citizen,
        channel: Channel::Selvbetjening,
        address: None,
        device: None,
    };
    let change = app.store().write::<_, StoreError, _>(move |tx| {
        let Some(nemid) = tx.nemid(many::number(nth))? else { return Ok(None) };
        let switched = Event::RecordingSwitched { on: !nemid.recording };
        tx.save_events(&nemid, &[switched], &stamp, &|_| [0; 32]).map(|_| Some(()))
    });
    change.await.ok()?
}

async fn logs_on(app: &App, many: &Many, nth: u32) -> Option<()> {
    let address: IpAddr = [127, 0, 0, 1].into();
    let origin = Origin { address: Some(address), ..Origin::inside(Channel::Selvbetjening) };
    let typed = Credentials {
        user_id: TypedUserId::parse(&many::number(nth).to_string()).ok()?,
        password: rules::words::TypedPassword::parse(PASSWORD).ok()?,
    };
    let purpose: Purpose = Audience::Selvbetjening.log_on();
    let token = log_on::with_password(app, &typed, purpose, &origin).await.ok()?;
    let PosedBy::Card(asked) = log_on::question(app, &token).await.ok()?.posed.by else { return None };
    // As somebody reads it off the card.
    let printed = app.press().table(&asked.card, &many.salt);
    let key = printed.into_iter().find(|(number, _)| *number == asked.number)?.1;
    log_on::with_key(app, &token, Typed::Key(key), &origin).await.ok().map(drop)
}
