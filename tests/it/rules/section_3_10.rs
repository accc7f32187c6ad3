//! Rules 3.10: changes are announced three months ahead, at once for security, and accepted once in force.

use rocket::http::Status;

use crate::browser::Visit;
use crate::desks::Serving;
use crate::site::Site;

fn publishes(olga: &Serving<'_>, when: &str, danish: &str) {
    let page = olga.person.browser.open("/operatoer/regler");
    let form = page.form("Underskriv og offentliggør").tick(when);
    let form =
        form.fill("Hvad er ændret, på dansk", danish).fill("Hvad er ændret, på engelsk", "Something new.");
    let form = form.fill("Adgangskode", &olga.person.password);
    form.submit().is(Status::Ok).says(danish);
    form.submit().is(Status::Ok);
}

#[test]
fn a_change_can_be_read_three_months_before_it_is_in_force_and_is_then_accepted() {
    let site = Site::filled();
    publishes(&site.operator(), "Gælder om tre måneder", "Kort med færre nøgler.");
    let reader = site.browser();
    let page = reader.open("/regler");
    page.says("Version 2. Reglerne gælder fra").says("Reglerne ændres").says("Kort med færre nøgler.");
    page.says("Version 3 er offentliggjort og gælder fra 4. juni 2019 kl. 9.0");
    page.never_says("Version 4");

    let stine = site.person(|one| one["name"] == "Stine Udsen");
    stine.logs_on().never_says("Reglerne for NemID er ændret");
    stine
        .browser
        .open("/selvbetjening/regler")
        .says("Du accepterede version 2")
        .says("Kort med færre nøgler.");

    site.change_world("clock", "{\"to\": \"2019-06-04T08:55:00+02:00\"}");
    reader.open("/regler").says("Version 2. Reglerne gælder fra").says("Reglerne ændres");
    site.change_world("clock", "{\"to\": \"2019-06-04T09:05:00+02:00\"}");
    let page = stine.logs_on();
    let page = page.says("Reglerne for NemID er ændret").follow("Læs og acceptér");
    page.press("Acceptér version 3").says("Du har accepteret reglerne").says("Du accepterede version 3");
    assert_eq!(site.public_nemid_of("Stine Udsen").rules_accepted.unwrap().version, 3);
    stine.browser.open("/selvbetjening").never_says("Reglerne for NemID er ændret");
    reader.open("/regler").says("Version 3. Reglerne gælder fra 4. juni 2019").never_says("Reglerne ændres");
}

#[test]
fn a_change_for_security_is_in_force_at_once() {
    let site = Site::filled();
    let olga = site.operator();
    publishes(&olga, "Gælder med det samme", "Nøglekort må ikke fotograferes.");
    site.browser()
        .open("/regler")
        .says("Version 3. Reglerne gælder fra 4. marts 2019")
        .says("hensyn til sikkerheden");
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    let form = stine.logs_on().follow("Læs og acceptér").form("Acceptér version 3");
    publishes(&olga, "Gælder med det samme", "Endnu en ændring.");
    form.submit().is(Status::UnprocessableEntity).says("nyere version").says("Acceptér version 4");
    olga.person.browser.open("/operatoer/journal").says("Ny version af reglerne af hensyn til sikkerheden");
}

#[test]
fn a_change_for_security_goes_on_when_what_was_announced_before_it_comes_into_force() {
    let site = Site::filled();
    let olga = site.operator();
    publishes(&olga, "Gælder om tre måneder", "Kort med færre nøgler.");
    publishes(&olga, "Gælder med det samme", "Nøglekort må ikke fotograferes.");
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    stine.logs_on().follow("Læs og acceptér").press("Acceptér version 4");
    site.clock_moves("days", 93);
    site.browser()
        .open("/regler")
        .says("Version 3 gælder nu")
        .says("Version 4 gælder stadig, nu i version 3");
    let page = stine.logs_on().follow("Læs og acceptér");
    page.says("Kort med færre nøgler.").never_says("fotograferes");
    page.press("Acceptér version 3").says("Tidligere accepteret").says("Version 4: 4. marts 2019");

    let willy = site.person(|one| one["name"] == "Willy Åkjær");
    let page = willy.logs_on().follow("Læs og acceptér");
    page.says("fotograferes").says("Kort med færre nøgler.").press("Acceptér version 3");
    willy.browser.open("/selvbetjening").never_says("Reglerne for NemID er ændret");
}

#[test]
fn what_changes_has_to_be_said_in_both_languages_and_signed() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.person.browser.open("/operatoer/regler");
    let sent = page.form("Underskriv").fill("Hvad er ændret, på dansk", "Nyt.").submit();
    sent.is(Status::UnprocessableEntity);
    sent.says("på både dansk og engelsk")
        .says("Vælg, hvornår versionen skal gælde")
        .says("Skriv din adgangskode");
    let form = sent.form("Underskriv").fill("Hvad er ændret, på engelsk", "New.").tick("Gælder om");
    form.fill("Adgangskode", "helt forkert1")
        .submit()
        .says("Adgangskoden er forkert")
        .never_says("Version 3");
}

#[test]
fn who_stayed_away_reads_what_changed_since_and_accepts_it_once() {
    let site = Site::filled();
    let henny = site.person(|one| one["name"] == "Henny Jakobsen");
    let page = henny.logs_on().says("Reglerne for NemID er ændret").follow("Læs og acceptér");
    page.says("Du accepterede version 1").says("september 2016").says("Version 2 gælder fra 25. maj 2018");
    let form = page.form("Acceptér version 2");
    form.submit().says("Du har accepteret reglerne").says("Du accepterede version 2").says("4. marts 2019");
    henny
        .browser
        .open("/selvbetjening/regler")
        .says("Tidligere accepteret")
        .says("Version 1: 1. september 2016");
    form.submit();
    let log = henny.browser.open("/selvbetjening/haendelseslog").text();
    assert_eq!(log.matches("Du accepterede reglerne for NemID, version 2").count(), 1, "{log}");
}

#[test]
fn each_version_can_be_read_whole_before_and_after_it_is_in_force() {
    let site = Site::filled();
    let olga = site.operator();
    let reader = site.browser();
    reader
        .open("/regler/1")
        .says("Det her er version 1. Den gælder ikke nu")
        .never_says("logfiler på din egen");
    reader.open("/regler/2").says("Version 2. Reglerne gælder fra").says("logfiler på din egen");
    assert_eq!(reader.open("/regler/3").status, Status::NotFound);

    let page = olga.person.browser.open("/operatoer/regler?afsnit=3-7");
    assert!(page.body.contains("Der kan også blive gemt logfiler"), "{}", page.text());
    let form = page.form("Underskriv og offentliggør").tick("Gælder om tre måneder");
    let form =
        form.fill("Hvad er ændret, på dansk", "Kortere.").fill("Hvad er ændret, på engelsk", "Shorter.");
    let form = form.fill("Afsnittets tekst på dansk", "Vi gemmer mindre.");
    let form = form.fill("Afsnittets tekst på engelsk", "We keep less.");
    form.fill("Adgangskode", &olga.person.password).submit().is(Status::Ok).says("Kortere.");
    olga.person.browser.open("/operatoer/journal").says("Vi gemmer mindre.");

    reader.open("/regler").says("logfiler på din egen").never_says("Vi gemmer mindre.");
    let announced = reader.open("/regler").follow("Læs hele version 3");
    announced.says("Vi gemmer mindre.").never_says("logfiler på din egen").says("Spørg din bank");
    announced.never_says("Tilføjet uden for afsnittene");
    site.clock_moves("days", 93);
    reader.open("/regler").says("Vi gemmer mindre.").never_says("logfiler på din egen");
    reader.open("/regler/2").says("logfiler på din egen").never_says("Vi gemmer mindre.");
    site.person(|one| one["name"] == "Stine Udsen")
        .logs_on()
        .follow("Læs og acceptér")
        .follow("Læs hele version 3");
}

#[test]
fn what_a_version_adds_without_a_section_stands_after_the_sections() {
    let site = Site::filled();
    publishes(&site.operator(), "Gælder med det samme", "Nøglekort må ikke fotograferes.");
    let reader = site.browser();
    let page = reader.open("/regler/3");
    page.says("Tilføjet uden for afsnittene").says("Version 3: Nøglekort må ikke fotograferes.");
    reader.open("/regler/2").never_says("Tilføjet uden for afsnittene");
}

#[test]
fn a_section_s_new_text_has_to_be_whole_and_of_a_section() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.person.browser.open("/operatoer/regler");
    let form = page.form("Underskriv og offentliggør");
    form.fill("Afsnittets tekst på dansk", "Nyt.").submit().says("Vælg det afsnit, som teksten hører til");
    let chosen = olga.person.browser.open("/operatoer/regler?afsnit=3-8");
    let form = chosen.form("Underskriv og offentliggør").fill("Afsnittets tekst på engelsk", "");
    let refused = form.submit();
    refused.is(Status::UnprocessableEntity).says("Skriv afsnittets tekst på både dansk og engelsk");
    assert!(refused.body.contains("Handler det om netbanken"), "what was typed stays");
}

/// Writes the text of a section on the operator's page and puts it into the draft.
fn drafts<'b, 's>(page: &Visit<'b, 's>, section: &str, danish: &str) -> Visit<'b, 's> {
    let form = page.form("Læg afsnittet i udkastet").choose("Afsnit", section);
    let form = form.fill("Afsnittets tekst på dansk", danish);
    form.fill("Afsnittets tekst på engelsk", &format!("{danish} (English)")).submit()
}

#[test]
fn a_version_gives_several_sections_another_text_that_are_written_one_by_one() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.person.browser.open("/operatoer/regler");
    page.says("Der er intet afsnit i udkastet endnu");
    let typed =
        page.form("Hent teksten").fill("Hvad er ændret, på dansk", "Tre afsnit.").tick("Gælder med det");
    let page = typed.choose("Afsnit", "3.8").submit();
    page.is(Status::Ok);
    assert!(page.body.contains("Handler det om netbanken") && page.body.contains("Tre afsnit."));
    let page = drafts(&page, "3.8", "Spørg os.");
    page.is(Status::Ok).never_says("intet afsnit i udkastet");
    let page = drafts(&page, "3.2", "Pas på.");
    let page = drafts(&page, "4.5", "Se listen.");
    let page = drafts(&page, "3.8", "Spørg os altid.");
    let text = page.text();
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("Pas på.") < at("Spørg os altid.") && at("Spørg os altid.") < at("Se listen."), "{text}");
    page.says("Pas på. (English)").never_says("Spørg os.");
    assert!(page.body.contains("Tre afsnit."), "what was typed beside the draft stays");

    // It lies there until it is published, and nobody else sees it.
    let page = olga.person.browser.open("/operatoer/regler");
    page.says("Spørg os altid.");
    site.browser().open("/regler").never_says("Spørg os altid.");
    let page = page.press("Fjern: 4.5");
    page.never_says("Se listen.").says("Pas på.");
    let page = page.press("Ret: 3.2");
    assert!(
        page.form("Læg afsnittet").fields_of().iter().any(|(_, value)| value == "Pas på."),
        "{}",
        page.body
    );
    let form = page.form("Underskriv og offentliggør").fill("Afsnittets tekst på dansk", "Pas godt på.");
    let form = form.fill("Hvad er ændret, på dansk", "Nyt.").fill("Hvad er ændret, på engelsk", "New.");
    let form = form.tick("Gælder med det");
    let wrong = form.clone().fill("Adgangskode", "helt forkert 1").submit();
    wrong.says("Adgangskoden er forkert").says("Spørg os altid.");
    let right = wrong.form("Underskriv").fill("Adgangskode", &olga.person.password);
    right.submit().is(Status::Ok);
    right.submit().is(Status::Ok).never_says("Version 4");

    let rules = site.browser();
    let rules = rules.open("/regler");
    rules
        .says("Pas godt på.")
        .says("Spørg os altid.")
        .never_says("Se listen.")
        .never_says("Tilføjet uden for");
    olga.person.browser.open("/operatoer/regler").says("intet afsnit i udkastet").says("Version 3");
    olga.person
        .browser
        .open("/operatoer/journal")
        .says("Pas godt på. (English)".trim_end_matches(" (English)"));
    let signed = olga.person.browser.open("/operatoer/journal").text();
    assert!(signed.contains("Pas på. (English)") && signed.contains("Spørg os altid. (English)"), "{signed}");
}

#[test]
fn a_draft_that_was_changed_elsewhere_is_read_again_and_a_section_in_it_has_to_be_whole() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.person.browser.open("/operatoer/regler");
    let refused = |what: &str, says: &str| {
        page.form(what).submit().is(Status::UnprocessableEntity).says(says);
    };
    refused("Læg afsnittet i udkastet", "Vælg det afsnit, som teksten hører til");
    refused("Hent teksten", "Vælg det afsnit, som teksten hører til");
    let form = page.form("Læg afsnittet i udkastet").choose("Afsnit", "3.8");
    let half = form.fill("Afsnittets tekst på dansk", "Nyt.").submit();
    half.is(Status::UnprocessableEntity).says("både dansk og engelsk").says("intet afsnit i udkastet");
    page.form("Læg").tamper("section", "3").submit().is(Status::UnprocessableEntity);
    page.form("Læg").tamper("step", "edit:9-9").submit().is(Status::Ok).says("intet afsnit i udkastet");

    let form = page.form("Underskriv og offentliggør").fill("Hvad er ændret, på dansk", "Nyt.");
    let form = form.fill("Hvad er ændret, på engelsk", "New.").tick("Gælder med det");
    let form = form.fill("Adgangskode", &olga.person.password);
    drafts(&page, "3.8", "Fra et andet vindue.");
    form.submit().is(Status::UnprocessableEntity).says("Læs det igen").says("Fra et andet vindue.");
    site.browser().open("/regler").never_says("Fra et andet vindue.");
    form.tamper("draft", "forkert").submit().is(Status::UnprocessableEntity);
}
