//! Guessing: hashes are keyed and cost what is stored, each wrong password is counted once however it
//! arrives, and nobody learns whether a user id exists.

use std::collections::BTreeMap;
use std::sync::Arc;

use rules::actor::Channel;
use rules::nemid::reading::Status;
use rules::nemid::{NemId, Purpose};
use rules::words::{CprNumber, NemIdNumber, TypedPassword, TypedUserId};
use service::cases::access::log_on;
use service::cases::access::password::Credentials;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::app::content::memory_context;
use service::cases::app::{App, CaseError, Origin};
use service::cases::open;
use service::cases::open::Opening;
use service::testing::Chance;
use service::testing::ServerKey;
use service::testing::StoreError;
use service::testing::{HashCost, Hasher, HasherSettings, Source};

use crate::site::{Folder, Site, cheap, opening_in};

/// Logs on by the case that every page uses, and gives what became of it in one word.
async fn guess(app: &App, user_id: &str, password: &str) -> &'static str {
    let (user_id, password) = (TypedUserId::parse(user_id).unwrap(), TypedPassword::parse(password).unwrap());
    let typed = Credentials { user_id, password };
    let origin = Origin {
        address: Some(std::net::Ipv4Addr::LOCALHOST.into()),
        ..Origin::inside(Channel::Selvbetjening)
    };
    match log_on::with_password(app, &typed, Purpose::LogOn, &origin).await {
        Ok(_) => "in",
        Err(CaseError::Refused(LogOnRefusal::Wrong)) => "wrong",
        Err(CaseError::Refused(LogOnRefusal::Locked { .. })) => "locked",
        Err(CaseError::Refused(LogOnRefusal::PasswordBlocked)) => "blocked",
        Err(CaseError::Refused(LogOnRefusal::NemIdBlocked | LogOnRefusal::NemIdClosed)) => "ended",
        Err(CaseError::Busy) => "busy",
        Err(other) => panic!("{other}"),
    }
}

async fn nemid(app: &App, number: &str) -> NemId {
    let number = NemIdNumber::parse(number).unwrap();
    app.store().read::<_, StoreError, _>(move |tx| tx.nemid(number)).await.unwrap().unwrap()
}

/// NemID-nummer, CPR number and user id of one who has all three, and the password.
fn three_names(site: &Site) -> (String, [String; 3], String) {
    let app = site.app.clone();
    let found = site.app.store().read::<_, StoreError, _>(move |tx| {
        for number in tx.nemid_numbers()? {
            let nemid = tx.nemid(number)?.unwrap();
            let well = nemid.status(app.now()) == Status::Active && nemid.cpr_log_on;
            let alone = tx.nemids_of(nemid.holder)?.len() == 1;
            let (Some(user_id), Some(sealed)) = (nemid.user_id, tx.memory(number)?) else { continue };
            if well && alone && nemid.issuer.is_found_at_counter() {
                let memory: serde_json::Value = app.opened(&memory_context(number), &sealed)?;
                let names =
                    [number.to_string(), nemid.holder.digits().to_owned(), user_id.as_str().to_owned()];
                return Ok((number.to_string(), names, memory["password"].as_str().unwrap().to_owned()));
            }
        }
        panic!("nobody has all three names")
    });
    rocket::execute(found).unwrap()
}

#[test]
fn two_hundred_guesses_at_once_get_five_verdicts_between_them() {
    let site = Site::filled();
    let (number, names, password) = three_names(&site);
    let (app, names) = (site.app.clone(), Arc::new(names));
    let told = rocket::execute(async move {
        let mut guesses = Vec::new();
        for nth in 0..200_usize {
            let (app, names, password) = (app.clone(), names.clone(), password.clone());
            guesses.push(rocket::tokio::spawn(async move {
                let typed = if nth > 150 { password } else { format!("forkert{nth}") };
                guess(&app, &names[nth % 3], &typed).await
            }));
        }
        let mut told = BTreeMap::<&str, u32>::new();
        for guess in guesses {
            *told.entry(guess.await.unwrap()).or_default() += 1;
        }
        (told, nemid(&app, &number).await.lockout, app.now())
    });
    let (told, lockout, now) = told;
    assert_eq!(told.get("in"), None, "the right password among the later ones is refused: {told:?}");
    assert_eq!(told.get("wrong"), Some(&4), "four are told that they are wrong: {told:?}");
    assert_eq!(told.values().sum::<u32>(), 200);
    assert_eq!(lockout.failures, 5, "the fifth verdict is the one that locks");
    assert!(lockout.running(now).is_some());
}

#[test]
fn sixty_wrong_guesses_at_one_instant_from_an_own_place_lock_for_eight_hours_and_no_longer() {
    let site = Site::filled();
    let (number, names, password) = three_names(&site);
    let app = site.app.clone();
    rocket::execute(async move {
        let guesses = (0..60).map(|nth: usize| {
            let (app, name) = (app.clone(), names[nth % 3].clone());
            rocket::tokio::spawn(async move { guess(&app, &name, "forkert1").await })
        });
        for guess in guesses.collect::<Vec<_>>() {
            assert!(["wrong", "locked"].contains(&guess.await.unwrap()));
        }
        let until = nemid(&app, &number).await.lockout.running(app.now()).unwrap();
        assert_eq!(until, app.now() + jiff::SignedDuration::from_hours(8));
        assert_eq!(guess(&app, &names[0], &password).await, "locked");
        app.clock().move_on_to(app.clock().offset() + jiff::SignedDuration::from_hours(8));
        assert_eq!(guess(&app, &names[0], &password).await, "in");
    });
}

/// Types wrong passwords for a NemID and for nobody in turn, with the locks waited for: the same answers at the same
/// cost, twelve times. Gives the answers.
async fn alike(app: &App, known: &str, unknown: &str) -> Vec<&'static str> {
    let mut told = Vec::new();
    for round in 0..12 {
        let before = app.hasher().ran();
        let answer = guess(app, known, "forkert1").await;
        let between = app.hasher().ran();
        assert_eq!(guess(app, unknown, "forkert1").await, answer, "round {round}");
        assert_eq!(app.hasher().ran() - between, between - before, "round {round}");
        assert_eq!(between - before, 1, "round {round}");
        if answer == "locked" {
            assert_eq!(guess(app, known, "forkert1").await, guess(app, unknown, "forkert1").await);
            assert_eq!(app.hasher().ran() - before, 2, "while it is locked nothing is looked at");
            app.clock().move_on_to(app.clock().offset() + jiff::SignedDuration::from_hours(9));
        }
        told.push(answer);
    }
    told
}

/// What ten wrong passwords and two more are told, whosever they are.
const TOLD: [&str; 12] = [
    "wrong", "wrong", "wrong", "wrong", "locked", "wrong", "wrong", "wrong", "wrong", "blocked", "wrong",
    "wrong",
];

#[test]
fn unknown_user_ids_cost_the_same_hashes_and_get_the_same_answers() {
    let site = Site::filled();
    let (_, names, password) = three_names(&site);
    let app = site.app.clone();
    rocket::execute(async move {
        assert_eq!(alike(&app, &names[2], "findes-slet-ikke").await, TOLD);
        assert_eq!(guess(&app, &names[0], &password).await, "blocked", "the right one is told");
        let cpr = CprNumber::synthetic(jiff::civil::date(1950, 1, 1), 4711);
        assert_eq!(alike(&app, &names[1], cpr.digits()).await, TOLD);
    });
}

/// Its name, how somebody comes there, and what its holder is told.
type End = (&'static str, fn(&Site), &'static str);

/// The ways in which a NemID opens nothing any more, how somebody comes there, and what its holder is told.
const ENDS: [End; 4] = [
    ("password blocked", blocks_own_password, "Adgangskoden er spærret"),
    ("NemID blocked", |site| operator_blocks(site, "Forkerte oplysninger"), "Dette NemID er spærret"),
    ("dead", |site| operator_blocks(site, "død"), "Dette NemID er spærret"),
    ("closed", closes, "Dette NemID er lukket"),
];

const WHO: &str = "Stine Udsen";

fn blocks_own_password(site: &Site) {
    let stine = site.named(WHO);
    let form = stine.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: af en anden grund");
    form.fill("Navn", WHO).fill("CPR-nummer", &stine.cpr).submit();
}

fn operator_blocks(site: &Site, reason: &str) {
    let olga = site.operator();
    let page = olga.finds(&site.cpr_of(WHO));
    let read = if reason == "død" {
        page.follow("Registrér dødsfald").press("Næste")
    } else {
        page.follow("Spær hele NemID'et").form("Næste").tick(reason).submit()
    };
    olga.signs(&read);
}

fn closes(site: &Site) {
    let stine = site.named(WHO);
    stine.logs_on();
    let page = stine.opens("/afslut").press("Fortsæt");
    let key = stine.key_for(&page);
    page.form("Luk NemID").fill("Nøgle", &key).submit();
}

#[test]
fn what_is_closed_or_blocked_answers_a_guesser_as_what_nobody_has() {
    for (name, ends, _) in ENDS {
        let site = Site::filled();
        let (cpr, number) = (site.cpr_of(WHO), site.public_nemid_of(WHO).number.to_string());
        ends(&site);
        let app = site.app.clone();
        rocket::execute(async move {
            assert_eq!(alike(&app, &number, "findes-slet-ikke").await, TOLD, "{name}");
            assert_eq!(guess(&app, &cpr, "forkert1").await, "wrong", "{name}");
            assert_eq!(guess(&app, &number, "forkert1").await, "wrong", "{name}");
            assert_eq!(guess(&app, &cpr, "forkert1").await, "locked", "one count for all its names: {name}");
        });
    }
}

/// What a page says to a user id and a password typed there, but for the user id.
fn page_says(site: &Site, path: &str, user_id: &str, password: &str) -> (rocket::http::Status, String) {
    let browser = site.browser();
    let button = if path == "/mistet-noeglekort" { "Spær nøglekort" } else { "Næste" };
    let form = browser.open(path).form(button).fill("Bruger-id", user_id);
    let page = form.fill("Adgangskode", password).submit();
    (page.status, page.text().replace(user_id, "…"))
}

#[test]
fn every_page_tells_the_cause_to_the_right_password_alone() {
    let pages = [
        "/log-paa",
        "/log-paa?til=/ra",
        "/log-paa?til=/operatoer",
        "/log-paa?til=/bank/hedebanken",
        "/tjenester/borgerportalen",
        "/tjenester/forsikringshuset",
        "/tjenester/hedebanken",
        "/mistet-noeglekort",
    ];
    for (name, ends, cause) in ENDS {
        let site = Site::filled();
        let (user_id, password) = (site.public_nemid_of(WHO).number.to_string(), site.named(WHO).password);
        ends(&site);
        for (nth, path) in pages.into_iter().enumerate() {
            let wrong = page_says(&site, path, &user_id, "forkert 1");
            let nobody = format!("findes-slet-ikke-{nth}");
            assert_eq!(wrong, page_says(&site, path, &nobody, "forkert 1"), "{name} at {path}");
            assert!(!wrong.1.contains(cause), "{name} at {path}: {}", wrong.1);
            let right = page_says(&site, path, &user_id, &password);
            assert!(right.1.contains(cause), "{name} at {path}: {}", right.1);
        }
    }
}

#[test]
fn a_copied_database_alone_verifies_no_password() {
    let (mine, other) = (Folder::new(), Folder::new());
    let key = |folder: &Folder| ServerKey::load_or_create(&folder.path().join("server.key")).unwrap().0;
    let hasher = |key: &ServerKey| Hasher::new(key, cheap(), Arc::new(Chance::from_os().unwrap()));
    let (mine, other) = (hasher(&key(&mine)), hasher(&key(&other)));
    rocket::execute(async {
        let hash = mine.hash("hemmelig1", Source::internal()).await.unwrap();
        assert!(mine.verify("hemmelig1", &hash, Source::internal()).await.unwrap().right);
        assert!(!other.verify("hemmelig1", &hash, Source::internal()).await.unwrap().right);
    });
}

#[test]
fn what_is_stored_names_argon2id_and_at_least_the_agreed_cost() {
    let folder = Folder::new();
    let (key, _) = ServerKey::load_or_create(&folder.path().join("server.key")).unwrap();
    let hasher = Hasher::new(&key, HasherSettings::default(), Arc::new(Chance::from_os().unwrap()));
    let hash = rocket::execute(hasher.hash("hemmelig1", Source::internal())).unwrap();
    assert!(hash.phc().starts_with("$argon2id$v=19$m=19456,t=2,p=1"), "{}", hash.phc());
}

#[test]
fn a_password_is_hashed_anew_at_log_on_when_the_cost_has_grown() {
    let site = Site::filled();
    let (number, names, password) = three_names(&site);
    let Site { folder, app, client } = site;
    drop((app, client));
    let cost = HashCost { memory_kib: 128, passes: 2, lanes: 1 };
    let dearer = Opening { hashing: HasherSettings { cost, ..cheap() }, ..opening_in(folder.path()) };
    rocket::execute(async move {
        let app = open::open(dearer).await.unwrap();
        assert_eq!(guess(&app, &names[0], &password).await, "in");
        let rehashed = nemid(&app, &number).await.password.hash().cloned().unwrap();
        assert!(rehashed.phc().contains("m=128,t=2"), "{}", rehashed.phc());
        assert_eq!(guess(&app, &names[0], &password).await, "in", "it is still the same password");
    });
}
