//! Guide 3.1.4: the NemID is blocked by wrong attempts or on suspicion. The action depends on whether the
//! citizen remembers the password.

use rocket::http::Status;

use super::desk::TEMPORARY;
use crate::site::Site;

const UNLOCK: &str = "Midlertidig kode til låst adgangskode";
const RESET: &str = "Nulstil ved glemt adgangskode";

#[test]
fn who_remembers_the_password_is_unlocked_and_keeps_the_certificate() {
    let site = Site::filled();
    let (desk, mut ulla) = (site.desk(), site.named("Ulla Vang"));
    assert_eq!(ulla.state(), "password_blocked");
    let remembered = ulla.password.clone();
    let page = desk.maintains(TEMPORARY, &ulla);
    page.says(UNLOCK).says(RESET);
    let unchosen = page.form("Næste").fill("Serienummer på PIN-brev", &desk.letter()).submit();
    assert_eq!(unchosen.status, Status::UnprocessableEntity);
    unchosen.says("Vælg en handling");
    let digits = desk.issues(&ulla, UNLOCK);
    let card = ulla.open_cards().remove(0);
    ulla.reopens(&digits, (Some(&remembered), "nyere4kode"), &card);
    let log = ulla.reads_log();
    log.says("Din adgangskode blev genåbnet med den gamle adgangskode");
    assert!(!log.text().contains("nulstilling ved glemt adgangskode"), "the certificate is kept");
}

#[test]
fn who_does_not_remember_it_is_reset() {
    let site = Site::filled();
    let (desk, mut viggo) = (site.desk(), site.named("Viggo Winther"));
    let digits = desk.issues(&viggo, RESET);
    let card = viggo.open_cards().remove(0);
    viggo.reopens(&digits, (None, "kystvej88b"), &card);
}

#[test]
fn a_block_on_suspicion_is_unlocked_in_the_same_way() {
    let site = Site::filled();
    let (desk, mut yrsa) = (site.desk(), site.named("Yrsa Zeuthen"));
    let remembered = yrsa.password.clone();
    let digits = desk.issues(&yrsa, UNLOCK);
    let card = yrsa.open_cards().remove(0);
    yrsa.reopens(&digits, (Some(&remembered), "zebra7nyt"), &card);
}

#[test]
fn a_wrong_remembered_password_counts_as_a_try_of_the_temporary_one() {
    let site = Site::filled();
    let (desk, ulla) = (site.desk(), site.named("Ulla Vang"));
    let digits = desk.issues(&ulla, UNLOCK);
    let mut page = ulla.types_temporary("/genaabn", &digits);
    for _ in 0..3 {
        page = page.form("Næste").fill("Adgangskode", "forkert1").submit();
    }
    page.says("virker ikke");
    ulla.types_temporary("/genaabn", &digits).says("tastet forkert tre gange");
}

#[test]
fn a_running_lock_becomes_a_block_at_the_counter() {
    let site = Site::filled();
    let (desk, mut aage) = (site.desk(), site.named("Åge Bruun"));
    assert_eq!(aage.state(), "locked");
    let remembered = aage.password.clone();
    let digits = desk.issues(&aage, UNLOCK);
    assert_eq!(aage.state(), "password_blocked");
    let card = aage.open_cards().remove(0);
    aage.reopens(&digits, (Some(&remembered), "mejeri6ny"), &card);
}

#[test]
fn the_reason_of_a_block_and_the_end_of_a_lock_stand_at_the_counter() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    for _ in 0..5 {
        hanne.types_password("/log-paa", "forkert 1");
    }
    desk.maintains(TEMPORARY, &hanne).says("Låst til 4. marts 2019 kl. 17.00");
    desk.maintains(TEMPORARY, &site.named("Ulla Vang")).says("Årsag:");
    let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", &site.named("Ulla Vang"));
    page.says("Adgangskoden er allerede spærret").press("Udlever midlertidig adgangskode").says("Ulla Vang");
}
