//! Two programs that serve one world: on one folder, or, where the tests run on a server's database, each on a folder of its
//! own with the same server key, as on two machines.

mod rounds;
mod waiting;

use jiff::SignedDuration;
use rocket::http::Status;
use selvbetjening::world::tick;
use service::cases::app::App;
use service::cases::open;
use service::cases::open::{Opening, key_file};
use service::cases::world::outbox;
use service::testing::Clock;

use crate::at_once::at_once;
use crate::people::Person;
use crate::site::{Folder, Site, opening_in, real_start};

const WHO: &str = "Stine Udsen";

/// How a program beside another opens the same world.
fn beside(site: &Site, folder: &Folder) -> Opening {
    let opening = opening_in(site.folder.path());
    if opening.database.is_none() {
        return opening;
    }
    std::fs::copy(key_file(site.folder.path()), key_file(folder.path())).unwrap();
    Opening { data: folder.path().to_owned(), ..opening }
}

/// A second program on the world of a site.
pub fn another(site: &Site) -> Site {
    let folder = Folder::new();
    let app = rocket::execute(open::open(beside(site, &folder))).unwrap();
    Site::over(app, folder)
}

/// Both of them as the program is, where each change is made once.
pub fn in_earnest() -> (Site, Site) {
    both(Site::over)
}

/// The same where nothing happens by itself.
fn at_rest() -> (Site, Site) {
    both(Site::at_rest_over)
}

fn both(over: fn(App, Folder) -> Site) -> (Site, Site) {
    let (folder, elsewhere) = (Site::filled_folder(), Folder::new());
    let clock = || Clock::manual(real_start(), SignedDuration::ZERO);
    let opening = Opening { rehearses: false, clock: clock(), ..opening_in(folder.path()) };
    let one = over(rocket::execute(open::open(opening)).unwrap(), folder);
    let opening = Opening { rehearses: false, clock: clock(), ..beside(&one, &elsewhere) };
    let other = over(rocket::execute(open::open(opening)).unwrap(), elsewhere);
    (one, other)
}

/// Somebody who is logged on at one, at the other.
fn goes_on_at<'s>(other: &'s Site, who: &Person<'_>) -> Person<'s> {
    let there = other.named(WHO);
    for cookie in who.browser.jar() {
        there.browser.set_cookie(cookie.name(), cookie.value());
    }
    there
}

#[test]
fn who_logs_on_at_one_is_known_at_the_other_and_is_let_in_nowhere_once_blocked() {
    let one = Site::filled();
    let other = another(&one);
    let stine = one.named(WHO);
    stine.logs_on();
    let there = goes_on_at(&other, &stine);
    there.browser.open("/selvbetjening").is(Status::Ok).says(WHO);

    let olga = one.operator();
    let page = olga.finds(&stine.cpr).follow("Spær hele NemID");
    olga.signs(&page.form("Næste").tick("Reglerne").submit());
    let refused = there.browser.open("/selvbetjening");
    assert!(refused.path.starts_with("/log-paa"), "{}", refused.path);
    there.types_password("/log-paa", &there.password).never_says("Nøgle");
}

#[test]
fn five_wrong_passwords_at_one_instant_at_both_are_one_lock() {
    let (one, other) = in_earnest();
    let stine = one.named(WHO);
    let form = stine.browser.open("/log-paa").form("Næste").fill("Bruger-id", &stine.user_id);
    let guess = |nth: usize| form.clone().fill("Adgangskode", &format!("helt forkert {nth}")).aimed();
    let answers = at_once(&[one.app.clone(), other.app.clone()], (0..5).map(guess).collect());
    assert!(answers.iter().all(|answer| answer.status.code < 500), "{answers:?}");
    for site in [&one, &other] {
        let lockout = site.public_nemid_of(WHO).lockout;
        assert_eq!((lockout.failures, lockout.locked_until.is_some()), (5, true));
    }
    let entries = one.log_of(&one.public_nemid_of(WHO));
    let locks = entries.iter().filter(|entry| format!("{:?}", entry.event).starts_with("PasswordLocked"));
    assert_eq!(locks.count(), 1, "{entries:?}");
    let there = other.named(WHO);
    there.types_password("/log-paa", &there.password).never_says("Nøgle");
}

#[test]
fn who_orders_twice_at_one_instant_has_one_nemid() {
    let (one, other) = in_earnest();
    let signe = one.newcomer();
    let form = signe.browser.open("/bestil").form("Bestil").fill("Navn", &signe.name);
    let form = form.fill("CPR-nummer", &signe.cpr).fill("Pas- eller kørekortnummer", "201234567");
    let answers = at_once(&[one.app.clone(), other.app.clone()], vec![form.aimed(); 4]);
    assert!(answers.iter().all(|answer| answer.status.code < 500), "{answers:?}");
    let theirs = format!("nemids WHERE holder = '{}'", signe.cpr);
    assert_eq!((one.count(&theirs), other.count(&theirs)), (1, 1));
}

#[test]
fn a_clock_that_is_moved_at_one_is_what_the_next_change_at_the_other_sees() {
    let one = Site::filled();
    let other = another(&one);
    let before = other.now();
    one.clock_moves("days", 3);
    other.named(WHO).types_password("/log-paa", "helt forkert 1");
    let entries = one.log_of(&one.public_nemid_of(WHO));
    let newest = entries.iter().map(|entry| entry.stamp.at).max().unwrap();
    assert!(newest.duration_since(before) >= SignedDuration::from_hours(3 * 24), "{newest}");
    assert_eq!(one.now(), other.now());
}

#[test]
fn each_mail_is_sent_once_whoever_sends_it() {
    let (one, other) = at_rest();
    let last: u32 = one.value("SELECT coalesce(max(id), 0) FROM outbox");
    one.clock_moves("days", 1_000);
    one.clock_moves("days", 600);
    let sends = |site: &Site| {
        let app = site.app.clone();
        async move { while outbox::send_waiting(&app, tick::worded).await.unwrap() > 0 {} }
    };
    let (ours, theirs) = (sends(&one), sends(&other));
    rocket::execute(async move { rocket::tokio::join!(ours, theirs) });
    let mut sent: Vec<_> =
        [&one, &other].into_iter().flat_map(|site| site.app.mail().kept()).map(|mail| mail.id).collect();
    sent.sort_unstable();
    assert!(sent.len() > 5, "too few to tell: {sent:?}");
    assert!(sent.is_sorted_by(|one, next| one < next), "twice: {sent:?}");
    let sent = u32::try_from(sent.len()).unwrap();
    assert_eq!(sent, one.count(&format!("outbox WHERE way = 'email' AND id > {last}")));
    assert_eq!(one.count("outbox WHERE sent IS NULL"), 0);
}
