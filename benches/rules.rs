//! What the program does most, measured: a rule, the keys of a card, a letter as PDF, a page, a password hash, and
//! a log-on. `cargo bench --bench rules`

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

mod world;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rocket::figment::Figment;
use rocket::http::Header;
use rocket::local::blocking::Client;
use rules::actor::Channel;
use rules::nemid::{Event, Purpose};
use rules::words::{Key, KeyPosition, TypedPassword, TypedUserId};
use rules::{keys, passwords};
use selvbetjening::config::Config;
use selvbetjening::start;
use service::cases::access::log_on;
use service::cases::access::password::Credentials;
use service::cases::app::Origin;
use service::testing::Source;
use service::testing::StoreError;
use service::testing::{CardTable, Sheet, pdf};
use world::World;

fn rules(bench: &mut Criterion) {
    let world = World::new();
    let (nemid, stamp) = (world.nemid(), world.stamp());
    let against = nemid.password.hash().unwrap().clone();
    let verdict = passwords::PasswordVerdict { against, right: true, rehashed: None };
    bench.bench_function("rule: a right password", |bencher| {
        bencher.iter(|| passwords::judge(black_box(&nemid), &verdict, &Purpose::LogOn, &stamp).unwrap());
    });
    bench.bench_function("rule: which key is asked for", |bencher| {
        let card = keys::card_to_ask(&nemid, None).unwrap();
        bencher.iter(|| keys::ask(black_box(&nemid), &card, 77, &Purpose::LogOn).unwrap());
    });
    bench.bench_function("NemID: load", |bencher| {
        let number = nemid.number;
        let store = world.app.store();
        bencher.iter(|| {
            world.runtime.block_on(store.read::<_, StoreError, _>(move |tx| tx.nemid(number))).unwrap()
        });
    });
}

fn letters(bench: &mut Criterion) {
    let world = World::new();
    let nemid = world.nemid();
    let card = &nemid.cards[0];
    bench.bench_function("card: 148 keys", |bencher| {
        bencher.iter(|| world.app.press().table(black_box(&card.number), &card.salt));
    });
    let printed = world.app.press().table(&card.number, &card.salt).into_iter();
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
    let site = Client::untracked(start::rocket(&config, world.app.clone()).unwrap()).unwrap();
    for path in ["/", "/log-paa", "/regler"] {
        bench.bench_function(&format!("page: {path}"), |bencher| {
            bencher.iter(|| {
                site.get(path).header(Header::new("Host", "localhost")).dispatch().into_bytes().unwrap()
            });
        });
    }
}

fn hashing(bench: &mut Criterion) {
    let world = World::new();
    let mut group = bench.benchmark_group("hash");
    group.sample_size(20);
    group.bench_function("a password", |bencher| {
        bencher.iter(|| {
            world.runtime.block_on(world.app.hasher().hash("sommer2019", Source::internal())).unwrap()
        });
    });
}

/// User id and password, as somebody types them: the whole case with its hash, rule and transaction.
fn log_on(bench: &mut Criterion) {
    let world = World::new();
    let (app, nemid) = (&world.app, world.nemid());
    let number = nemid.number;
    let hashed = world.runtime.block_on(app.hasher().hash("sommer2019", Source::internal())).unwrap();
    let (changed, stamp) = (Event::PasswordChanged { hash: hashed }, world.stamp());
    let set = app.store().write::<_, StoreError, _>(move |tx| {
        tx.save_events(&nemid, std::slice::from_ref(&changed), &stamp, &|_| [0; 32]).map(drop)
    });
    world.runtime.block_on(set).unwrap();
    let typed = Credentials {
        user_id: TypedUserId::NemIdNumber(number),
        password: TypedPassword::parse("sommer2019").unwrap(),
    };
    let origin = Origin::inside(Channel::Selvbetjening);
    let mut group = bench.benchmark_group("log-on");
    group.sample_size(20);
    group.bench_function("user id and password", |bencher| {
        bencher.iter(|| {
            world.runtime.block_on(log_on::with_password(app, &typed, Purpose::LogOn, &origin)).unwrap()
        });
    });
    group.bench_function("is the key right", |bencher| {
        let nemid = world.nemid();
        let card = nemid.usable_cards().next().unwrap();
        let position = KeyPosition::all().next().unwrap();
        let key = Key::parse("123456").unwrap();
        bencher.iter(|| app.press().verify(&card.number, &card.salt, black_box(position), &key));
    });
}

criterion_group!(measured, rules, letters, pages, hashing, log_on);
criterion_main!(measured);
