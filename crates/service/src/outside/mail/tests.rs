//! Mails as they are sent: into files, into memory, and to a server that is not there.

use crate::outside::chance::Chance;
use crate::outside::mail::*;
use crate::outside::pki::tests::{addresses, authorities};

const FROM: &str = "Selvbetjening <svar-ikke@selvbetjening.example>";

fn mail(id: i64, subject: &str) -> Mail {
    Mail {
        id,
        to: Email::parse("anna@post.example").unwrap(),
        subject: subject.to_owned(),
        text: "Dit nøglekort er spærret.\n".to_owned(),
        sent_at: "2019-03-04T08:00:00Z".parse().unwrap(),
        signed: false,
    }
}

fn smtp(address: &str) -> MailWay {
    MailWay::Smtp { address: address.to_owned(), tls: MailTls::Auto }
}

async fn sent(room: &MailRoom, mail: &Mail) -> Result<(), MailError> {
    room.ready(mail, false).await?.send().await
}

fn key() -> ServerKey {
    ServerKey::of_bytes([5; 32])
}

#[tokio::test]
async fn a_repeat_is_the_same_file() {
    let name = format!("mail-{:016x}", Chance::from_os().unwrap().number());
    let folder = std::env::temp_dir().join(name);
    let room = MailRoom::new(&MailWay::File(folder.clone()), FROM, &key()).unwrap();
    for _ in 0..2 {
        sent(&room, &mail(17, "Spærring")).await.unwrap();
    }
    sent(&room, &mail(18, "Spærring")).await.unwrap();
    let mut names: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let text = std::fs::read_to_string(folder.join("00000017.eml")).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(names, ["00000017.eml", "00000018.eml"]);
    assert!(text.contains("Message-ID: <17.1551686400@selvbetjening.example>\r\n"), "{text}");
    assert!(text.contains("Date: Mon, 04 Mar 2019 08:00:00 +0000\r\n"), "{text}");
    assert!(text.contains("From: Selvbetjening <svar-ikke@selvbetjening.example>\r\n"), "{text}");
}

#[tokio::test]
async fn a_signed_repeat_is_the_same_file_and_what_is_shown_of_it() {
    let name = format!("mail-{:016x}", Chance::from_os().unwrap().number());
    let folder = std::env::temp_dir().join(name);
    let signed = Mail { signed: true, ..mail(17, "Spærring") };
    let mut files = Vec::new();
    for _ in 0..2 {
        // A new start: nothing of the first signature is left.
        let room = MailRoom::new(&MailWay::File(folder.clone()), FROM, &key()).unwrap();
        room.introduce(&authorities().issuing, &addresses()).unwrap();
        sent(&room, &signed).await.unwrap();
        files.push(std::fs::read(folder.join("00000017.eml")).unwrap());
        files.push(room.written(&signed).unwrap());
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(String::from_utf8_lossy(&files[0]).contains("multipart/signed"));
    assert!(files.iter().all(|file| *file == files[0]));
}

#[test]
fn a_domain_with_danish_letters_is_written_in_ascii() {
    let room = MailRoom::new(&MailWay::Memory, FROM, &key()).unwrap();
    let mail = Mail { to: Email::parse("erik@blåbærgrød.dk").unwrap(), ..mail(17, "Spærring") };
    let written = String::from_utf8(room.written(&mail).unwrap()).unwrap();
    assert!(written.contains("To: erik@xn--blbrgrd-fxak7p.dk\r\n"), "{written}");
}

#[tokio::test]
async fn memory_keeps_each_mail_once() {
    let room = MailRoom::new(&MailWay::Memory, FROM, &key()).unwrap();
    for id in [1, 2, 1] {
        sent(&room, &mail(id, "Spærring")).await.unwrap();
    }
    assert_eq!(room.kept().iter().map(|mail| mail.id).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn a_subject_cannot_smuggle_in_a_header() {
    let room = MailRoom::new(&MailWay::Memory, FROM, &key()).unwrap();
    let message = room.message(&mail(1, "Hej\r\nBcc: alle@post.example")).unwrap();
    let text = String::from_utf8(message.formatted()).unwrap();
    assert!(!text.contains("\nBcc:"), "{text}");
}

#[test]
fn settings_that_cannot_work_are_refused_at_once() {
    assert!(matches!(MailRoom::new(&MailWay::Memory, "nobody", &key()), Err(MailError::Sender(_))));
    let way = smtp("gopher://post.example");
    assert!(matches!(MailRoom::new(&way, FROM, &key()), Err(MailError::Server(_))));
    assert_eq!(format!("{:?}", smtp("smtps://me:secret@host")), "Smtp(…)");
}

#[test]
fn a_sender_whom_no_certificate_can_name_is_refused_at_once() {
    let refused = |from: &str| MailRoom::new(&MailWay::Memory, from, &key()).err();
    assert!(matches!(refused("Sælger <sælger@post.example>"), Some(MailError::SenderNotAscii)));
    assert!(refused("Sælger <saelger@post.example>").is_none(), "a name may have any letters");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_worth_another_try() {
    // Port 9 of this machine: nobody listens there.
    let room = MailRoom::new(&smtp("smtp://127.0.0.1:9"), FROM, &key()).unwrap();
    let refused = sent(&room, &mail(1, "Spærring")).await.unwrap_err();
    assert!(refused.is_worth_another_try() && !refused.may_have_left(), "{refused}");
    let room = MailRoom::new(&smtp("smtp://post.invalid:25"), FROM, &key()).unwrap();
    let unknown = sent(&room, &mail(1, "Spærring")).await.unwrap_err();
    assert!(unknown.is_worth_another_try() && !unknown.may_have_left(), "{unknown}");
}
