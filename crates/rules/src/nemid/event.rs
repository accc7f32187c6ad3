//! Everything that can happen to a NemID, in the past tense. A stored code never changes its meaning.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::PlaceName;
use crate::nemid::block::{
    CardBlockReason, CarrierBlockReason, CertificateBlockReason, NemIdBlockReason, NemIdCloseReason,
    PasswordBlockReason,
};
use crate::nemid::carrier::DeviceId;
use crate::nemid::causes;
use crate::nemid::certificate::{Certificate, CertificateSerial, CertifiedDetail};
use crate::nemid::secret::{CardSalt, DigitsFingerprint, PasswordHash, PinHash};
use crate::nemid::temporary::{Delivery, TemporaryEnd, TemporaryPlace, TemporaryPurpose};
use crate::nemid::{Consent, Issuer, Purpose};
use crate::words::{
    CarrierId, CarrierNumber, Contact, CprNumber, Email, KeyCardNumber, KeyPosition, Mobile, NemIdNumber,
    Pid, PinLetterSerial, UserId,
};

pub use crate::nemid::causes::{CardOrderReason, Consents, LogOnBar};

/// One thing that happened to one NemID.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields of an event say what they are by name and type")]
pub enum Event {
    /// The NemID was made.
    Created { number: NemIdNumber, holder: CprNumber, issuer: Issuer },
    /// A certificate was ordered; it comes at once on an activated NemID, else with activation (Guide 2.1).
    CertificateOrdered,
    /// A temporary password was issued; the one before it died.
    TemporaryPasswordIssued {
        #[serde(skip)]
        hash: PasswordHash,
        #[serde(skip)]
        fingerprint: DigitsFingerprint,
        purpose: TemporaryPurpose,
        place: TemporaryPlace,
        serial: PinLetterSerial,
        delivery: Delivery,
        /// When its letter is posted; none for one that is handed out, and in an entry of an older version.
        #[serde(default)]
        posted: Option<Timestamp>,
    },
    /// A temporary password was typed wrong, with the right NemID number.
    TemporaryPasswordRefused { tries: u8 },
    /// A temporary password died.
    TemporaryPasswordDied { why: TemporaryEnd },
    /// A temporary password was blocked, since others may know it (Rules 3.4).
    TemporaryPasswordBlocked { reason: PasswordBlockReason },
    /// The citizen activated the NemID with a password of their own.
    Activated {
        #[serde(skip)]
        hash: PasswordHash,
        consents: Consents,
    },
    /// The citizen re-opened a blocked password.
    PasswordReopened {
        #[serde(skip)]
        hash: PasswordHash,
        purpose: TemporaryPurpose,
    },
    /// The citizen changed the password.
    PasswordChanged {
        #[serde(skip)]
        hash: PasswordHash,
    },
    /// The same password was hashed anew, with the current parameters.
    PasswordRehashed {
        #[serde(skip)]
        hash: PasswordHash,
    },
    /// A wrong password was typed.
    PasswordRefused {
        #[serde(rename = "use")]
        purpose: Purpose,
        failures: u8,
    },
    /// The fifth wrong password locked the NemID (D2).
    PasswordLocked { until: Timestamp },
    /// An operator ended the lock early.
    LockLifted,
    /// The right password was typed.
    PasswordAccepted {
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// The password was blocked.
    PasswordBlocked { reason: PasswordBlockReason },
    /// A key was asked for (D4).
    KeyAsked {
        card: KeyCardNumber,
        position: KeyPosition,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// A wrong key was typed.
    KeyRefused {
        card: KeyCardNumber,
        wrong: u8,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// The right key was typed and is used up (D5).
    KeyAccepted {
        card: KeyCardNumber,
        position: KeyPosition,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// A card was ordered and posted.
    CardOrdered {
        card: KeyCardNumber,
        #[serde(skip)]
        salt: CardSalt,
        why: CardOrderReason,
    },
    /// A posted card arrived in its holder's letter box.
    CardDelivered { card: KeyCardNumber },
    /// A card from an office's stock was handed out.
    CardAttached {
        card: KeyCardNumber,
        #[serde(skip)]
        salt: CardSalt,
    },
    /// A card was taken into use.
    CardActivated { card: KeyCardNumber },
    /// A card was blocked.
    CardBlocked { card: KeyCardNumber, reason: CardBlockReason },
    /// The last key of a card was used.
    CardUsedUp { card: KeyCardNumber },
    /// A token was ordered and posted (D36).
    TokenOrdered {
        token: CarrierNumber,
        #[serde(skip)]
        salt: CardSalt,
    },
    /// An app was installed on a telephone with this NemID (D36).
    AppInstalled { app: CarrierNumber, device: DeviceId, make: String },
    /// The citizen chose the PIN of an app.
    PinChosen {
        app: CarrierNumber,
        #[serde(skip)]
        pin: Option<PinHash>,
    },
    /// Voice response was ordered for a telephone (Rules 3.9).
    VoiceOrdered {
        line: CarrierNumber,
        telephone: Mobile,
        #[serde(default)]
        posted: bool,
    },
    /// Another telephone is called from now on (Rules 3.9).
    VoiceMoved { line: CarrierNumber, from: Mobile, to: Mobile },
    /// The letter of a token or a voice line arrived in its holder's letter box.
    CarrierDelivered { carrier: CarrierNumber },
    /// A token, an app or a voice line was taken into use.
    CarrierActivated { carrier: CarrierNumber },
    /// A request was sent to an app, or a telephone was called.
    CarrierAsked {
        carrier: CarrierNumber,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// A token's code, an app's PIN or a read-out key was wrong.
    CarrierRefused {
        carrier: CarrierNumber,
        wrong: u8,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// A token's code beyond the window was typed; the code after it is asked for.
    SecondCodeAsked {
        token: CarrierNumber,
        counter: u32,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// The right answer was given with a token, an app or by telephone; a token's counter says which code it was.
    CarrierAccepted {
        carrier: CarrierNumber,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counter: Option<u32>,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// The holder refused a request in the app.
    RequestRefused {
        app: CarrierNumber,
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// A token, an app or a voice line was blocked.
    CarrierBlocked { carrier: CarrierNumber, reason: CarrierBlockReason },
    /// The battery of a token ended.
    TokenWornOut { token: CarrierNumber },
    /// The citizen chose when a new card is sent (D7).
    ReorderLevelSet { level: u8 },
    /// Somebody logged on. The place is recorded only while the citizen wants it (Rules 3.7).
    LoggedOn {
        #[serde(rename = "use")]
        purpose: Purpose,
        /// The carrier that was used; none by password alone, and in an entry of an older version.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        carrier: Option<CarrierId>,
    },
    /// Somebody logged off, or the session ended.
    LoggedOff {
        #[serde(rename = "use")]
        purpose: Purpose,
    },
    /// A log-on was refused; or several, for the same cause in the same hour, of which this is the latest (D23).
    LogOnRefused {
        #[serde(rename = "use")]
        purpose: Purpose,
        bar: LogOnBar,
        #[serde(default = "causes::once", skip_serializing_if = "causes::is_once")]
        times: u32,
    },
    /// The citizen signed a text at a provider (Rules 2).
    Signed {
        #[serde(rename = "use")]
        purpose: Purpose,
        text: String,
        /// The carrier that was used; none in an entry of an older version.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        carrier: Option<CarrierId>,
    },
    /// The citizen chose, changed or dropped a user id (D9).
    UserIdChanged { from: Option<UserId>, to: Option<UserId> },
    /// The CPR register gave its holder another CPR number (D28).
    CprNumberChanged { from: CprNumber, to: CprNumber },
    /// The CPR number was switched on or off as user id (D9).
    CprLogOnSwitched { on: bool },
    /// The e-mail address or the mobile number changed.
    ContactChanged {
        old_email: Option<Email>,
        email: Option<Email>,
        old_mobile: Option<Mobile>,
        mobile: Option<Mobile>,
    },
    /// The recording of service providers was switched on or off (Rules 3.7).
    RecordingSwitched { on: bool },
    /// The citizen accepted a version of the rules.
    RulesAccepted { version: u32 },
    /// The citizen gave or withdrew the consent that a private site gets the CPR number (Rules 4.1). The site is
    /// recorded only while the citizen wants it (Rules 3.7).
    CprConsentSet { site: PlaceName, given: bool },
    /// The holder consented to what goes to whom, as it stood in a version of the rules (Rules 4.1).
    ConsentsGiven { consents: Vec<Consent>, version: u32 },
    /// The PID number was fetched from the PID service (Rules 4.1).
    PidFetched { pid: Pid },
    /// A certificate was issued.
    CertificateIssued { certificate: Certificate },
    /// The holder got the notice that the certificate runs out (Rules 4.4).
    CertificateExpiryNoticed { serial: CertificateSerial, until: Timestamp },
    /// The name or e-mail address in a certificate became out of date (Rules 4.2); an older version did not say which.
    CertificateOutdated {
        serial: CertificateSerial,
        #[serde(default)]
        what: Option<CertifiedDetail>,
    },
    /// The name or e-mail address in a certificate is right again; an older version meant both.
    CertificateUpToDate {
        serial: CertificateSerial,
        #[serde(default)]
        what: Option<CertifiedDetail>,
    },
    /// A certificate ran out.
    CertificateExpired { serial: CertificateSerial },
    /// A certificate was blocked.
    CertificateBlocked { serial: CertificateSerial, reason: CertificateBlockReason },
    /// A bank began to use the NemID for its netbank.
    AgreementMade { bank: PlaceName },
    /// A bank agreement came from another NemID of the same person (Guide 3.1.5).
    AgreementMovedHere { bank: PlaceName, from: NemIdNumber },
    /// A bank agreement went to another NemID of the same person (Guide 3.1.5).
    AgreementMovedAway { bank: PlaceName, to: NemIdNumber },
    /// A bank ended the access to its netbank.
    AgreementEnded { bank: PlaceName },
    /// The whole NemID was blocked (Rules 3.5.3).
    NemIdBlocked { reason: NemIdBlockReason },
    /// The whole NemID was closed (Rules 3.6, D19).
    NemIdClosed { reason: NemIdCloseReason },
}

impl Event {
    /// The change from one set of contact data to another. It keeps the old e-mail address and mobile number, since the
    /// notice goes there too.
    pub fn contact_changed(from: &Contact, to: &Contact) -> Self {
        Self::ContactChanged {
            old_email: from.email.clone(),
            email: to.email.clone(),
            old_mobile: from.mobile,
            mobile: to.mobile,
        }
    }
}
