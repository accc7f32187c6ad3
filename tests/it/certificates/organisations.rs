//! Certificates of employees and of what organisations do themselves (D41): foreign programs rely on them as on a citizen's, and
//! page, list and answer say the same of them over their lives.

use rocket::http::Status;
use service::cases::certificates::bodies;

use super::encrypted::key_of;
use super::judges::Court;
use super::signed::signs;
use crate::counter::employees::{administrator, reopens};
use crate::people::Person;
use crate::site::Site;

const FIRST: &str = "40000001";

/// The certificate of an employee who has just come to a desk, as `theirs`; it is made in a moment.
fn takes_theirs(court: &Court<'_>, employee: &Person<'_>, desk: &str) {
    rocket::execute(bodies::make_needed(&court.site.app)).unwrap();
    let (status, _, bytes) = employee.browser.fetches(&format!("{desk}/certifikat/fil/pem"));
    assert_eq!(status, Status::Ok);
    court.keep("theirs.pem", &bytes);
}

fn receiver_reads(site: &Site, serial: &str, words: &str) {
    site.browser().open(&format!("/certifikat?serienummer={serial}")).says(words);
}

/// The number of an employee or a function in the certificate.
fn number(court: &Court<'_>, name: &str) -> String {
    let said =
        court.openssl(&format!("x509 -in {name}.pem -noout -subject -nameopt utf8,sep_multiline")).said;
    said.split("serialNumber=").nth(1).unwrap().trim().to_owned()
}

#[test]
fn an_employees_certificate_says_whom_they_work_for_and_others_rely_on_it() {
    let site = Site::filled();
    let court = Court::of(&site);
    let maren = site.staff_named("officer", "Maren Bak");
    assert_eq!(site.count("organisation_certificates"), 0, "a new world has none");
    assert_eq!(maren.logs_on_at("/log-paa?til=/ra").path, "/ra");
    maren.browser.open("/ra").follow("Medarbejdercertifikat").says("bliver lavet nu");
    assert_eq!(site.count("organisation_certificates"), 0, "nobody waits for a key");
    takes_theirs(&court, &maren, "/ra");
    let page = maren.browser.open("/ra/certifikat");
    page.says("Certifikatet er gyldigt")
        .says("Borgerservice Fjordby // CVR:00000101")
        .says("CVR:00000101-RID:");
    page.says("Maren Bak").says("Ligger forseglet").says("ikke en offentlig digital signatur");
    court.verify("theirs").is_content();
    court.ask("theirs").is_content().says("theirs.pem: good").says("Response verify OK");
    let text = court.openssl("x509 -in theirs.pem -noout -text -nameopt utf8,sep_comma_plus_space").said;
    for said in [
        "C=DK, O=Borgerservice Fjordby // CVR:00000101, OU=RA, CN=Maren Bak + serialNumber=CVR:00000101-RID:",
        "Policy: 1.3.6.1.4.1.31313.2.4.6.2.6",
        "Digital Signature, Non Repudiation, Key Encipherment, Data Encipherment, Key Agreement",
        "OCSP - URI:http://selvbetjening.example/ocsp",
        "URI:http://selvbetjening.example/crl/i.crl",
        "CN = CRL805307",
    ] {
        assert!(text.contains(said), "not {said:?}: {text}");
    }
    receiver_reads(&site, FIRST, "Certifikatet er gyldigt");
    let said = court.python("lint_pkix_cert lint theirs.pem -s WARNING -f CSV").said;
    let findings: Vec<_> =
        said.lines().filter(|line| line.contains("WARNING") || line.contains("ERROR")).collect();
    assert!(findings.iter().all(|line| line.contains("keyAgreement")), "{findings:#?}");
    // It is no public digital signature.
    let citizen = maren.types_password("/tjenester/borgerportalen", &maren.password);
    assert!(!citizen.text().contains("Logget på som"));
    assert_eq!(site.browser().fetches("/ra/certifikat/fil/pem").0, Status::SeeOther);
    assert_eq!(maren.browser.fetches("/ra/certifikat/fil/p7m").0, Status::NotFound);
    assert_eq!(maren.browser.fetches("/ra/certifikat/fil/key").0, Status::NotFound);
}

#[test]
fn clerks_and_the_operator_have_theirs_from_their_own_organisation() {
    let site = Site::filled();
    let court = Court::of(&site);
    for (serving, desk, organisation, unit) in [
        (site.clerk("hedebanken"), "/bank/hedebanken", "Hedebanken // CVR:00000202", "Kunder"),
        (site.operator(), "/operatoer", "NemID Drift // CVR:00000401", "Drift"),
    ] {
        takes_theirs(&court, &serving.person, desk);
        let subject =
            court.openssl("x509 -in theirs.pem -noout -subject -nameopt utf8,sep_comma_plus_space").said;
        assert!(subject.contains(organisation) && subject.contains(&format!("OU={unit}")), "{subject}");
        court.verify("theirs").is_content();
        serving.person.browser.open(&format!("{desk}/certifikat")).says(organisation);
    }
}

#[test]
fn it_is_blocked_with_the_nemid_and_with_a_forgotten_password_and_comes_again_under_the_same_number() {
    let site = Site::filled();
    let (court, aksel) = (Court::of(&site), administrator(&site));
    let (mut jonas, at_work) = (site.named("Jonas Lyng"), site.staff_named("officer", "Jonas Lyng"));
    assert_eq!(at_work.logs_on_at("/log-paa?til=/ra").path, "/ra");
    takes_theirs(&court, &at_work, "/ra");
    let first = number(&court, "theirs");
    let serial = court.openssl("x509 -in theirs.pem -noout -serial").said.trim().replace("serial=", "");
    let digits = reopens(&aksel, &jonas, "Nulstil ved glemt adgangskode");
    court.verify("theirs").refuses("certificate revoked");
    court.ask("theirs").says("theirs.pem: revoked").says("Reason: superseded");
    receiver_reads(&site, &serial, "Certifikatet er spærret");
    site.browser().open("/spaerreliste").says(&serial);
    let erased = "organisation_certificates WHERE blocked IS NOT NULL AND key IS NULL";
    assert_eq!(site.count(erased), 1, "its key is gone");

    let card = jonas.open_cards().remove(0);
    jonas.reopens(&digits, (None, "skruetvinge9"), &card);
    assert_eq!(jonas.logs_on_at("/log-paa?til=/ra").path, "/ra");
    takes_theirs(&court, &jonas, "/ra");
    assert_eq!(number(&court, "theirs"), first, "the same number");
    court.verify("theirs").is_content();
    let olga = site.operator();
    let page = olga.finds(&site.cpr_of("Jonas Lyng")).follow("Spær hele NemID'et");
    olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
    court.verify("theirs").refuses("certificate revoked");
    court.ask("theirs").says("Reason: cessationOfOperation");
}

#[test]
fn one_that_ran_out_is_followed_by_another_with_the_same_number() {
    let site = Site::filled();
    let (court, clerk) = (Court::of(&site), site.clerk("fjordbanken"));
    takes_theirs(&court, &clerk.person, "/bank/fjordbanken");
    let first = number(&court, "theirs");
    site.clock_moves("days", 1_000);
    site.clock_moves("days", 600);
    court.verify("theirs").refuses("certificate has expired");
    let serial = court.openssl("x509 -in theirs.pem -noout -serial").said.trim().replace("serial=", "");
    receiver_reads(&site, &serial, "Certifikatet er udløbet");
    assert_eq!(
        site.count(&format!(
            "organisation_certificates WHERE serial = {} AND key IS NOT NULL",
            u32::from_str_radix(&serial, 16).unwrap()
        )),
        0
    );
    let clerk = site.clerk("fjordbanken");
    clerk.person.browser.open("/bank/fjordbanken/certifikat");
    takes_theirs(&court, &clerk.person, "/bank/fjordbanken");
    court.verify("theirs").is_content();
    assert_eq!(number(&court, "theirs"), first);
}

#[test]
fn what_a_site_sends_is_signed_by_the_site_and_what_only_says_so_is_told() {
    let site = Site::filled();
    let (court, stine) = (Court::of(&site), site.named("Stine Udsen"));
    // The portal's certificate begins within a second, and what it signs in that second is signed with it.
    site.real_time_passes(jiff::SignedDuration::from_millis(700));
    signs(&stine);
    stine.logs_on();
    let (path, serial) = {
        let list = stine.browser.open("/selvbetjening/krypteret-post");
        let mail = list.follow("Svar fra Borgerportalen");
        mail.says("Underskrevet af").says("Borgerportalen").says(FIRST).says("Sagen er behandlet");
        (mail.path.clone(), FIRST)
    };
    receiver_reads(&site, serial, "Certifikatet er gyldigt");
    let (_, _, message) = stine.browser.fetches(&format!("{path}/mail.p7m"));
    court.keep("mail.p7m", &message);
    court.fetch_certificate(&stine, "theirs");
    key_of(&court, &stine);
    court
        .openssl("cms -decrypt -inform DER -in mail.p7m -keyform DER -inkey theirs.key -recip theirs.pem -out signed")
        .is_content();
    let now = site.now().as_second();
    let verify = format!(
        "cms -verify -in signed -purpose any -attime {now} -CAfile primary.pem -signer portal.pem -out text"
    );
    court.openssl(&verify).is_content();
    court.verify("portal").is_content();
    court.ask("portal").says("portal.pem: good");
    let text = court.openssl("x509 -in portal.pem -noout -text -nameopt utf8,sep_comma_plus_space").said;
    assert!(
        text.contains("O=Borgerportalen // CVR:00000301, CN=Borgerportalen + serialNumber=CVR:00000301-FID:"),
        "{text}"
    );
    assert!(
        text.contains("Policy: 1.3.6.1.4.1.31313.2.4.6.4.2") && !text.contains("Non Repudiation"),
        "{text}"
    );

    court.keep("letter", b"Content-Type: text/plain\r\n\r\nSend os din adgangskode.\r\n");
    court
        .openssl("req -x509 -newkey rsa:2048 -nodes -keyout foreign.key -out foreign.pem -subj /CN=Borgerportalen -days 3650")
        .is_content();
    court
        .openssl("cms -sign -nodetach -in letter -signer foreign.pem -inkey foreign.key -out false")
        .is_content();
    court
        .openssl(
            "cms -encrypt -aes256 -in false -from portalen@post.example -subject Svar -out more theirs.pem",
        )
        .is_content();
    let at = format!("/kontrolrum/personer/{}/krypteret/fil", stine.cpr);
    let room = site.browser();
    room.uploads(&at, &court.read("more")).says("E-mailen er afleveret");
    let list = stine.browser.open("/selvbetjening/krypteret-post");
    let mail = list.follow("Svar");
    mail.says("underskriften holder ikke").says("Send os din adgangskode").never_says("Underskrevet af");
    assert_eq!(site.count("organisation_certificates"), 1, "one for all that the portal sends");
}
