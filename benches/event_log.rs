//! A Hændelseslog of 100,000 entries, measured as its citizen reads it: the newest page, one deep in the middle and the
//! oldest, each with and without filters, and all of it as CSV. `cargo bench --bench event_log`

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

mod world;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::{SignedDuration, Timestamp};
use rocket::figment::Figment;
use rocket::http::Header;
use rocket::local::blocking::Client;
use rules::actor::Stamp;
use rules::log::Kind;
use rules::nemid::{Event, Purpose};
use rules::words::NemIdNumber;
use selvbetjening::config::Config;
use selvbetjening::start;
use selvbetjening::web::cookies::CookieNames;
use selvbetjening::web::cookies::cookie_name;
use service::cases::access::audience::Audience;
use service::cases::own::event_log;
use service::cases::own::event_log::Wanted;
use service::testing::Session;
use service::testing::StoreError;
use world::World;

/// Entries that the citizen sees; as many again are not shown.
const SHOWN: usize = 100_000;
/// Entries a day: five years and a half of them.
const A_DAY: usize = 50;
const PAGE: u32 = 25;

/// Two in a hundred are of another kind than log-on; for each shown there is one that is not.
fn day(nth: usize) -> Vec<Event> {
    let shown = |one: usize| match (nth * A_DAY + one) % 50 {
        7 => Event::RecordingSwitched { on: true },
        _ => Event::LoggedOn { purpose: Purpose::LogOn, carrier: None },
    };
    let hidden = || Event::PasswordAccepted { purpose: Purpose::LogOn };
    (0..A_DAY).flat_map(|one| [hidden(), shown(one)]).collect()
}

fn written(world: &World) -> NemIdNumber {
    let (nemid, now) = (world.nemid(), world.stamp());
    let number = nemid.number;
    let write = world.app.store().write::<_, StoreError, _>(move |tx| {
        let days = SHOWN / A_DAY;
        let mut nemid = nemid.clone();
        for nth in 0..days {
            let ago = SignedDuration::from_hours(24 * i64::try_from(days - nth).unwrap());
            nemid =
                tx.save_events(&nemid, &day(nth), &Stamp { at: now.at - ago, ..now.clone() }, &|_| [0; 32])?;
        }
        Ok(())
    });
    world.runtime.block_on(write).unwrap();
    number
}

/// A page beginning so many entries below the newest, found as a reader finds it: page by page.
fn below(world: &World, number: NemIdNumber, wanted: &Wanted, depth: usize) -> Option<i64> {
    let mut older_than = None;
    for _ in 0..depth / 1_000 {
        let asked = Wanted { older_than, limit: 1_000, ..wanted.clone() };
        let page = world.runtime.block_on(event_log::page(&world.app, number, asked)).unwrap();
        older_than = page.entries.last().map(|entry| entry.id).or(older_than);
    }
    older_than
}

fn pages(bench: &mut Criterion) {
    let world = World::new();
    let number = written(&world);
    let now: Timestamp = world.app.now();
    let years_ago = |years: i64| now - SignedDuration::from_hours(24 * 365 * years);
    let all = Wanted::default();
    let of_kind = Wanted { kind: Some(Kind::Details), ..Wanted::default() };
    let period = Wanted { from: Some(years_ago(3)), until: Some(years_ago(2)), ..Wanted::default() };
    let both = Wanted { kind: of_kind.kind, ..period.clone() };
    for (name, wanted, deepest) in
        [("all", all, 99_000), ("one kind", of_kind, 0), ("a year", period, 17_000), ("both", both, 0)]
    {
        for depth in [0, deepest / 2, deepest] {
            let older_than = below(&world, number, &wanted, depth);
            bench.bench_function(&format!("log of 100,000: {name}, {depth} below the newest"), |bencher| {
                let asked = Wanted { older_than, limit: PAGE, ..wanted.clone() };
                bencher.iter(|| {
                    let page = event_log::page(&world.app, number, asked.clone());
                    world.runtime.block_on(page).unwrap()
                });
            });
            if deepest == 0 {
                break;
            }
        }
    }
    through_the_site(bench, &world, number);
}

/// The page and the table as a browser gets them.
fn through_the_site(bench: &mut Criterion, world: &World, number: NemIdNumber) {
    let (audience, token) = (Audience::Selvbetjening, world.app.new_token());
    let (hash, now) = (world.app.stored_token(&token), world.app.clock().real_now());
    let session = Session {
        token: hash,
        nemid: number,
        audience: audience.code(),
        public: false,
        limited: false,
        started: now,
        seen: now,
        address: None,
        device: None,
    };
    world
        .runtime
        .block_on(world.app.store().write::<_, StoreError, _>(move |tx| tx.open_session(&session)))
        .unwrap();
    let config = Config::from(Figment::new()).unwrap();
    let site = Client::untracked(start::rocket(&config, world.app.clone()).unwrap()).unwrap();
    let names = CookieNames::new(world.app.world_id(), false);
    let cookie = (names.of(&cookie_name(&audience)), token.reveal());
    let get = |path: &'static str| {
        site.get(path)
            .header(Header::new("Host", "localhost"))
            .cookie(cookie.clone())
            .dispatch()
            .into_bytes()
            .unwrap()
    };
    let table = String::from_utf8(get("/selvbetjening/haendelseslog.csv")).unwrap();
    assert!(table.lines().count() > SHOWN);
    bench.bench_function("log of 100,000: its page", |bencher| {
        bencher.iter(|| get("/selvbetjening/haendelseslog"));
    });
    let mut whole = bench.benchmark_group("whole");
    whole.sample_size(10);
    whole.bench_function("log of 100,000: all of it as CSV", |bencher| {
        bencher.iter(|| get("/selvbetjening/haendelseslog.csv"));
    });
}

criterion_group!(measured, pages);
criterion_main!(measured);
