//! What the program does most, measured: a rule, the keys of a card, a letter as PDF, a page, a password hash, and a
//! page of a long log. `cargo bench`

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use rocket::figment::Figment;
use rocket::local::blocking::Client;
use rocket::tokio::runtime::Runtime;
use selvbetjening::cases::event_log::{self, Wanted};
use selvbetjening::cases::house::House;
use selvbetjening::cases::{filling, opening};
use selvbetjening::config::Config;
use selvbetjening::outside::hasher::Source;
use selvbetjening::outside::letter_pdf::{CardTable, Sheet, pdf};
use selvbetjening::rules::actor::{Actor, Channel, Stamp};
use selvbetjening::rules::nemid::{Event, NemId, Password, Use};
use selvbetjening::rules::{keys, passwords};
use selvbetjening::start;
use selvbetjening::store::StoreError;

const LONG_LOG: usize = 100_000;
const PAGE: u32 = 50;

/// The first world, in a folder that goes away.
struct World {
    house: Arc<House>,
    runtime: Runtime,
    folder: PathBuf,
}

impl World {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("selvbetjening-bench-{}", std::process::id()));
        let data = Figment::new().merge(("data", &folder));
        let settings = Config::from(data).unwrap().settings;
        let runtime = Runtime::new().unwrap();
        let house = runtime.block_on(async {
            let house = opening::open(start::opening_of(&settings).unwrap()).await.unwrap();
            filling::fill(&house).await.unwrap();
            house
        });
        Self { house, runtime, folder }
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            at: self.house.now(),
            actor: Actor::Citizen,
            channel: Channel::Selvbetjening,
            address: None,
            device: None,
        }
    }

    /// A NemID that can be used.
    fn nemid(&self) -> NemId {
        let usable = |one: &NemId| {
            matches!(one.password, Password::InUse { .. })
                && one.standing.is_open()
                && one.usable_cards().count() > 0
        };
        let all = self.house.store.read::<_, StoreError, _>(move |tx| {
            let all = tx.nemid_numbers()?.into_iter().map(|number| tx.nemid(number));
            all.collect::<Result<Vec<_>, _>>()
        });
        self.runtime.block_on(all).unwrap().into_iter().flatten().find(usable).unwrap()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn rules(bench: &mut Criterion) {
    let world = World::new();
    let (nemid, stamp) = (world.nemid(), world.stamp());
    let against = nemid.password.hash().unwrap().clone();
    let verdict = passwords::PasswordVerdict { against, right: true, rehashed: None };
    bench.bench_function("rule: a right password", |bencher| {
        bencher.iter(|| passwords::judge(black_box(&nemid), &verdict, &Use::LogOn, &stamp).unwrap());
    });
    bench.bench_function("rule: which key is asked for", |bencher| {
        let card = keys::card_to_ask(&nemid, None).unwrap();
        bencher.iter(|| keys::ask(black_box(&nemid), &card, 77, &Use::LogOn).unwrap());
    });
    bench.bench_function("NemID: load", |bencher| {
        let number = nemid.number;
        let store = &world.house.store;
        bencher.iter(|| {
            world.runtime.block_on(store.read::<_, StoreError, _>(move |tx| tx.nemid(number))).unwrap()
        });
    });
}

fn letters(bench: &mut Criterion) {
    let world = World::new();
    let card = world.house.drawn_card();
    bench.bench_function("card: 148 keys", |bencher| {
        bencher.iter(|| world.house.press.table(black_box(&card.number), &card.salt));
    });
    let printed = world.house.press.table(&card.number, &card.salt).into_iter();
    let table = CardTable {
        title: card.number.to_string(),
        keys: printed.map(|(number, key)| (number.to_string(), key.reveal().to_owned().into())).collect(),
    };
    let sheet =
        Sheet { language: "da".into(), heading: "Nøglekort".into(), card: Some(table), ..Sheet::default() };
    bench.bench_function("letter: a key card as PDF", |bencher| {
        bencher.iter(|| pdf(black_box(&sheet)).unwrap());
    });
}

fn pages(bench: &mut Criterion) {
    let world = World::new();
    let config = Config::from(Figment::new()).unwrap();
    let site = Client::untracked(start::rocket(&config, world.house.clone()).unwrap()).unwrap();
    for path in ["/", "/log-paa", "/regler"] {
        bench.bench_function(&format!("page: {path}"), |bencher| {
            bencher.iter(|| site.get(path).dispatch().into_bytes().unwrap());
        });
    }
}

fn hashing(bench: &mut Criterion) {
    let world = World::new();
    let mut group = bench.benchmark_group("hash");
    group.sample_size(20);
    group.bench_function("a password", |bencher| {
        bencher
            .iter(|| world.runtime.block_on(world.house.hasher.hash("sommer2019", Source::house())).unwrap());
    });
}

fn long_log(bench: &mut Criterion) {
    let world = World::new();
    let (nemid, stamp) = (world.nemid(), world.stamp());
    let number = nemid.number;
    let written = world.house.store.write::<_, StoreError, _>(move |tx| {
        tx.record(&nemid, &vec![Event::LoggedOn { r#use: Use::LogOn }; LONG_LOG], &stamp).map(drop)
    });
    world.runtime.block_on(written).unwrap();
    let page = |older_than| {
        let wanted = Wanted { older_than, limit: PAGE, ..Wanted::default() };
        world.runtime.block_on(event_log::page(&world.house, number, wanted)).unwrap()
    };
    bench.bench_function("log of 100,000: the first page", |bencher| bencher.iter(|| page(None)));
    let mut deep = page(None).entries.last().unwrap().id;
    for _ in 0..LONG_LOG / PAGE as usize / 2 {
        deep = page(Some(deep)).entries.last().unwrap().id;
    }
    bench.bench_function("log of 100,000: the page in the middle", |bencher| {
        bencher.iter(|| page(Some(deep)));
    });
}

criterion_group!(measured, rules, letters, pages, hashing, long_log);
criterion_main!(measured);
