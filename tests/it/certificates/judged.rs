//! OpenSSL on a citizen's certificate, over its life: valid, blocked, renewed, run out, tampered with, foreign.

use super::judges::Court;
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;

fn with_certificate<'s>(site: &'s Site, name: &str) -> (Court<'s>, Person<'s>) {
    let (court, person) = (Court::of(site), holder(site, name));
    court.fetch_certificate(&person, "theirs");
    (court, person)
}

#[test]
fn a_certificate_is_relied_on_and_says_what_an_oces_certificate_says() {
    let site = Site::filled();
    let (court, hanne) = with_certificate(&site, "Hanne Iversen");
    court.verify("theirs").is_content();
    court.ask("theirs").is_content().says("theirs.pem: good").says("Response verify OK");
    let row = hanne.nemid().certificate().unwrap().clone();
    let text = court.openssl("x509 -in theirs.pem -noout -text -nameopt utf8,sep_comma_plus_space").said;
    for said in [
        "Signature Algorithm: sha256WithRSAEncryption",
        "Public-Key: (2048 bit)",
        "C=DK, O=Ingen organisatorisk tilknytning, CN=Hanne Iversen + serialNumber=PID:9208-2002-2-",
        "CN=SELVBETJENING Systemtest I CA",
        "X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation, Key Encipherment, \
         Data Encipherment, Key Agreement",
        "Policy: 1.3.6.1.4.1.31313.2.4.6.1.5",
        "CPS: http://selvbetjening.example/om-certifikater",
        "OCSP - URI:http://selvbetjening.example/ocsp",
        "CA Issuers - URI:http://selvbetjening.example/cert/i.cer",
        "URI:http://selvbetjening.example/crl/i.crl",
        "CN = CRL1",
    ] {
        assert!(text.contains(said), "not {said:?}: {text}");
    }
    assert!(text.contains(&row.pid.to_string()));
    let serial = court.openssl("x509 -in theirs.pem -noout -serial").said;
    assert_eq!(serial.trim(), format!("serial={}", row.serial));
    let email = row.email.as_ref().map(ToString::to_string).unwrap();
    court.openssl("x509 -in theirs.pem -noout -email").says(&email);
    let times = court.openssl("x509 -in theirs.pem -noout -dates -dateopt iso_8601").said;
    let written = |at: jiff::Timestamp| at.strftime("%Y-%m-%d %H:%M:%SZ").to_string();
    assert!(times.contains(&format!("notBefore={}", written(row.from))), "{times}");
    let last = row.until - jiff::SignedDuration::from_secs(1);
    assert!(times.contains(&format!("notAfter={}", written(last))), "{times}");
}

#[test]
fn a_blocked_one_is_refused_from_that_moment_by_list_part_and_answer() {
    let site = Site::filled();
    let (court, willy) = with_certificate(&site, "Willy Åkjær");
    court.verify("theirs").is_content();
    willy.opens("/certifikat/spaer").press("Spær certifikat");
    court.verify("theirs").refuses("certificate revoked");
    court.ask("theirs").is_content().says("theirs.pem: revoked").says("Reason: cessationOfOperation");
    court.openssl("crl -in i.crl -noout -text").says("Cessation Of Operation").says("X509v3 CRL Number");
    site.browser().open("/spaerreliste").says("indehaverens eget ønske");

    court.fetch("/crl/i/1.crl", "part.der");
    court.openssl("crl -inform DER -in part.der -out part.crl").is_content();
    let text = court.openssl("crl -in part.crl -noout -text").said;
    assert!(
        text.contains("X509v3 Issuing Distribution Point: critical") && text.contains("CN = CRL1"),
        "{text}"
    );
    let now = site.now().as_second();
    let by_part = |certificate: &str| {
        court.openssl(&format!(
            "verify -x509_strict -crl_check -extended_crl -attime {now} -CAfile primary.pem -untrusted i.pem \
             -CRLfile part.crl {certificate}.pem"
        ))
    };
    by_part("theirs").refuses("certificate revoked");
    court.fetch_certificate(&holder(&site, "Hanne Iversen"), "hanne");
    by_part("hanne").is_content();
}

#[test]
fn a_renewed_one_makes_way_for_another_with_the_same_pid() {
    let site = Site::filled();
    let (court, rosa) = with_certificate(&site, "Rosa Holm");
    let pid = |name: &str| {
        let subject =
            court.openssl(&format!("x509 -in {name}.pem -noout -subject -nameopt utf8,sep_multiline")).said;
        subject.lines().find(|line| line.contains("PID:")).unwrap().to_owned()
    };
    rosa.renews_certificate().says("Dit certifikat er fornyet");
    court.fetch_certificate(&rosa, "new");
    court.verify("theirs").refuses("certificate revoked");
    court.ask("theirs").says("theirs.pem: revoked").says("Reason: superseded");
    court.verify("new").is_content();
    court.ask("new").says("new.pem: good");
    let number = |name: &str| pid(name).split("PID:").nth(1).unwrap().to_owned();
    assert_eq!(number("new"), number("theirs"));
    assert!(pid("new").contains("Rosa Holm") && pid("theirs").contains("Rosa Toft"));
    rosa.opens("/certifikat").says("Ligger forseglet");

    let (_, _, signed) = rosa.browser.fetches("/selvbetjening/certifikat/fil/p7m");
    court.keep("renewal.p7m", &signed);
    let now = site.now().as_second();
    let verify = |file: &str| {
        court.openssl(&format!(
            "cms -verify -inform DER -in {file} -purpose any -attime {now} -CAfile primary.pem -signer signer.pem -out text"
        ))
    };
    verify("renewal.p7m").is_content();
    assert_eq!(court.read("signer.pem"), court.read("theirs.pem"), "the old key signed");
    let text = String::from_utf8(court.read("text")).unwrap();
    assert!(text.contains("Rosa Holm"), "what the new one shows: {text}");
    let mut changed = signed;
    let at = changed.windows(9).position(|window| window == b"Rosa Holm").unwrap();
    changed[at] = b'L';
    court.keep("changed.p7m", &changed);
    verify("changed.p7m").refuses("verification failure");
}

#[test]
fn one_that_ran_out_is_refused_and_its_key_is_gone() {
    let site = Site::filled();
    let (court, hanne) = with_certificate(&site, "Hanne Iversen");
    let until = hanne.nemid().certificate().unwrap().until;
    let second = jiff::SignedDuration::from_secs(1);
    let at = |at: jiff::Timestamp| {
        let at = at.as_second();
        court.openssl(&format!("verify -attime {at} -CAfile primary.pem -untrusted i.pem theirs.pem"))
    };
    // This judge takes the last second to be over when it begins.
    at(until - second - second).is_content();
    at(until).refuses("certificate has expired");
    at("2010-06-01T00:00:00Z".parse().unwrap()).refuses("certificate is not yet valid");
    let body = super::kept::has_key(&site, hanne.nemid().certificate().unwrap().serial);
    assert!(body.is_some_and(|has_key| has_key));
    site.clock_moves("days", 1_000);
    site.clock_moves("days", 600);
    court.verify("theirs").refuses("certificate has expired");
    court.ask("theirs").says("theirs.pem: good").says("Response verify OK");
    site.browser().open(&format!("/certifikat?serienummer={}", hanne.nemid().certificate().unwrap().serial));
    assert_eq!(super::kept::has_key(&site, hanne.nemid().certificate().unwrap().serial), Some(false));
}

#[test]
fn one_that_was_changed_or_is_another_authoritys_is_refused() {
    let site = Site::filled();
    let (court, _) = with_certificate(&site, "Hanne Iversen");
    court.openssl("x509 -in theirs.pem -outform DER -out theirs.cer").is_content();
    let mut bytes = court.read("theirs.cer");
    let at = bytes.windows(5).position(|window| window == b"Hanne").unwrap();
    bytes[at] = b'J';
    court.keep("changed.cer", &bytes);
    court.openssl("x509 -inform DER -in changed.cer -out changed.pem").is_content();
    court.verify("changed").refuses("certificate signature failure");
    assert!(!court.ask("changed").said.contains("revoked"), "the serial number is one of ours all the same");

    court.openssl(
        "req -x509 -newkey rsa:2048 -nodes -keyout foreign.key -out foreign.pem -subj /CN=Hanne -days 3650 \
         -set_serial 0x10000001",
    );
    court.verify("foreign").content.then(|| panic!("it is nobody's"));
    let mut list = court.read("i.der");
    *list.last_mut().unwrap() ^= 1;
    court.keep("changed.der", &list);
    court.openssl("crl -inform DER -in changed.der -CAfile i.pem -noout").says("verify failure");
    court.openssl("crl -inform DER -in i.der -CAfile i.pem -noout").says("verify OK");
    court.ask("theirs").is_content();
    let mut answer = court.read("theirs.answer");
    let at = answer.len() / 3;
    answer[at] ^= 1;
    court.keep("theirs.answer", &answer);
    assert!(!court.judge_answer("theirs", "sha1").said.contains("Response verify OK"));
}

#[test]
fn a_chain_and_the_bare_certificate_hold_the_same() {
    let site = Site::filled();
    let (court, hanne) = with_certificate(&site, "Hanne Iversen");
    for (kind, name) in [("cer", "bare.cer"), ("p7b", "chain.p7b")] {
        let (_, _, bytes) = hanne.browser.fetches(&format!("/selvbetjening/certifikat/fil/{kind}"));
        court.keep(name, &bytes);
    }
    court.openssl("x509 -inform DER -in bare.cer -out bare.pem").is_content();
    assert_eq!(court.read("bare.pem"), court.read("theirs.pem"));
    let chain = court.openssl("pkcs7 -inform DER -in chain.p7b -print_certs -noout").said;
    assert_eq!(chain.matches("subject=").count(), 3, "{chain}");
    let (status, ..) = hanne.browser.fetches("/selvbetjening/certifikat/fil/key");
    assert_eq!(status.code, 404);
    let nobody = site.browser();
    assert!(nobody.open("/selvbetjening/certifikat/fil/cer").path.starts_with("/log-paa"));
}

#[test]
fn others_read_the_same_out_of_it() {
    let site = Site::filled();
    let (court, rosa) = with_certificate(&site, "Rosa Holm");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/judges/check.py");
    let told = || {
        court.ask("theirs");
        court.fetch_lists();
        court.python(&format!("python {script} theirs.pem i.pem i.crl theirs.answer"))
    };
    let pid = rosa.nemid().certificate().unwrap().pid;
    let said = told();
    said.is_content().says("name Rosa Toft").says(&format!("number {pid}")).says("parts 1 1 2");
    said.says("listed no").says("answered GOOD None");
    rosa.renews_certificate();
    told().is_content().says("listed superseded").says("answered REVOKED superseded");
    court.openssl("x509 -in theirs.pem -outform DER -out theirs.cer").is_content();
    let mut bytes = court.read("theirs.cer");
    *bytes.last_mut().unwrap() ^= 1;
    court.keep("changed.cer", &bytes);
    court.openssl("x509 -inform DER -in changed.cer -out theirs.pem").is_content();
    told().refuses("InvalidSignature");
}

#[test]
fn a_linter_finds_nothing_that_real_ones_do_not_have_too() {
    let site = Site::filled();
    let (court, hanne) = with_certificate(&site, "Hanne Iversen");
    hanne.opens("/certifikat/spaer").press("Spær certifikat");
    court.ask("theirs");
    court.fetch_lists();
    court.fetch("/crl/i/1.crl", "part.der");
    let findings = |words: &str| {
        let said = court.python(&format!("{words} -s WARNING -f CSV")).said;
        let lines =
            said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains("validator,"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    for file in [
        "lint_pkix_cert lint primary.pem",
        "lint_pkix_cert lint i.pem",
        "lint_crl lint -t CRL -p PKIX i.der",
        "lint_crl lint -t CRL -p PKIX part.der",
        "lint_crl lint -t ARL -p PKIX primary.der",
        "lint_ocsp_response lint theirs.answer",
    ] {
        assert_eq!(findings(file), [""; 0], "{file}");
    }
    // Key agreement with RSA, as every OCES certificate had it.
    let theirs = findings("lint_pkix_cert lint theirs.pem");
    assert!(theirs.len() == 1 && theirs[0].contains("keyAgreement"), "{theirs:#?}");
}
