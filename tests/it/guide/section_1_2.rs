//! Guide 1.2: a citizen who ordered a public NemID activates at Selvbetjening: the right way, and the ways it
//! can fail (DOMAIN 3, Guide 3.1.2).

use jiff::SignedDuration;
use rocket::http::Status;
use rules::nemid::temporary::TemporaryEnd;

use crate::entry::newcomer::{Letters, PASSWORD, wrong};
use crate::site::Site;

#[test]
fn from_the_letters_to_the_first_log_on() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    page.never_says("Du har fået");
    let key = signe.key_for(&page);
    let done = page.form("Aktivér NemID").fill("Nøgle", &key).submit();
    done.says("Dit NemID er aktiveret").says("Nyt certifikat, gyldigt til").says(&letters.number);
    let again = page.form("Aktivér NemID").fill("Nøgle", &key).submit();
    assert_eq!(again.path, "/aktiver/kvittering", "a double submit finds the receipt");
    let nemid = signe.nemid();
    assert_eq!(nemid.certificates.len(), 1);
    assert_eq!(nemid.temporary.as_ref().unwrap().dead(site.now()), Some(TemporaryEnd::Used));
    let front = signe.logs_on_as(&letters.number, PASSWORD);
    assert!(front.path.starts_with("/selvbetjening"), "{}", front.path);
}

#[test]
fn a_used_letter_is_told_from_a_wrong_number() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let used = signe.begins("/aktiver", &letters.number, &letters.digits);
    used.is(Status::UnprocessableEntity).says("Den midlertidige adgangskode er brugt").says("Log på");
}

#[test]
fn the_third_wrong_try_kills_the_letter_and_nobody_learns_which_numbers_exist() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let unknown = if letters.number == "123456789" { "987654321" } else { "123456789" };
    let tries = |number: &str| -> Vec<String> {
        let page = |_| signe.begins("/aktiver", number, &wrong(&letters.digits));
        (0..4).map(page).map(|page| page.text().replace(number, "…")).collect()
    };
    let hashes = || site.app.hasher().ran();
    let before = hashes();
    let known = tries(&letters.number);
    let between = hashes();
    assert_eq!(known, tries(unknown), "the same pages");
    assert_eq!(between - before, hashes() - between, "the same number of hashes");
    assert!(known[0].contains("Du har 2 forsøg tilbage"), "{}", known[0]);
    assert!(known[2].contains("skrevet forkert tre gange"), "{}", known[2]);
    let dead = signe.begins("/aktiver", &letters.number, &letters.digits);
    dead.says("tastet forkert tre gange").says("Få en ny midlertidig adgangskode");
}

#[test]
fn a_letter_of_more_than_thirty_days_is_too_old() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    site.real_time_passes(SignedDuration::from_hours(31 * 24));
    let dead = signe.begins("/aktiver", &letters.number, &letters.digits);
    dead.says("mere end 30 dage gammel");
}

#[test]
fn each_clause_of_the_password_has_its_own_sentence_and_what_was_typed_stays() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.begins("/aktiver", &letters.number, &letters.digits);
    let choose = |one: &str, other: &str| {
        page.form("Næste").fill("Adgangskode", one).fill("Gentag adgangskode", other).submit()
    };
    choose("ab1", "ab1").is(Status::UnprocessableEntity).says("Adgangskoden er for kort");
    choose("abcdefg", "abcdefg").says("mangler et tal");
    choose("blåbær1", "blåbær1").says("har et tegn, der ikke kan bruges");
    choose(PASSWORD, "vinterbad 18").says("er ikke ens");
    let holds = format!("abc{}", letters.number);
    choose(&holds, &holds).says("indeholde dit NemID-nummer");
    let details = choose(PASSWORD, PASSWORD);
    assert_eq!(details.path, "/aktiver/oplysninger");
    let fault = details.form("Næste").fill("E-mail", "nix").fill("Mobilnummer", "12").submit();
    fault.says("ligner ikke en e-mailadresse").says("mobilnummer har otte cifre");
    assert!(fault.body.contains("value=\"nix\""));
}

#[test]
fn a_user_id_that_the_password_holds_is_refused_though_only_its_hash_is_kept() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.begins("/aktiver", &letters.number, &letters.digits);
    let page = page.form("Næste").fill("Adgangskode", "Xhavfrue7").fill("Gentag adgangskode", "Xhavfrue7");
    let page = page.submit();
    page.form("Næste").fill("Bruger-id", "HAVFRUE").submit().says("må ikke indeholde dit bruger-id");
    let next = page.form("Næste").fill("Bruger-id", "havfruen").fill("Mobilnummer", "20 30 40 50").submit();
    assert_eq!(next.path, "/aktiver/samtykke");
    let back = signe.browser.open("/aktiver/oplysninger");
    assert!(back.body.contains("value=\"havfruen\"") && back.body.contains("+45 20 30 40 50"));
    let kept = signe.browser.open("/aktiver/adgangskode").form("Næste").submit();
    assert_eq!(kept.path, "/aktiver/oplysninger", "empty fields keep the chosen password");
    let resumed = signe.browser.open("/aktiver").follow("Fortsæt, hvor du slap");
    assert_eq!(resumed.path, "/aktiver/samtykke");
    let other = signe.browser.open("/aktiver/adgangskode");
    let holds =
        other.form("Næste").fill("Adgangskode", "havfruen22").fill("Gentag adgangskode", "havfruen22");
    holds.submit().says("må ikke indeholde dit bruger-id");
}

#[test]
fn without_consents_and_rules_there_is_no_certificate() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.begins("/aktiver", &letters.number, &letters.digits);
    let page = page.form("Næste").fill("Adgangskode", PASSWORD).fill("Gentag adgangskode", PASSWORD).submit();
    let page = page.form("Næste").submit();
    let missing = page.form("Næste").submit();
    missing
        .is(Status::UnprocessableEntity)
        .says("samtykket til opslag i CPR")
        .says("Du skal acceptere reglerne");
    let skipped = signe.browser.open("/aktiver/noegle");
    assert_eq!(skipped.path, "/aktiver/samtykke", "no step can be left out");
    let rules = missing.form("Næste").tick("I må slå").tick("I må fortælle").tick("I må hente").submit();
    rules.says("Du skal acceptere reglerne").never_says("Sæt kryds ved samtykket");
}

#[test]
fn five_wrong_keys_block_the_card_and_leave_the_letter_alive() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    let wrong = signe.wrong_key_for(&page);
    let guess = || page.form("Aktivér NemID").fill("Nøgle", &wrong).submit();
    guess().is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage").says(&page.key_number());
    (0..3).for_each(|_| drop(guess()));
    let blocked = guess();
    blocked.says("nøglekortet er nu spærret").says("Nøglekortnummer");
    assert!(signe.nemid().live_temporary(site.now()).is_some());
    blocked.form("Næste").fill("Nøglekortnummer", &letters.card).submit().says("kan ikke bruges her");
}

#[test]
fn half_an_hour_by_the_real_clock_ends_it_and_uses_nothing_up() {
    let site = Site::empty();
    let (mut signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    site.real_time_passes(SignedDuration::from_mins(31));
    let late = page.form("Aktivér NemID").fill("Nøgle", "123456").submit();
    late.says("mere end en halv time").says("Begynd forfra");
    signe.activates(&letters.digits, PASSWORD, &letters.card);
}

#[test]
fn a_taken_user_id_is_told_at_once() {
    let site = Site::filled();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.begins("/aktiver", &letters.number, &letters.digits);
    let page = page.form("Næste").fill("Adgangskode", PASSWORD).fill("Gentag adgangskode", PASSWORD).submit();
    page.form("Næste").fill("Bruger-id", "Kirsten.Munk").submit().says("Bruger-id'et er optaget");
}

#[test]
fn who_was_not_here_before_is_sent_to_the_beginning() {
    let site = Site::empty();
    for path in ["/aktiver/adgangskode", "/aktiver/noegle", "/genaabn/kort", "/aktiver/kvittering"] {
        let browser = site.browser();
        let page = browser.open(path);
        page.is(Status::UnprocessableEntity).says("Begynd forfra");
    }
    let browser = site.browser();
    browser.set_cookie(&format!("selvbetjening_{}_start", site.app.world_id()), "broken");
    browser.open("/aktiver/kort").says("Begynd forfra");
    let nobody = Letters::default();
    let form = browser.open("/aktiver").form("Næste").fill("NemID-nummer", &nobody.number);
    form.submit().says("Skriv NemID-nummeret").says("Skriv den midlertidige adgangskode");
}

#[test]
fn of_two_windows_the_older_one_chooses_nothing_for_the_newer_ones_nemid() {
    let site = Site::filled();
    let (signe, letters) = site.equipped_newcomer();
    let anna = site.person(|one| one["name"] == "Anna Bøgh");
    let post = anna.reads_post();
    let older = signe.begins("/aktiver", &letters.number, &letters.digits);
    let newer = signe.begins("/aktiver", &post.number, &post.digits);
    let chosen = [&older, &newer]
        .map(|page| page.form("Næste").fill("Adgangskode", PASSWORD).fill("Gentag adgangskode", PASSWORD));
    let left = chosen[0].submit();
    left.is(Status::UnprocessableEntity).says("i et andet vindue").says("Begynd forfra");
    assert_eq!(signe.browser.open("/aktiver/oplysninger").path, "/aktiver/adgangskode", "nothing was chosen");
    chosen[1].submit().says(&post.number);
}

#[test]
fn who_goes_on_in_another_browser_begins_there_and_the_letter_serves_whoever_ends_first() {
    let site = Site::empty();
    let (mut signe, letters) = site.equipped_newcomer();
    let first = signe.activates_up_to_key(&letters, PASSWORD);
    let (key, shown) = (signe.key_for(&first), first.form("Aktivér NemID"));
    let (action, fields) = shown.fill("Nøgle", &key).sent();
    let old_browser = std::mem::replace(&mut signe.browser, site.browser());
    signe.activates(&letters.digits, "sommerbad 18", &letters.card);
    let late = old_browser.send(&action, &fields);
    late.is(Status::UnprocessableEntity).says("Den midlertidige adgangskode er brugt");
    assert_eq!(signe.nemid().certificates.len(), 1);
    assert!(signe.logs_on_as(&letters.number, "sommerbad 18").path.starts_with("/selvbetjening"));
}

#[test]
fn what_ends_the_letter_meanwhile_is_said_at_the_next_step() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    site.clock_moves("days", 31);
    let late = signe.browser.open("/aktiver/oplysninger");
    late.is(Status::UnprocessableEntity).says("mere end 30 dage gammel").says("Få en ny midlertidig");
    drop(page);
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    site.change_world(&format!("persons/{}/death", signe.cpr), "{}");
    let key = page.form("Aktivér NemID").fill("Nøgle", "123456").submit();
    key.is(Status::UnprocessableEntity).says("NemID'et er spærret eller lukket");
}

#[test]
fn a_card_blocked_meanwhile_leads_to_another_one() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    let key = signe.key_for(&page);
    let form = site.browser();
    let form = form.open("/spaer").form("Spær nu").tick("Nøglekort: mistet").fill("Navn", &signe.name);
    form.fill("Nøglekortnummer", &letters.card).submit().says("Passer oplysningerne");
    let other = page.form("Aktivér NemID").fill("Nøgle", &key).submit();
    other.is(Status::UnprocessableEntity).says("Nøglekortnummer").says("kan ikke bruges her");
    assert!(signe.nemid().live_temporary(site.now()).is_some(), "the letter is still good");
}

#[test]
fn every_broken_clause_of_the_password_is_told_at_once() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.begins("/aktiver", &letters.number, &letters.digits);
    let form = page.form("Næste").fill("Adgangskode", "åååå").fill("Gentag adgangskode", "åååå");
    let told = form.submit();
    told.says("for kort").says("der ikke kan bruges").says("mangler et bogstav").says("mangler et tal");
    told.says("fire gange i træk").never_says("vælg et andet");
}
