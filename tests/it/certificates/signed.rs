//! Signed documents: xmlsec1, pdfsig and pyHanko judge what a citizen keeps after signing at a site, and `/valider` says the
//! same of it (Rules 2, 4.5).

use rocket::http::Status;

use super::judges::{Court, Verdict};
use crate::people::Person;
use crate::site::Site;

pub const AUTHORITY: &str = "/tjenester/borgerportalen";

/// Signs at an authority; gives the address of the receipt.
pub fn signs(person: &Person<'_>) -> String {
    signs_at(person, AUTHORITY, "Ansøgning om parkeringslicens")
}

/// Signs one of the texts of a site; gives the address of the receipt.
pub fn signs_at(person: &Person<'_>, site: &str, paper: &str) -> String {
    person.logs_on_at(site);
    let text = person.browser.open(site).press(paper);
    let page = text.form("Næste").fill("Adgangskode", &person.password).submit();
    let key = person.key_for(&page);
    let receipt = page.form("Underskriv").fill("Nøgle", &key).submit();
    receipt.says("Kvittering").says("Gem din underskrift");
    receipt.path.clone()
}

/// Somebody who has signed, and the files in the court.
pub fn signed(site: &Site) -> (Court<'_>, Person<'_>) {
    let (court, stine) = (Court::of(site), site.named("Stine Udsen"));
    let receipt = signs(&stine);
    for file in ["signed.xml", "receipt.pdf"] {
        let (status, _, bytes) = stine.browser.fetches(&format!("{receipt}/{file}"));
        assert_eq!(status, Status::Ok, "{file}");
        court.keep(file, &bytes);
    }
    (court, stine)
}

pub fn xmlsec(court: &Court<'_>, file: &str) -> Verdict {
    let now = court.site.now().strftime("%Y-%m-%d %H:%M:%S").to_string();
    let words = [
        "--verify",
        "--id-attr:Id",
        "http://www.w3.org/2000/09/xmldsig#:Object",
        "--trusted-pem",
        "primary.pem",
        "--untrusted-pem",
        "i.pem",
        "--verification-gmt-time",
        &now,
        file,
    ];
    court.run_with("xmlsec1", &words)
}

pub fn pyhanko(court: &Court<'_>, file: &str) -> Verdict {
    court.fetch_lists();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/judges/pdf.py");
    let now = court.site.now().as_second() + 1;
    court.python(&format!("python {script} {file} primary.pem i.pem primary.der i.der {now}"))
}

fn changed(court: &Court<'_>, file: &str, at: usize) -> Vec<u8> {
    let mut bytes = court.read(file);
    bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
    court.keep(&format!("changed.{file}"), &bytes);
    bytes
}

#[test]
fn a_signed_document_is_what_nemid_had_and_holds_for_others_and_for_us() {
    let site = Site::filled();
    let (court, stine) = signed(&site);
    xmlsec(&court, "signed.xml").is_content().says("OK");
    let text = String::from_utf8(court.read("signed.xml")).unwrap();
    for part in
        ["<openoces:signature ", "version=\"0.1\"", "#ToBeSigned", "<openoces:Name>signtext</openoces:Name>"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(text.matches("<ds:X509Certificate>").count(), 3);
    let receiver = site.browser();
    let found = receiver.uploads("/valider", text.as_bytes());
    let pid = stine.nemid().certificate().unwrap().pid.to_string();
    found.says("Underskriften er gyldig").says("Stine Udsen").says(&pid).says("Borgerportalen");
    found
        .says("4. marts 2019")
        .says("tro og love")
        .says("Certifikatet er gyldigt")
        .says("Der er ingen grænse for beløb");

    let at = text.find("signtext</openoces:Name>").unwrap() + 80;
    let bytes = changed(&court, "signed.xml", at);
    xmlsec(&court, "changed.signed.xml").refuses("FAIL");
    receiver.uploads("/valider", &bytes).says("Dokumentet er ændret").never_says("Stine");
}

#[test]
fn a_receipt_is_a_pdf_whose_signature_others_find_whole() {
    let site = Site::filled();
    let (court, _) = signed(&site);
    court.run("pdftotext", "receipt.pdf receipt.txt").is_content();
    let text = String::from_utf8(court.read("receipt.txt")).unwrap();
    assert!(text.contains("tro og love") && text.contains("Underskrevet med NemID af Stine Udsen"), "{text}");
    let said = court.run("pdfsig", "receipt.pdf");
    said.says("ETSI.CAdES.detached")
        .says("Signature is Valid")
        .says("Total document signed")
        .says("Stine Udsen");
    let said = pyhanko(&court, "receipt.pdf");
    said.is_content().says("intact True valid True trusted True revoked False").says("covers ENTIRE_FILE");
    let receiver = site.browser();
    let found = receiver.uploads("/valider", &court.read("receipt.pdf"));
    found
        .says("Underskriften er gyldig")
        .says("Stine Udsen")
        .says("4. marts 2019")
        .says("Certifikatet er gyldigt");

    let bytes = changed(&court, "receipt.pdf", 200);
    pyhanko(&court, "changed.receipt.pdf").says("intact False");
    receiver.uploads("/valider", &bytes).says("Dokumentet er ændret").never_says("Stine");
    let longer = [court.read("receipt.pdf"), b"\n% more\n".to_vec()].concat();
    receiver
        .uploads("/valider", &longer)
        .says("Der er føjet noget til efter underskriften")
        .never_says("Stine");
}

#[test]
fn what_was_signed_before_a_block_stays_signed_and_the_block_is_told() {
    let site = Site::filled();
    let (court, stine) = signed(&site);
    site.clock_moves("hours", 1);
    stine.logs_on();
    stine.browser.open("/selvbetjening/certifikat/spaer").press("Spær certifikat");
    let receiver = site.browser();
    for file in ["signed.xml", "receipt.pdf"] {
        receiver
            .uploads("/valider", &court.read(file))
            .says("Underskriften er gyldig")
            .says("Certifikatet er spærret");
    }
    pyhanko(&court, "receipt.pdf").says("trusted False revoked True");
    site.clock_moves("days", 1_500);
    let found = receiver.uploads("/valider", &court.read("signed.xml"));
    found.says("Underskriften er gyldig").says("Certifikatet er spærret");
}

#[test]
fn a_file_from_elsewhere_is_told_as_that() {
    let site = Site::filled();
    let (court, _) = signed(&site);
    let elsewhere = Site::filled();
    let elsewhere_receiver = elsewhere.browser();
    for file in ["signed.xml", "receipt.pdf"] {
        elsewhere_receiver
            .uploads("/valider", &court.read(file))
            .says("Certifikatet er ikke fra os")
            .never_says("Stine");
    }
    let receiver = site.browser();
    for nothing in [&b"hej"[..], b"%PDF-1.7", b"<?xml version=\"1.0\"?><a/>", &[0xff; 100]] {
        receiver
            .uploads("/valider", nothing)
            .is(Status::Ok)
            .says("Filen er ikke et underskrevet dokument herfra");
    }
    receiver.uploads("/valider", b"").is(Status::UnprocessableEntity).says("Vælg en fil");
    receiver.uploads("/valider", &vec![0; 600_000]).is(Status::PayloadTooLarge);
    for token in ["", &site.browser().form_token()] {
        receiver.uploads_with(token, "/valider", b"hej").is(Status::Forbidden);
    }
    assert_eq!(receiver.send_bare("/valider").0, Status::UnsupportedMediaType);
}

#[test]
fn nobody_else_gets_the_files_and_a_bank_has_none() {
    let site = Site::filled();
    let stine = site.named("Stine Udsen");
    let receipt = signs(&stine);
    let hanne = site.named("Hanne Iversen");
    hanne.logs_on_at(AUTHORITY);
    for file in ["signed.xml", "receipt.pdf"] {
        assert_eq!(hanne.browser.fetches(&format!("{receipt}/{file}")).0, Status::NotFound);
        assert_eq!(site.browser().fetches(&format!("{receipt}/{file}")).0, Status::SeeOther);
    }
}
