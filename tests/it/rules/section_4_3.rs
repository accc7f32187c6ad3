//! Rules 4.3: a certificate is blocked by its holder, the counter or the operator. The e-mail about it is
//! signed; if the holder did not ask for the block, the reason comes by letter too.

use rocket::http::{ContentType, Status};
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::Reliance;
use serde_json::Value;

use crate::certificates::judges::Court;
use crate::people::Person;
use crate::site::Site;

const SIGNED: &str = "Signeret e-mail";
const AS_A_FILE: &str = "Hent e-mailen med signatur";

/// The e-mails with this subject, the newest first.
fn mails(person: &Person<'_>, subject: &str) -> Vec<Value> {
    let messages = person.site.world(&format!("persons/{}/messages", person.cpr));
    let fits = |one: &&Value| one["way"] == "email" && one["subject"].as_str().unwrap().contains(subject);
    messages.as_array().unwrap().iter().filter(fits).cloned().collect()
}

/// The one that tells of the blocked certificate: it left signed, the control room says so, and what it offers as a
/// file is what left.
#[track_caller]
fn is_told_by_signed_mail(person: &Person<'_>) -> Value {
    is_told_signed(person, "Dit certifikat er spærret")
}

#[track_caller]
fn is_told_signed(person: &Person<'_>, subject: &str) -> Value {
    let site = person.site;
    site.mail_goes();
    let told = mails(person, subject).remove(0);
    assert_eq!(told["signed"], true, "{told}");
    let left = site.app.mail().kept().into_iter().find(|mail| mail.id == told["id"]).unwrap();
    assert!(left.signed, "{left:?}");
    let browser = site.browser();
    let page = browser.open(&format!("/kontrolrum/personer/{}", person.cpr));
    page.says(SIGNED).says("Simulatoren har selv udstedt certifikatet");
    let file = page.follow(AS_A_FILE);
    assert_eq!(file.kind, Some(ContentType::new("message", "rfc822")));
    assert_eq!(file.body.as_bytes(), site.app.mail().written(&left).unwrap());
    for part in ["multipart/signed", "protocol=\"application/pkcs7-signature\"", "micalg=\"sha-256\""] {
        assert!(file.body.contains(part), "{part}: {}", file.body);
    }
    trusts_the_root_and_so_the_mail(site, file.body.as_bytes());
    told
}

/// OpenSSL checks it as a mail program would that was given the root.
#[track_caller]
fn trusts_the_root_and_so_the_mail(site: &Site, mail: &[u8]) {
    let court = Court::of(site);
    court.keep("mail.eml", mail);
    let now = site.now().as_second();
    let verify = format!("cms -verify -in mail.eml -out text -signer signer.pem -attime {now} -CAfile");
    court.openssl(&format!("{verify} primary.pem")).is_content().says("Verification successful");
    court.openssl("x509 -in signer.pem -noout -subject -issuer").says("Systemtest I CA").says("UID:1");
    court
        .openssl("req -x509 -newkey rsa:2048 -nodes -keyout f.key -out foreign.pem -subj /CN=f")
        .is_content();
    court.openssl(&format!("{verify} foreign.pem")).refuses("Verification failure");
    let text =
        String::from_utf8(mail.to_vec()).unwrap().replacen("Hej", "Haj", 1).replacen("Kære", "Kaere", 1);
    let text = if text.as_bytes() == mail { text.replacen("NemID", "NemIX", 2) } else { text };
    court.keep("mail.eml", text.as_bytes());
    court.openssl(&format!("{verify} primary.pem")).refuses("Verification failure");
}

#[test]
fn the_operator_blocks_it_and_the_reason_comes_by_signed_mail_and_by_letter() {
    let site = Site::filled();
    let (olga, stine) = (site.operator(), site.person(|one| one["name"] == "Stine Udsen"));
    let letters = stine.letters().len();
    let page = olga.finds(&stine.cpr).follow("Spær certifikat");
    let page = olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
    page.says("Certifikatet er spærret");
    let nemid = site.public_nemid_of("Stine Udsen");
    let reliance = nemid.certificate().unwrap().reliance(site.now());
    let reason = CertificateBlockReason::RulesBroken;
    assert_eq!(reliance, Reliance::Blocked { at: site.now(), reason: Some(reason) });
    assert_eq!(stine.letters().len(), letters + 1);
    let told = is_told_by_signed_mail(&stine)["text"].to_string();
    assert!(told.contains("brud på reglerne for NemID"), "{told}");
    let serial = nemid.certificate().unwrap().serial.to_string();
    site.browser().open("/spaerreliste").says(&serial).says("brud på reglerne");
}

#[test]
fn its_holder_blocks_it_and_the_confirmation_comes_by_signed_mail_alone() {
    let site = Site::filled();
    let willy = site.named("Willy Åkjær");
    let letters = willy.letters().len();
    willy.logs_on();
    let page = willy.browser.open("/selvbetjening/certifikat/spaer");
    page.press("Spær certifikat").says("Dit certifikat er spærret");
    is_told_by_signed_mail(&willy);
    assert_eq!(willy.letters().len(), letters);
}

#[test]
fn the_counter_blocks_it_and_the_confirmation_comes_by_signed_mail_alone() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    let letters = hanne.letters().len();
    let page = desk.maintains("/ra/vedligehold/spaer-certifikat", &hanne);
    desk.signs(&page.form("Næste").tick("Borgeren har bedt om det").submit())
        .says("Certifikatet er nu spærret");
    is_told_by_signed_mail(&hanne);
    assert_eq!(hanne.letters().len(), letters);
}

#[test]
fn a_certificate_that_ends_with_its_nemid_is_told_signed_too() {
    let site = Site::filled();
    let (olga, willy) = (site.operator(), site.named("Willy Åkjær"));
    let letters = willy.letters().len();
    let page = olga.finds(&willy.cpr).follow("Spær hele NemID");
    olga.signs(&page.form("Næste").tick("Reglerne").submit());
    let told = is_told_signed(&willy, "Dit NemID er spærret")["text"].to_string();
    assert!(told.contains("brud på reglerne for NemID") && told.contains("certifikat"), "{told}");
    assert_eq!(willy.letters().len(), letters + 1);
}

#[test]
fn a_blocked_password_is_told_by_mail_without_signature_and_without_a_file() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", &hanne);
    desk.signs(&page.form("Næste").tick("Andre kender måske adgangskoden").submit());
    site.mail_goes();
    let told = mails(&hanne, "Din adgangskode er spærret").remove(0);
    assert_eq!(told["signed"], false, "{told}");
    let left = site.app.mail().kept().into_iter().find(|mail| mail.id == told["id"]).unwrap();
    assert!(!String::from_utf8(site.app.mail().written(&left).unwrap()).unwrap().contains("pkcs7"));
    let browser = site.browser();
    let page = browser.open(&format!("/kontrolrum/personer/{}", hanne.cpr));
    page.says("Din adgangskode er spærret").never_says(SIGNED).never_says(AS_A_FILE);
    browser.open(&format!("/kontrolrum/beskeder/{}/mail.eml", told["id"])).is(Status::NotFound);
    browser.open("/kontrolrum/beskeder/999999/mail.eml").is(Status::NotFound);
}
