//! S10: nothing tells whether somebody has a user id. From places that are not the holder's own, the same is hashed,
//! asked of the database and written, to the byte.

use rules::actor::Channel;
use rules::nemid::Purpose;
use rules::words::{CprNumber, NemIdNumber, TypedPassword, TypedUserId};
use service::cases::access::log_on;
use service::cases::access::password::Credentials;
use service::cases::app::{App, Origin};
use service::testing::Work;

use crate::site::Site;

/// What one try costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
    hashes: usize,
    work: Work,
}

async fn cost(app: &App, at: &str, user_id: &str) -> Cost {
    let typed = Credentials {
        user_id: TypedUserId::parse(user_id).unwrap(),
        password: TypedPassword::parse("forkert1").unwrap(),
    };
    let origin = Origin { address: Some(at.parse().unwrap()), ..Origin::inside(Channel::Selvbetjening) };
    let spent = || (app.hasher().ran(), app.store().work().unwrap());
    let (hashes, before) = spent();
    assert!(log_on::with_password(app, &typed, Purpose::LogOn, &origin).await.is_err());
    let (hashed, after) = spent();
    Cost {
        hashes: usize::try_from(hashed - hashes).unwrap(),
        work: Work {
            reads: after.reads - before.reads,
            writes: after.writes - before.writes,
            statements: after.statements - before.statements,
            written: after.written - before.written,
            bytes: after.bytes - before.bytes,
        },
    }
}

/// Tries a user id seven times: up to the bar, and beyond it.
async fn costs(app: &App, at: &str, user_id: &str) -> Vec<Cost> {
    let mut costs = Vec::new();
    for _ in 0..7 {
        costs.push(cost(app, at, user_id).await);
    }
    costs
}

#[test]
fn a_strangers_try_costs_the_same_whoever_is_meant() {
    let site = Site::at_rest();
    let (willy, blocked) = (site.named("Willy Åkjær"), site.person_in_state("password_blocked"));
    let known = [
        (site.public_nemid_of("Stine Udsen").number.to_string(), NemIdNumber::from_drawn(77).to_string()),
        (willy.cpr.clone(), CprNumber::synthetic(jiff::civil::date(1950, 1, 1), 4711).digits().to_owned()),
        (blocked.user_id.clone(), "findes-slet-ikke".to_owned()),
    ];
    for (nth, (known, unknown)) in known.into_iter().enumerate() {
        let places = [format!("203.0.113.{}", nth + 1), format!("203.0.114.{}", nth + 1)];
        let (app, seen) = (site.app.clone(), known.clone());
        let (theirs, nobodys) = rocket::execute(async move {
            (costs(&app, &places[0], &known).await, costs(&app, &places[1], &unknown).await)
        });
        assert_eq!(theirs, nobodys, "{seen}");
        assert_eq!(theirs[0].hashes, 1);
        assert!(theirs[0].work.written > 0);
        let barred = theirs[5];
        assert_eq!((barred.hashes, barred.work.writes), (0, 0), "{barred:?}");
    }
}

#[test]
fn a_lock_at_an_own_place_costs_the_same_whoever_is_meant() {
    let site = Site::at_rest();
    let stine = site.public_nemid_of("Stine Udsen").number.to_string();
    let nobody = NemIdNumber::from_drawn(77).to_string();
    let app = site.app.clone();
    let (theirs, nobodys) = rocket::execute(async move {
        (costs(&app, "127.0.0.1", &stine).await, costs(&app, "127.0.0.1", &nobody).await)
    });
    let seen = |cost: &Cost| (cost.hashes, cost.work.writes);
    assert_eq!(theirs.iter().map(seen).collect::<Vec<_>>(), nobodys.iter().map(seen).collect::<Vec<_>>());
    assert_eq!(theirs[6].hashes, 0, "while it is locked nothing is verified");
    assert_eq!(
        (theirs[6].work.written, theirs[6].work.bytes),
        (nobodys[6].work.written, nobodys[6].work.bytes)
    );
}
