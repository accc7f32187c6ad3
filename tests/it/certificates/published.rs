//! What everybody can fetch: lists, answers, and what is no question.

use rocket::http::{ContentType, Status};

use super::judges::Court;
use crate::self_service::holder;
use crate::site::Site;

fn question_kind() -> ContentType {
    ContentType::new("application", "ocsp-request")
}

#[test]
fn the_authorities_are_the_simulators_own_and_the_root_vouches_for_the_other() {
    let site = Site::empty();
    let court = Court::of(&site);
    let root = court.openssl("x509 -in primary.pem -noout -subject -issuer").said;
    assert_eq!(root.matches("SELVBETJENING Systemtest Primary CA").count(), 2, "{root}");
    court.fetch_lists();
    let now = site.now().as_second();
    let verify = format!(
        "verify -x509_strict -crl_check -attime {now} -CAfile primary.pem -CRLfile primary.crl i.pem"
    );
    court.openssl(&verify).is_content();
    court
        .openssl("x509 -in i.pem -noout -text")
        .says("CA:TRUE, pathlen:0")
        .says("Certificate Sign, CRL Sign");
    for missing in
        ["/cert/x.cer", "/cert/i.pem", "/crl/x.crl", "/crl/i/0.crl", "/crl/i/x.crl", "/crl/primary/1.crl"]
    {
        assert_eq!(site.browser().fetches(missing).0, Status::NotFound, "{missing}");
    }
}

#[test]
fn every_page_about_certificates_leads_to_what_one_is_and_to_the_words() {
    let site = Site::filled();
    let (receiver, hanne) = (site.browser(), holder(&site, "Hanne Iversen"));
    let officer = site.desk().officer;
    for (browser, pages) in [
        (&receiver, vec!["/certifikat", "/spaerreliste", "/valider"]),
        (&hanne.browser, vec!["/selvbetjening/certifikat", "/selvbetjening/krypteret-post"]),
        (&officer.browser, vec!["/ra/certifikat"]),
    ] {
        for page in pages {
            let shown = browser.open(page).body;
            assert!(
                shown.contains("href=\"/om-certifikater\"") && shown.contains("href=\"/begreber\""),
                "{page}"
            );
        }
    }
    receiver.open("/om-certifikater").says("RID-nummer").says("FID-nummer");
    receiver
        .open("/begreber")
        .says("Privat og offentlig nøgle")
        .says("Medarbejdercertifikat")
        .never_says("findes ikke");
}

#[test]
fn a_list_is_written_when_it_is_fetched_and_its_number_grows_with_what_it_says() {
    let site = Site::filled();
    let court = Court::of(&site);
    let fetched = || {
        court.fetch_lists();
        court.openssl("crl -in i.crl -noout -crlnumber -lastupdate").said
    };
    let first = fetched();
    assert_eq!(first, fetched(), "nothing has changed");
    holder(&site, "Willy Åkjær").opens("/certifikat/spaer").press("Spær certifikat");
    let second = fetched();
    let number = |said: &str| said.lines().next().unwrap().trim_start_matches("crlNumber=0x").to_owned();
    assert!(number(&second) > number(&first), "{first} {second}");
    site.clock_moves("hours", 13);
    let third = fetched();
    assert!(number(&third) > number(&second), "it has run out, so that another is written");
    let listed = court.openssl("crl -in i.crl -noout -text").said.matches("Serial Number:").count();
    let page = site.browser().open("/spaerreliste").body;
    assert_eq!(page.matches("/certifikat?serienummer=").count(), listed);
}

#[test]
fn a_question_in_the_address_gets_the_same_answer_as_one_in_the_body() {
    let site = Site::filled();
    let (court, hanne) = (Court::of(&site), holder(&site, "Hanne Iversen"));
    court.fetch_certificate(&hanne, "theirs");
    for hash in ["sha1", "sha256"] {
        let made = format!("ocsp -issuer i.pem -{hash} -cert theirs.pem -no_nonce -reqout theirs.question");
        court.openssl(&made).is_content();
        let question = court.read("theirs.question");
        court.openssl("base64 -A -in theirs.question -out theirs.text").is_content();
        let text = String::from_utf8(court.read("theirs.text")).unwrap();
        let text = text.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
        let (status, kind, by_address) = site.browser().fetches(&format!("/ocsp/{text}"));
        assert_eq!((status, kind), (Status::Ok, Some(ContentType::new("application", "ocsp-response"))));
        let (_, _, by_body) = site.browser().asks("/ocsp", question_kind(), &question);
        assert_eq!(by_address, by_body);
        court.keep("theirs.answer", &by_address);
        court.judge_answer("theirs", hash).is_content().says("theirs.pem: good");
    }
}

#[test]
fn of_a_certificate_that_was_never_issued_nothing_is_known() {
    let site = Site::filled();
    let court = Court::of(&site);
    let asked = |serial: &str, issuer: &str| {
        let made = format!("ocsp -issuer {issuer}.pem -serial {serial} -reqout it.question");
        court.openssl(&made).is_content();
        let (_, _, answer) = site.browser().asks("/ocsp", question_kind(), &court.read("it.question"));
        court.keep("it.answer", &answer);
        let now = site.now().as_second();
        court.openssl(&format!(
            "ocsp -no_nonce -issuer {issuer}.pem -serial {serial} -reqin it.question -respin it.answer -CAfile primary.pem \
             -verify_other i.pem -attime {now}"
        ))
    };
    asked("0x7fffffff", "i").says("0x7fffffff: unknown").says("Response verify OK");
    asked("0x1000000110000001", "i").says("unknown");
    asked("0x10000001", "primary").says("unknown");
}

#[test]
fn what_is_no_question_is_refused_and_changes_nothing() {
    let site = Site::filled();
    let browser = site.browser();
    let not_understood = vec![0x30, 3, 0x0a, 1, 1];
    for wrong in [&b""[..], b"\x30\x00", &[0x30; 300]] {
        let (status, _, answer) = browser.asks("/ocsp", question_kind(), wrong);
        assert_eq!((status, answer), (Status::Ok, not_understood.clone()));
    }
    for wrong in ["AAAA", "%2F%2F%2F", "a/b/c", "%FF"] {
        assert_eq!(browser.fetches(&format!("/ocsp/{wrong}")).2, not_understood, "{wrong}");
    }
    assert_eq!(browser.asks("/ocsp", question_kind(), &vec![0; 20_000]).0, Status::PayloadTooLarge);
    assert_eq!(browser.asks("/ocsp", ContentType::Form, b"a=b").0, Status::UnsupportedMediaType);
}
