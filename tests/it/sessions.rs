//! Sessions that end at once (DOMAIN 3), at every audience: a block or reset of password or NemID ends all
//! sessions; a card block all but the session that asked; a certificate block those at public sites.

use rocket::http::Status;

use crate::people::Person;
use crate::site::Site;

const WHO: &str = "Stine Udsen";
const PUBLIC: &str = "/tjenester/borgerportalen";
const PRIVATE: &str = "/tjenester/forsikringshuset";
const BANK: &str = "/tjenester/hedebanken";

/// One person logged on everywhere, and at Selvbetjening in a second browser too.
struct Everywhere<'s> {
    person: Person<'s>,
    elsewhere: Person<'s>,
}

/// Where the sessions are still open.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "five places, each open or not")]
struct Open {
    own: bool,
    elsewhere: bool,
    public: bool,
    private: bool,
    bank: bool,
}

const NOWHERE: Open = Open { own: false, elsewhere: false, public: false, private: false, bank: false };

impl<'s> Everywhere<'s> {
    fn of(site: &'s Site) -> Self {
        let everywhere = Self { person: site.named(WHO), elsewhere: site.named(WHO) };
        everywhere.elsewhere.logs_on();
        everywhere.person.logs_on_at(PUBLIC).says("Dit overblik");
        everywhere.person.logs_on_at(PRIVATE).says("Må vi få dit CPR-nummer?");
        everywhere.person.logs_on_at(BANK).says("Lønkonto");
        everywhere.person.logs_on();
        let all = Open { own: true, elsewhere: true, public: true, private: true, bank: true };
        assert_eq!(everywhere.open(), all);
        everywhere
    }

    fn open(&self) -> Open {
        let at = |site: &str| {
            let page = self.person.browser.open(&format!("{site}/oplysninger"));
            page.status == Status::Ok && page.text().contains(WHO)
        };
        Open {
            own: !self.person.is_logged_off(),
            elsewhere: !self.elsewhere.is_logged_off(),
            public: at(PUBLIC),
            private: at(PRIVATE),
            bank: at(BANK),
        }
    }
}

#[test]
fn a_blocked_certificate_ends_the_sessions_at_public_sites_but_not_the_banks() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    stine.person.opens("/certifikat/spaer").press("Spær certifikat");
    assert_eq!(stine.open(), Open { own: true, elsewhere: true, bank: true, ..NOWHERE });
    stine.person.browser.open(PUBLIC).says("Bruger-id");
    stine.person.logs_on_at(PUBLIC).is(Status::Forbidden).says("certifikat er spærret");
}

#[test]
fn a_renewed_certificate_ends_none() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    stine.person.renews_certificate().says("fornyet");
    assert_eq!(stine.open(), Open { own: true, elsewhere: true, public: true, private: true, bank: true });
}

#[test]
fn a_blocked_card_ends_all_but_the_session_that_asked() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    stine
        .person
        .opens("/noeglekort/spaer")
        .form("Spær")
        .tick("Jeg har mistet det")
        .submit()
        .says("Spærringen er gennemført");
    assert_eq!(stine.open(), Open { own: true, ..NOWHERE });

    let site = Site::filled();
    let stine = Everywhere::of(&site);
    site.desk().blocks_cards(&stine.person);
    assert_eq!(stine.open(), NOWHERE, "the session that asked was the officer's");
}

#[test]
fn a_blocked_password_ends_all() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    stine
        .person
        .opens("/adgangskode/spaer")
        .form("Spær adgangskode")
        .tick("Andre kender måske adgangskoden")
        .submit();
    assert_eq!(stine.open(), NOWHERE);

    let site = Site::filled();
    let stine = Everywhere::of(&site);
    let olga = site.operator();
    let choice = olga.finds(&stine.person.cpr).follow("Spær adgangskode");
    olga.signs(&choice.form("Næste").tick("Mistanke").submit());
    assert_eq!(stine.open(), NOWHERE);
}

#[test]
fn a_locked_password_ends_all() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    let thief = site.named(WHO);
    for _ in 0..5 {
        thief.types_password("/log-paa", "gaet paa 1234");
    }
    assert_eq!(stine.open(), NOWHERE);
}

#[test]
fn a_reset_at_the_counter_ends_all_and_so_does_the_re_opening() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    let digits = site.desk().issues(&stine.person, "Nulstil ved glemt adgangskode");
    assert_eq!(stine.open(), NOWHERE);

    let mut person = site.named(WHO);
    let card = person.open_cards().remove(0);
    person.reopens(&digits, (None, "helt ny kode 7"), &card);
    assert_eq!(stine.open(), NOWHERE, "no session of before comes back");
}

#[test]
fn a_blocked_nemid_and_one_that_its_holder_ends_end_all() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    let olga = site.operator();
    let choice = olga.finds(&stine.person.cpr).follow("Spær hele NemID'et");
    olga.signs(&choice.form("Næste").tick("Forkerte oplysninger").submit());
    assert_eq!(stine.open(), NOWHERE);

    let site = Site::filled();
    let stine = Everywhere::of(&site);
    let page = stine.person.opens("/afslut").press("Fortsæt");
    let key = stine.person.key_for(&page);
    page.form("Luk NemID").fill("Nøgle", &key).submit();
    assert_eq!(stine.open(), NOWHERE);
}

#[test]
fn a_log_on_in_progress_ends_with_the_password() {
    let site = Site::filled();
    let stine = site.named(WHO);
    let asked = stine.types_password("/log-paa", &stine.password);
    let key = stine.key_for(&asked);
    let olga = site.operator();
    let choice = olga.finds(&stine.cpr).follow("Spær adgangskode");
    olga.signs(&choice.form("Næste").tick("Mistanke").submit());
    asked.form("Log på").fill("Nøgle", &key).submit();
    assert!(stine.is_logged_off(), "a key asked for before the block opens nothing");
}

#[test]
fn an_access_that_the_bank_closes_ends_the_session_there_alone() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    let henrik = site.clerk("hedebanken");
    let page = henrik.finds(&stine.person.cpr).follow("Luk adgang");
    henrik.signs(&page.press("Næste")).says("Adgangen til netbanken er lukket");
    assert_eq!(stine.open(), Open { own: true, elsewhere: true, public: true, private: true, bank: false });
}

const TOLD: &str = "Du er blevet logget af";

#[test]
fn who_is_thrown_out_is_told_so_and_nobody_else() {
    let site = Site::filled();
    let stine = Everywhere::of(&site);
    let stranger = site.browser();
    let form =
        stranger.open("/kontrolrum/hotline").form("Ring og spær").tick("Adgangskoden: af en anden grund");
    form.fill("Navn", WHO).fill("CPR-nummer", &stine.person.cpr).submit();
    for path in [PUBLIC, PRIVATE, BANK, "/selvbetjening", "/selvbetjening/noeglekort"] {
        stine.person.browser.open(path).says(TOLD).says("Bruger-id");
        stine.person.browser.open(path).says(TOLD);
        stranger.open(path).never_says(TOLD);
    }
    stine.person.browser.open("/ra").never_says(TOLD);
}

#[test]
fn who_was_away_for_long_is_told_so_at_every_desk_and_who_logs_off_is_not() {
    let site = Site::filled();
    let (desk, olga, nana) = (site.desk(), site.operator(), site.clerk("fjordbanken"));
    let stine = Everywhere::of(&site);
    stine.elsewhere.opens("").press("Log af");
    stine.elsewhere.browser.open("/selvbetjening").never_says(TOLD);
    site.real_time_passes(jiff::SignedDuration::from_mins(16));
    desk.officer.browser.open("/ra").says(TOLD);
    olga.person.browser.open("/operatoer").says(TOLD);
    nana.person.browser.open("/bank/fjordbanken").says(TOLD);
    stine.person.browser.open("/selvbetjening").says(TOLD);
    stine.person.logs_on();
    stine.person.browser.open("/log-paa").never_says(TOLD);
}

#[test]
fn one_leaves_every_desk_alike_and_a_page_left_open_leads_out_too() {
    let site = Site::filled();
    let (desk, olga, nana) = (site.desk(), site.operator(), site.clerk("fjordbanken"));
    for (browser, base, out) in [
        (&desk.officer.browser, "/ra", "/"),
        (&olga.person.browser, "/operatoer", "/"),
        (&nana.person.browser, "/bank/fjordbanken", "/bank"),
    ] {
        let page = browser.open(base);
        assert_eq!(page.press("Log af").path, out, "{base}");
        assert!(browser.open(base).path.starts_with("/log-paa?"), "{base}");
        assert_eq!(page.press("Log af").path, out, "{base}, where the session has ended already");
    }
}
