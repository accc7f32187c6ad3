//! Guide 3.1.5: the bank moves its agreement to the activated public NemID, and the old NemID is deleted.

use rocket::http::Status;
use rules::nemid::Issuer;
use rules::nemid::block::{NemIdCloseReason, NemIdState};

use super::desk::{Desk, ORDER, TEMPORARY};
use crate::people::Person;
use crate::site::Site;

#[test]
fn the_bank_moves_its_agreement_and_the_old_nemid_is_deleted_later() {
    let site = Site::filled();
    let nana = site.clerk("fjordbanken");
    let page = nana.finds(&site.cpr_of("Carsten Duus"));
    let public = site.public_nemid_of("Carsten Duus");
    page.says("Fjordbanken").never_says("Det offentlige");
    let choice = page.follow("Overflyt bankaftale");
    choice.never_says(public.number.as_str());
    let bare = choice.press("Næste");
    bare.is(Status::UnprocessableEntity).says("Skriv det NemID-nummer").says("Spørg kunden om samtykke");
    let page = nana.signs(&choice.tells_bank(public.number.as_str()));
    page.says("Bankaftalen er overflyttet").says("Overflødigt siden");
    let moved = site.public_nemid_of("Carsten Duus");
    assert_eq!(moved.agreements.len(), 1);
    nana.person
        .browser
        .open("/bank/fjordbanken/journal")
        .says("Overflyt bankaftale")
        .says(public.number.as_str());

    site.clock_moves("days", 186);
    let old = site.nemids_of("Carsten Duus").into_iter().find(|one| one.issuer != Issuer::Public).unwrap();
    let NemIdState::Closed(block) = &old.state else { panic!("{:?}", old.state) };
    assert_eq!(block.reason, NemIdCloseReason::Superfluous);
}

#[test]
fn nothing_is_moved_to_one_that_was_never_activated() {
    let site = Site::filled();
    let henrik = site.clerk("hedebanken");
    henrik.finds(&site.cpr_of("Ditte Ebbesen")).says("Luk adgang").never_says("Overflyt bankaftale");
}

#[test]
fn a_bank_sees_its_own_customers_alone() {
    let site = Site::filled();
    let henrik = site.clerk("hedebanken");
    let page = henrik.finds(&site.cpr_of("Carsten Duus"));
    page.says("Personen har intet NemID hos banken").says("Udsted NemID");
    let theirs = site.nemids_of("Carsten Duus");
    let page = henrik.finds_nemid(theirs[0].number.as_str());
    page.is(Status::UnprocessableEntity).says("Her findes intet NemID med det nummer");
    henrik.finds(&site.cpr_of("Gunnar Holst")).says("ikke noget at gøre").never_says("Vælg et");
    let fjordbanken = site.clerk("fjordbanken");
    fjordbanken.finds(&site.cpr_of("Emil Friis")).says("Vælg et af personens NemID først");
    let nana = site.staff_named("bank_clerk", "Nana Fogh");
    nana.logs_on_at("/log-paa?til=/bank/hedebanken").says("giver ikke adgang");
    assert_eq!(henrik.person.browser.open("/bank/sparebanken").status, Status::NotFound);
}

#[test]
fn a_bank_issues_a_nemid_that_only_its_netbank_starts() {
    let site = Site::filled();
    let henrik = site.clerk("hedebanken");
    let cpr = site.cpr_of("Carsten Duus");
    let page = henrik.finds(&cpr).follow("Udsted NemID");
    page.form("Næste")
        .fill("E-mail", "ikke en adresse")
        .submit()
        .is(Status::UnprocessableEntity)
        .says("e-mailadresse");
    let page = henrik.signs(&page.form("Næste").fill("E-mail", "carsten@duus.example").submit());
    page.says("NemID'et er udstedt").says("PIN-brev er på vej").never_says("Udsted NemID");
    let made = site.nemids_of("Carsten Duus").pop().unwrap();
    assert_eq!(made.issuer.code(), "bank");
    site.clock_moves("working_days", 6);
    let carsten = site.person(|one| one["name"] == "Carsten Duus");
    let kinds: Vec<_> = carsten
        .letters()
        .iter()
        .filter(|one| one["state"] == "delivered")
        .map(|one| one["kind"].clone())
        .collect();
    for kind in ["welcome", "key_card", "pin_letter"] {
        assert!(kinds.iter().any(|one| one == kind), "{kinds:?}");
    }
    let page = henrik.finds_nemid(made.number.as_str());
    page.says("netbanken hos Hedebanken");
    let page = page.follow("Ny midlertidig adgangskode");
    let page = henrik.signs(&page.form("Næste").tick("Genudsend").submit());
    page.says("En ny midlertidig adgangskode er på vej");
    let page = henrik.signs(&page.follow("Luk adgang").press("Næste"));
    page.says("Adgangen til netbanken er lukket").says("Udsted NemID");
}

#[test]
fn business_nemids_are_seen_by_their_bank_alone() {
    let site = Site::filled();
    let lise = site.clerk("fjordbanken-erhverv");
    let everybody = site.world("persons");
    let business =
        everybody.as_array().unwrap().iter().find(|one| one["nemids"][0]["issuer"] == "business").unwrap();
    let number = business["nemids"][0]["number"].as_str().unwrap();
    lise.finds_nemid(number).says("(erhverv)").says("Spær").never_says("Overflyt");
    let nana = site.clerk("fjordbanken");
    nana.finds_nemid(number).is(Status::UnprocessableEntity);
}

#[test]
fn the_counter_sends_who_has_two_nemids_on_to_the_bank() {
    let site = Site::filled();
    let (desk, carsten) = (site.desk(), site.named("Carsten Duus"));
    let (public, serial) = (site.public_nemid_of("Carsten Duus"), desk.letter());
    let page = desk.serves(TEMPORARY, &carsten, &["Pas"]);
    let page = page.form("Næste").tick(public.number.as_str()).submit();
    let form = page.form("Næste").choose("Handling", "Nulstil ved glemt adgangskode");
    let receipt = desk.signs(&form.fill("Serienummer på PIN-brev", &serial).submit());
    receipt.says(&format!("kan banken flytte netbanken til NemID-nummer {}", public.number));

    let rikke = site.named("Rikke Søndergaard");
    let page = desk.maintains(TEMPORARY, &rikke).form("Næste");
    let page = page.choose("Handling", "Nulstil").fill("Serienummer på PIN-brev", &desk.letter()).submit();
    desk.signs(&page).never_says("flytte netbanken");
}

#[test]
fn the_order_page_sends_who_has_two_nemids_on_to_the_bank() {
    let site = Site::filled();
    let (desk, carsten) = (site.desk(), site.named("Carsten Duus"));
    let public = site.public_nemid_of("Carsten Duus");
    let page = desk.serves(ORDER, &carsten, &["Pas"]);
    page.says("Borgeren har allerede NemID").says("Borgeren har to NemID");
    page.says(&format!("kan banken flytte netbanken til NemID-nummer {}", public.number));
    let page = desk.serves(ORDER, &site.named("Hanne Iversen"), &["Pas"]);
    page.says("Borgeren har allerede NemID").never_says("to NemID").never_says("flytte netbanken");
}

#[test]
fn the_two_questions_are_asked_at_the_counter_and_at_the_bank() {
    let site = Site::filled();
    let (desk, carsten) = (site.desk(), site.named("Carsten Duus"));
    let public = site.public_nemid_of("Carsten Duus").number;
    for page in [desk.serves(ORDER, &carsten, &["Pas"]), desk.serves(TEMPORARY, &carsten, &["Pas"])] {
        page.says(&format!("1. Er NemID-nummer {public} aktiveret?"));
        page.says("2. Kan borgeren huske adgangskoden til det?");
    }
    let nana = site.clerk("fjordbanken");
    let page = nana.finds(&carsten.cpr).follow("Overflyt bankaftale");
    page.says("aktiveret?").says("Kan kunden huske adgangskoden til det?");
}

#[test]
fn the_bank_is_warned_before_it_moves_to_one_that_can_not_be_used() {
    let site = Site::filled();
    let (desk, carsten) = (site.desk(), site.named("Carsten Duus"));
    let public = site.public_nemid_of("Carsten Duus").number;
    let page = desk.serves(TEMPORARY, &carsten, &["Pas"]).form("Næste").tick(public.as_str()).submit();
    let form = page.form("Næste").choose("Handling", "Nulstil ved glemt adgangskode");
    desk.signs(&form.fill("Serienummer på PIN-brev", &desk.letter()).submit());
    let nana = site.clerk("fjordbanken");
    let warned = format!("NemID-nummer {public} kan ikke bruges lige nu: Adgangskoden er spærret");
    let page = nana.finds(&carsten.cpr).follow("Overflyt bankaftale");
    page.never_says(public.as_str());
    let reading = page.tells_bank(public.as_str());
    reading.says("Fortæl kunden dette først").says(&warned);
    nana.signs(&reading).says("Bankaftalen er overflyttet");
}

#[test]
fn the_wrong_choice_of_two_leads_to_the_right_one_and_in_no_circle() {
    let site = Site::filled();
    let (desk, carsten) = (site.desk(), site.named("Carsten Duus"));
    let public = site.public_nemid_of("Carsten Duus").number;
    let theirs = site.nemids_of("Carsten Duus");
    let private = theirs.iter().find(|one| one.number != public).unwrap().number;
    let page = desk.serves(TEMPORARY, &carsten, &["Pas"]).form("Næste").tick(private.as_str()).submit();
    page.says("Borgerens offentlige digitale signatur er på et andet NemID").never_says("Bestil NemID");
    let page = page.follow("Vælg et andet NemID").form("Næste").tick(public.as_str()).submit();
    page.says("Nulstil ved glemt adgangskode");
}

#[test]
fn a_reset_tells_that_the_netbank_is_closed_too_and_until_when_the_letter_works() {
    let site = Site::filled();
    let (desk, stine) = (site.desk(), site.named("Stine Udsen"));
    let page = desk.maintains(TEMPORARY, &stine);
    let page = page.form("Næste").fill("Serienummer på PIN-brev", &desk.letter()).submit();
    page.says("Den er også lukket, indtil NemID er genåbnet");
    let receipt = desk.signs(&page);
    receipt.says("Netbanken bruger det samme NemID og er også lukket");
    receipt.says("senest den 3. april 2019 kl. 10.00").says("virker ikke i netbanken");
}

/// The bank moves its agreement to the public NemID, and the netbank takes that one alone from then on.
fn is_moved(site: &Site, bank: &str, public: &mut Person<'_>) {
    let (number, at) = (site.public_nemid_of(&public.name).number, format!("/tjenester/{bank}"));
    number.as_str().clone_into(&mut public.user_id);
    public.logs_on_at(&at).says("ingen aftale");
    let clerk = site.clerk(bank);
    let page = clerk.finds(&public.cpr).follow("Overflyt bankaftale");
    clerk.signs(&page.tells_bank(number.as_str())).says("Bankaftalen er overflyttet");
    public.logs_on_at(&at).says("Lønkonto");
    let mut old = site.named(&public.name);
    let listed = old.as_listed();
    let theirs = listed["nemids"].as_array().unwrap().iter().find(|one| one["issuer"] == "bank").unwrap();
    let word = |field: &str| theirs[field].as_str().unwrap().to_owned();
    (old.user_id, old.password) = (word("number"), word("password"));
    old.logs_on_at(&at).says("ingen aftale");
}

/// A temporary password for the public one of two NemIDs, and its digits.
fn is_issued(desk: &Desk<'_>, citizen: &Person<'_>, action: &str) -> String {
    let (public, serial) = (desk.officer.site.public_nemid_of(&citizen.name).number, desk.letter());
    let page = desk.serves(TEMPORARY, citizen, &["Pas"]).form("Næste").tick(public.as_str()).submit();
    let form = page.form("Næste").choose("Handling", action).fill("Serienummer på PIN-brev", &serial);
    desk.signs(&form.submit());
    desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned()
}

#[test]
fn one_never_activated_is_activated_and_then_the_bank_moves_to_it() {
    let site = Site::filled();
    let (desk, mut ditte) = (site.desk(), site.named("Ditte Ebbesen"));
    let public = site.public_nemid_of("Ditte Ebbesen");
    let digits = is_issued(&desk, &ditte, "Genudsend midlertidig adgangskode");
    let page = ditte.begins("/aktiver", public.number.as_str(), &digits);
    let card = public.open_cards().next().unwrap().number.to_string();
    let page = page.goes_on_to_key(&card, "fyrtaarn 19");
    let key = ditte.key_for(&page);
    page.form("Aktivér NemID").fill("Nøgle", &key).submit().says("Dit NemID er aktiveret");
    ditte.password = "fyrtaarn 19".into();
    is_moved(&site, "hedebanken", &mut ditte);
}

#[test]
fn one_whose_password_is_forgotten_is_re_opened_and_then_the_bank_moves_to_it() {
    let site = Site::filled();
    let (desk, mut carsten) = (site.desk(), site.named("Carsten Duus"));
    let public = site.public_nemid_of("Carsten Duus");
    let digits = is_issued(&desk, &carsten, "Nulstil ved glemt adgangskode");
    let page = carsten.begins("/genaabn", public.number.as_str(), &digits);
    let form = page.form("Næste").fill("Ny adgangskode", "fyrtaarn 19");
    let page = form.fill("Gentag ny adgangskode", "fyrtaarn 19").submit();
    let card = public.active_card().unwrap().number.to_string();
    let page = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    let key = carsten.key_for(&page);
    page.form("Genåbn NemID").fill("Nøgle", &key).submit().says("Dit NemID er genåbnet");
    carsten.password = "fyrtaarn 19".into();
    is_moved(&site, "fjordbanken", &mut carsten);
}
