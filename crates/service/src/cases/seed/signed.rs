//! What officers signed before the world begins: the journal of an office tells each action at its counter, as far back as
//! it is kept (Rules 3.7).

use jiff::Timestamp;

use crate::cases::open;
use crate::cases::seed::scene::{Scene, World};
use crate::store::StoreError;
use crate::store::journal::Signed;
use rules::identification::Document;
use rules::nemid::temporary::TemporaryPurpose;
use rules::nemid::{Event, NemId};
use rules::places::Place;
use rules::retention;
use rules::staff::DeskKind;
use rules::words::NemIdNumber;

/// An action as the journal names it: its stable word, its title, and what was done.
struct Done {
    action: &'static str,
    title: &'static str,
    what: String,
}

impl Done {
    /// What these events of an officer came to; an order brings several about, of which the first counts.
    fn by(events: &[Event]) -> Option<Self> {
        events.iter().find_map(Self::new_nemid).or_else(|| events.iter().find_map(Self::of))
    }

    fn new_nemid(event: &Event) -> Option<Self> {
        let what = "Der oprettes et nyt NemID med offentlig digital signatur.".to_owned();
        let title = "Bestil NemID: nyt NemID";
        matches!(event, Event::Created { .. }).then(|| Self { action: "order-new", title, what })
    }

    fn of(event: &Event) -> Option<Self> {
        let done = |action, title, what| Some(Self { action, title, what });
        if let Event::TemporaryPasswordIssued { purpose, serial, .. } = event {
            let (action, title) = match purpose {
                TemporaryPurpose::Activate => ("temporary-resend", "Genudsend midlertidig adgangskode"),
                TemporaryPurpose::Unlock => ("temporary-unlock", "Midlertidig kode til låst adgangskode"),
                TemporaryPurpose::Reset => ("temporary-reset", "Nulstil ved glemt adgangskode"),
            };
            return done(action, title, format!("PIN-brev {serial}."));
        }
        if let Event::CardAttached { card, .. } = event {
            let what = format!("Nøglekort {card} udleveres og knyttes til NemID'et.");
            return done("hand-out-card", "Udlever nøglekort", what);
        }
        if let Event::CardBlocked { card, .. } = event {
            return done("block-cards", "Spær nøglekort", format!("Nøglekort {card} spærres."));
        }
        if let Event::VoiceOrdered { telephone, .. } = event {
            let what = format!(
                "Nøgler til dette NemID bliver læst op i telefonen på {telephone}, når nummeret er bekræftet."
            );
            return done("order-voice", "Bestil nøgler i telefonen", what);
        }
        let ordered = matches!(event, Event::CertificateOrdered);
        let title = "Bestil NemID: certifikat til eksisterende NemID";
        ordered.then(|| Self {
            action: "attach",
            title,
            what: "Et certifikat tilknyttes NemID'et.".to_owned(),
        })
    }
}

impl Scene<'_> {
    /// Notes that an officer signed what these events came to, for a person who showed a passport.
    pub(super) fn note_signed(
        &self,
        office: Place,
        staff: NemIdNumber,
        nemid: &NemId,
        events: &[Event],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let Some(Done { action, title, what }) = Done::by(events) else { return Ok(()) };
        let tx = self.world.act.tx;
        let signer = tx.nemid(staff)?.map(|one| tx.citizen(one.holder)).transpose()?.flatten();
        let signer = signer.map(|one| one.name.to_string()).unwrap_or_default();
        let text = format!(
            "Handling: {title}\nIndhold: {what}\nPerson: {}, {}\nNemID-nummer: {}\nLegitimation: Pas\n\
             Underskrives af: {signer}, {} ({staff})",
            self.citizen.name, self.citizen.cpr, nemid.number, office.title,
        );
        self.world.signed.borrow_mut().push(Signed {
            number: 0,
            at,
            staff,
            desk: DeskKind::Office,
            place: Some(office.word()),
            citizen: Some(self.citizen.cpr),
            nemid: Some(nemid.number),
            action: action.to_owned(),
            identification: vec![Document::Passport],
            text,
        });
        Ok(())
    }
}

impl World<'_> {
    /// Enters what was signed into the journal of each office, the oldest first; what is no longer kept is left out.
    pub(super) fn enter_signed(&self) -> Result<(), StoreError> {
        let kept_from = retention::kept_from(open::world_starts());
        let mut signed = self.signed.borrow_mut();
        signed.retain(|entry| entry.at >= kept_from);
        signed.sort_by_key(|entry| entry.at);
        signed.drain(..).try_for_each(|entry| self.act.tx.enter(&entry).map(drop))
    }
}
