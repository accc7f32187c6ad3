//! Encrypted e-mail (Guide 3.1.3): it is sent to the holder of a certificate, who reads it while the key of that certificate is
//! there, and no longer once the certificate was blocked, replaced or has run out.

use rules::Refusal;
use rules::actor::Actor;
use rules::nemid::certificate::CertificateSerial;
use rules::nemid::{Certificate, NemId};
use rules::words::{CprNumber, Email, NemIdNumber};
use thiserror::Error;
use x509_cert::Certificate as File;
use zeroize::Zeroizing;

use crate::cases::app::{Act, App, CaseError, Origin, StoreError};
use crate::cases::certificates::signed_mail::{self, Inside, SignedBy};
use crate::cases::certificates::{aside, authorities, bodies, broken, holders};
use crate::outside::pki::enveloped::{Enveloped, enveloped};
use crate::outside::pki::holder::Holder;
use crate::outside::pki::{PkiError, entity};
use crate::store::Tx;
pub use crate::store::encrypted_mails::EncryptedMail;

/// How many encrypted e-mails of one NemID are kept.
const MOST: u32 = 200;
/// The most characters of a subject and of a sender.
const LONGEST_LINE: usize = 200;
/// The most characters of a text.
pub const LONGEST_TEXT: usize = 20_000;

/// Why an encrypted e-mail is not sent or not read.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum EncryptionRefusal {
    /// Nobody with that address or number has a valid certificate.
    #[error("no valid certificate")]
    NoCertificate,
    /// The text is empty.
    #[error("no text")]
    Empty,
    /// The text is too long.
    #[error("too long")]
    TooLong,
    /// The file is not an encrypted e-mail.
    #[error("not encrypted")]
    NotEncrypted,
    /// It is encrypted to somebody else.
    #[error("for somebody else")]
    ForOthers,
    /// The key of its certificate is no longer there.
    #[error("the key is gone")]
    KeyGone,
}

impl Refusal for EncryptionRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoCertificate => "encryption-no-certificate",
            Self::Empty => "encryption-empty",
            Self::TooLong => "encryption-too-long",
            Self::NotEncrypted => "encryption-not-encrypted",
            Self::ForOthers => "encryption-for-others",
            Self::KeyGone => "encryption-key-gone",
        }
    }
}

/// How it fails.
pub type EncryptionError = CaseError<EncryptionRefusal>;

fn refused(refusal: EncryptionRefusal) -> EncryptionError {
    CaseError::Refused(refusal)
}

/// An e-mail that is to be encrypted.
#[derive(Clone, Debug)]
pub struct Letter {
    pub sender: String,
    pub subject: String,
    pub text: String,
}

/// Whom it is for.
#[derive(Clone, Debug)]
pub enum Recipient {
    /// A person of the world.
    Person(CprNumber),
    /// Whoever's certificate names an e-mail address.
    Email(Email),
}

impl Recipient {
    /// The recipient's NemID with its certificate that is valid now.
    fn find(&self, tx: &Tx<'_>, app: &App) -> Result<Option<(NemIdNumber, Certificate)>, StoreError> {
        let theirs: Vec<NemId> = match self {
            Self::Person(cpr) => tx.nemids_of(*cpr)?,
            Self::Email(email) => {
                let numbers = tx.nemids_with_email(email)?.into_iter();
                let found = numbers.map(|number| tx.nemid(number)).collect::<Result<Vec<_>, _>>()?;
                found.into_iter().flatten().collect()
            }
        };
        let now = app.now();
        let fits = |certificate: &&Certificate| match self {
            Self::Person(_) => true,
            Self::Email(email) => certificate.email.as_ref() == Some(email),
        };
        Ok(theirs.iter().find_map(|nemid| {
            nemid.valid_certificate(now).filter(fits).map(|certificate| (nemid.number, certificate.clone()))
        }))
    }
}

/// Encrypts an e-mail to its recipient's certificate and delivers it.
///
/// # Errors
/// [`EncryptionRefusal::NoCertificate`], [`EncryptionRefusal::Empty`] or [`EncryptionRefusal::TooLong`].
pub async fn send(app: &App, origin: &Origin, to: Recipient, letter: Letter) -> Result<(), EncryptionError> {
    let Letter { sender, subject, text } = letter;
    if text.trim().is_empty() {
        return Err(refused(EncryptionRefusal::Empty));
    }
    if text.chars().count() > LONGEST_TEXT || subject.chars().count() > LONGEST_LINE {
        return Err(refused(EncryptionRefusal::TooLong));
    }
    let finding = app.clone();
    let found = app.read::<_, StoreError>(move |tx| to.find(tx, &finding)).await?;
    let (nemid, certificate) = found.ok_or(refused(EncryptionRefusal::NoCertificate))?;
    let sealed = seal(app, certificate.serial, Letter { sender, subject, text }, None).await?;
    let sealed = sealed.ok_or(refused(EncryptionRefusal::NoCertificate))?;
    Ok(app
        .act::<StoreError, _>(origin, Actor::Citizen, move |act| deliver(act, nemid, &sealed, None))
        .await?)
}

/// An e-mail that is encrypted to a certificate, and not delivered yet.
#[derive(Clone, Debug)]
pub(crate) struct Sealed {
    /// The certificate that it is encrypted to.
    pub certificate: CertificateSerial,
    sender: String,
    subject: String,
    mail: Vec<u8>,
}

/// Encrypts an e-mail to a certificate, signed by its sender if they sign; `None` when there is no certificate of that serial
/// number.
///
/// # Errors
/// When the certificate can't be read or made.
pub(crate) async fn seal(
    app: &App,
    certificate: CertificateSerial,
    letter: Letter,
    signer: Option<Holder>,
) -> Result<Option<Sealed>, StoreError> {
    let Some(stored) = bodies::ensured(app, certificate).await? else { return Ok(None) };
    let Letter { sender, subject, text } = letter;
    let (authorities, now, drawing) = (authorities::of(app).await?, app.now(), app.clone());
    let mail = aside(move || {
        let mut inside = entity::inside(&text);
        if let Some(signer) = signer {
            inside = entity::signed(&signer.message(&inside, now, &authorities.issuing)?);
        }
        enveloped(&inside, &file(&stored.body)?, &drawing.chance)
    })
    .await?;
    Ok(Some(Sealed { certificate, sender: line(&sender), subject: line(&subject), mail }))
}

/// One line of a head: nothing in it begins another one.
fn line(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { ' ' } else { one }).take(LONGEST_LINE).collect()
}

/// Delivers an e-mail to the holder of a NemID; `answers` is the document that it answers, if any.
///
/// # Errors
/// When the database can't be written.
pub(crate) fn deliver(
    act: &Act<'_>,
    nemid: NemIdNumber,
    sealed: &Sealed,
    answers: Option<i64>,
) -> Result<(), StoreError> {
    let Sealed { certificate, sender, subject, mail } = sealed.clone();
    let received = act.now();
    let kept = EncryptedMail { id: 0, certificate, received, sender, subject, mail, answers };
    act.tx.receive_encrypted(nemid, &kept, MOST)
}

/// Delivers an e-mail that another program encrypted: the file as a mail program saves it (`.eml`), or its encrypted part
/// (`.p7m`).
///
/// # Errors
/// [`EncryptionRefusal::NotEncrypted`]; [`EncryptionRefusal::ForOthers`] unless it is for a certificate of this person.
pub async fn import(
    app: &App,
    origin: &Origin,
    to: CprNumber,
    sender: String,
    bytes: &[u8],
) -> Result<(), EncryptionError> {
    let mail = entity::mail_file(bytes).ok_or(refused(EncryptionRefusal::NotEncrypted))?;
    let message = Enveloped::read(&mail.message).ok_or(refused(EncryptionRefusal::NotEncrypted))?;
    let found = app
        .read::<_, StoreError>(move |tx| {
            for nemid in tx.nemids_of(to)? {
                for certificate in &nemid.certificates {
                    let Some(stored) = tx.certificate_body(certificate.serial)? else { continue };
                    if message.is_to(&file(&stored.body).map_err(broken)?) {
                        return Ok(Some((nemid.number, certificate.serial)));
                    }
                }
            }
            Ok(None)
        })
        .await?;
    let (nemid, certificate) = found.ok_or(refused(EncryptionRefusal::ForOthers))?;
    let (sender, subject) = (mail.from.unwrap_or(sender), mail.subject.unwrap_or_default());
    let (sender, subject) = (line(&sender), line(&subject));
    let sealed = Sealed { certificate, sender, subject, mail: mail.message };
    Ok(app
        .act::<StoreError, _>(origin, Actor::Citizen, move |act| deliver(act, nemid, &sealed, None))
        .await?)
}

fn file(body: &[u8]) -> Result<File, PkiError> {
    Ok(<File as der::Decode>::from_der(body)?)
}

/// An e-mail as its holder's list shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    pub mail: EncryptedMail,
    /// Whether it can be read: the key of its certificate is there.
    pub is_readable: bool,
}

/// The encrypted e-mails of a NemID's holder, the newest first.
///
/// # Errors
/// When the database can't be read.
pub async fn list(app: &App, nemid: NemIdNumber) -> Result<Vec<Listed>, StoreError> {
    app.read(move |tx| {
        let listed = |mail: EncryptedMail| {
            let stored = tx.certificate_body(mail.certificate)?;
            Ok(Listed { is_readable: stored.is_some_and(|stored| stored.key.is_some()), mail })
        };
        tx.encrypted_mails(nemid)?.into_iter().map(listed).collect()
    })
    .await
}

/// An e-mail that was opened.
pub struct Opened {
    pub mail: EncryptedMail,
    pub text: Zeroizing<String>,
    /// Who signed it within.
    pub signed: SignedBy,
}

/// Opens an e-mail for the holder of the NemID; `None` when there is none of that number.
///
/// # Errors
/// [`EncryptionRefusal::KeyGone`] once the key is gone, or when the message does not open.
pub async fn open(app: &App, nemid: NemIdNumber, id: i64) -> Result<Option<Opened>, EncryptionError> {
    let (reading, now) = (app.clone(), app.now());
    let found = app
        .read::<_, StoreError>(move |tx| {
            let Some(mail) = tx.encrypted_mail(nemid, id)? else { return Ok(None) };
            let row = tx.certificate(mail.certificate)?.filter(|row| row.is_valid(now));
            let holder = match row {
                Some(row) => holders::read(&reading, tx, &row)?,
                None => None,
            };
            Ok(Some((mail, holder)))
        })
        .await?;
    let Some((mail, holder)) = found else { return Ok(None) };
    let holder = holder.ok_or(refused(EncryptionRefusal::KeyGone))?;
    let message = mail.mail.clone();
    let text = aside(move || Ok(Enveloped::read(&message).and_then(|message| message.open(&holder)))).await?;
    let text = text.ok_or(refused(EncryptionRefusal::KeyGone))?;
    let Inside { text, signed } = signed_mail::read(app, text).await?;
    Ok(Some(Opened { mail, text, signed }))
}
