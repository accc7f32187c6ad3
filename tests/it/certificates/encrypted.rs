//! Encrypted e-mail (Guide 3.1.3): by another program to a citizen, by us to be opened by another program, between citizens, and
//! no longer readable once the key is gone.

use rocket::http::Status;

use super::judges::Court;
use super::signed::{signs, signs_at};
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;

const TEXT: &str = "Kære Hanne\r\n\r\nKoden til skuret er Æ-17.\r\n";

/// The key of a certificate, as only the service has it.
pub fn key_of(court: &Court<'_>, person: &Person<'_>) {
    let serial = person.nemid().certificate().unwrap().serial;
    let sealed = super::kept::sealed_key(court.site, serial);
    let key = court.site.app.opened_bytes(&format!("certificate:{serial}"), &sealed).unwrap();
    court.keep("theirs.key", &key);
}

fn at(person: &Person<'_>) -> String {
    format!("/kontrolrum/personer/{}/krypteret", person.cpr)
}

/// Has OpenSSL encrypt the text; the control room brings what comes of it.
fn brings(court: &Court<'_>, person: &Person<'_>, how: &str) {
    court.keep("text", TEXT.as_bytes());
    let encrypt =
        format!("cms -encrypt {how} -in text -subject Skuret -from nabo@post.example -out mail theirs.pem");
    court.openssl(&encrypt).is_content();
    let page = court.site.browser();
    page.uploads(&format!("{}/fil", at(person)), &court.read("mail")).says("E-mailen er afleveret");
}

#[test]
fn what_another_program_encrypts_is_read_by_its_holder_alone() {
    let site = Site::filled();
    let (court, hanne) = (Court::of(&site), holder(&site, "Hanne Iversen"));
    court.fetch_certificate(&hanne, "theirs");
    for how in ["-aes256", "-aes128", "-aes192 -outform DER", "-aes256 -outform DER -noindef"] {
        brings(&court, &hanne, how);
        let list = hanne.opens("/krypteret-post");
        list.says("Kan læses");
        let mail = list.follow(if how.contains("DER") { "Uden emne" } else { "Skuret" });
        mail.says("Koden til skuret er Æ-17.").says("Kære Hanne");
        assert!(how.contains("DER") || list.text().contains("nabo@post.example"), "{how}");
    }
    let files = std::fs::read_dir(site.folder.path()).unwrap();
    let disk: Vec<u8> =
        files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap_or_default()).collect();
    assert!(!disk.windows(12).any(|window| window == b"Koden til sk"), "it lies encrypted");
    let willy = holder(&site, "Willy Åkjær");
    assert_eq!(willy.opens("/krypteret-post/1").status, Status::NotFound);
    let page = site.browser();
    let refused = page.uploads(&format!("{}/fil", at(&willy)), &court.read("mail"));
    refused.is(Status::UnprocessableEntity).says("ikke krypteret til et certifikat, som personen har");
    for nothing in [&b"hej"[..], b"\x30\x80", b"Content-Type: text/plain\n\nhej"] {
        let refused = page.uploads(&format!("{}/fil", at(&hanne)), nothing);
        refused.is(Status::UnprocessableEntity).says("ikke en krypteret e-mail");
    }
}

#[test]
fn what_we_encrypt_another_program_opens_with_the_key_and_with_no_other() {
    let site = Site::filled();
    let (court, hanne) = (Court::of(&site), holder(&site, "Hanne Iversen"));
    let room = site.browser();
    let page = room.open(&at(&hanne));
    let form =
        page.form("Kryptér og send").fill("Emne", "Fra kommunen").fill("Tekst", "Din sag er afgjort. Æ.");
    form.submit().says("E-mailen er afleveret");
    let list = hanne.opens("/krypteret-post");
    let mail = list.follow("Fra kommunen");
    mail.says("Din sag er afgjort. Æ.").says("Kontrolrum");
    court.fetch_certificate(&hanne, "theirs");
    key_of(&court, &hanne);
    let (_, _, message) = hanne.browser.fetches(&format!("{}/mail.p7m", mail.path));
    court.keep("mail.p7m", &message);
    let decrypt = |key: &str| {
        court.openssl(&format!(
            "cms -decrypt -inform DER -in mail.p7m -keyform DER -inkey {key} -recip theirs.pem -out text"
        ))
    };
    decrypt("theirs.key").is_content();
    let read = || court.read("text").ends_with("Din sag er afgjort. Æ.\r\n".as_bytes());
    assert!(read());
    court.openssl("genpkey -algorithm RSA -outform DER -out other.key").is_content();
    court.keep("text", b"");
    decrypt("other.key");
    assert!(!read());
    for wrong in ["", "   "] {
        let page = room.open(&at(&hanne));
        let refused = page.form("Kryptér og send").fill("Tekst", wrong).submit();
        refused.is(Status::UnprocessableEntity).says("Skriv en tekst");
    }
    let uffe = site.named("Uffe Wind");
    let page = room.open(&at(&uffe));
    let refused = page.form("Kryptér og send").fill("Tekst", "Hej").submit();
    refused.is(Status::UnprocessableEntity).says("gyldigt certifikat");
}

#[test]
fn a_citizen_writes_to_another_by_the_address_in_the_certificate() {
    let site = Site::filled();
    let (hanne, willy) = (holder(&site, "Hanne Iversen"), holder(&site, "Willy Åkjær"));
    let to = hanne.nemid().certificate().unwrap().email.clone().unwrap().to_string();
    let page = willy.opens("/krypteret-post");
    let writes = |to: &str| {
        let form = page.form("Kryptér og send").fill("Modtagerens e-mail", to);
        form.fill("Emne", "Hej").fill("Tekst", "Kun til dig").submit()
    };
    writes(&to).says("Kun modtageren kan læse den");
    willy.opens("/krypteret-post").says("Du har ikke fået nogen");
    let list = hanne.opens("/krypteret-post");
    list.says("Willy Åkjær").follow("Hej").says("Kun til dig");
    let refused = writes("ingen@post.example");
    refused.is(Status::UnprocessableEntity).says("Ingen med den adresse").says("Kun til dig");
    writes("ingen").is(Status::UnprocessableEntity);
}

#[test]
fn after_a_reset_or_a_block_it_can_no_longer_be_read() {
    let site = Site::filled();
    let (court, mut hanne) = (Court::of(&site), holder(&site, "Hanne Iversen"));
    let willy = holder(&site, "Willy Åkjær");
    court.fetch_certificate(&hanne, "theirs");
    brings(&court, &hanne, "-aes256");
    let path = {
        let list = hanne.opens("/krypteret-post");
        let mail = list.follow("Skuret");
        mail.says("Koden til skuret");
        mail.path.clone()
    };
    let serial = hanne.nemid().certificate().unwrap().serial;
    let digits = site.desk().issues(&hanne, "Nulstil ved glemt adgangskode");
    assert_eq!(super::kept::has_key(&site, serial), Some(false), "the key went with the certificate");
    let card = hanne.open_cards().remove(0);
    hanne.reopens(&digits, (None, "nyt kodeord 1"), &card);
    hanne.logs_on();
    hanne.browser.open(&path).says("E-mailen kan ikke læses").never_says("Koden til skuret");
    hanne.opens("/krypteret-post").says("Kan ikke læses mere");
    court.fetch_certificate(&hanne, "theirs");
    brings(&court, &hanne, "-aes256");
    hanne.opens("/krypteret-post").says("Kan læses");

    let page = site.browser();
    let page = page.open(&at(&willy));
    page.form("Kryptér og send").fill("Emne", "Til Willy").fill("Tekst", "Hej").submit();
    let reads = || {
        let list = willy.opens("/krypteret-post");
        list.follow("Til Willy").text()
    };
    assert!(reads().contains("Hej"));
    willy.opens("/certifikat/spaer").press("Spær certifikat");
    assert!(reads().contains("E-mailen kan ikke læses"));
}

#[test]
fn a_site_answers_what_was_signed_there_so_that_its_signer_alone_reads_it() {
    let site = Site::filled();
    let (court, mut stine) = (Court::of(&site), site.named("Stine Udsen"));
    let receipt = signs(&stine);
    let answered = "Borgerportalen har svaret";
    stine.browser.open(&receipt).says(answered);
    stine.logs_on();
    let path = {
        let list = stine.opens("/krypteret-post");
        list.says("Svar fra Borgerportalen").says("Kan læses").never_says("parkeringslicens");
        let mail = list.follow("Svar fra Borgerportalen");
        mail.says("Kære Stine Udsen").says("»Ansøgning om parkeringslicens«").says("Sagen er behandlet");
        mail.path.clone()
    };
    let (_, _, message) = stine.browser.fetches(&format!("{path}/mail.p7m"));
    court.keep("mail.p7m", &message);
    court.fetch_certificate(&stine, "theirs");
    key_of(&court, &stine);
    court
        .openssl("cms -decrypt -inform DER -in mail.p7m -keyform DER -inkey theirs.key -recip theirs.pem -out text")
        .is_content();
    let verify = format!(
        "cms -verify -in text -purpose any -attime {} -CAfile primary.pem -out inside",
        site.now().as_second()
    );
    court.openssl(&verify).is_content();
    assert!(String::from_utf8(court.read("inside")).unwrap().contains("Sagen er behandlet"));
    let hanne = holder(&site, "Hanne Iversen");
    assert_eq!(hanne.browser.open(&path).status, Status::NotFound);
    hanne.opens("/krypteret-post").never_says("Borgerportalen");

    let digits = site.desk().issues(&stine, "Nulstil ved glemt adgangskode");
    let card = stine.open_cards().remove(0);
    stine.reopens(&digits, (None, "nyt kodeord 1"), &card);
    stine.logs_on();
    stine.browser.open(&path).says("E-mailen kan ikke læses").never_says("Sagen er behandlet");
}

#[test]
fn a_company_answers_too_in_the_language_of_the_page_and_a_text_that_is_left_unsigned_gets_no_answer() {
    let site = Site::filled();
    let (stine, hanne) = (site.named("Stine Udsen"), holder(&site, "Hanne Iversen"));
    hanne.logs_on_at("/tjenester/forsikringshuset");
    let text = hanne.browser.open("/tjenester/forsikringshuset").press("Aftale om indboforsikring");
    text.never_says("har svaret");
    hanne.opens("/krypteret-post").says("Du har ikke fået nogen");
    let receipt = signs_at(&stine, "/tjenester/forsikringshuset", "Aftale om indboforsikring");
    stine.browser.open(&receipt).says("Forsikringshuset har svaret");
    stine.logs_on();
    let list = stine.opens("/krypteret-post");
    list.follow("Svar fra Forsikringshuset").says("Aftalen gælder fra i dag");
}
