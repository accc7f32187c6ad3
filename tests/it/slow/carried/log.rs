//! What the Hændelseslog says after each step, compared with what may follow from the answer that was sent.

use rules::nemid::Event;
use rules::sites::Site as Provider;
use rules::words::{CarrierId, CarrierNumber};
use service::testing::StoreError;

use super::Step;
use super::claims::Claim;
use super::life::{AUTHORITY, Life, PAPERS};
use super::pages::For;

impl Life<'_> {
    /// Whether the answer that was sent counted is seen in the log.
    pub fn settles(&mut self, typed: &str) {
        let log = self.site.log_of(&self.holger.nemid());
        let new = log.iter().filter(|entry| entry.id > self.seen);
        let mut counted = new.filter_map(|entry| match &entry.event {
            Event::LoggedOn { carrier: Some(used), .. } | Event::Signed { carrier: Some(used), .. } => {
                Some(used.kind())
            }
            _ => None,
        });
        if let Some(kind) = counted.next_back() {
            self.claims.counted(kind, typed);
        }
    }

    /// What happened since, compared with what may follow from the answer that was sent.
    pub fn reads_the_log(&mut self, step: &Step) {
        let log = self.site.log_of(&self.holger.nemid());
        let new: Vec<_> = log.iter().filter(|entry| entry.id > self.seen).rev().cloned().collect();
        for entry in new {
            self.seen = entry.id;
            match &entry.event {
                Event::LoggedOn { carrier: Some(CarrierId::Other(used)), .. } => {
                    self.follows(*used, &For::LogOn, step);
                }
                Event::Signed { carrier: Some(CarrierId::Other(used)), .. } => {
                    let text = self.newly_signed();
                    let paper = PAPERS.iter().find(|paper| text.contains(paper.says));
                    let paper = paper.unwrap_or_else(|| panic!("signed something else: {text}"));
                    self.follows(*used, &For::Text(paper.title.to_owned()), step);
                }
                Event::CarrierAccepted { carrier, .. } | Event::CarrierRefused { carrier, .. } => {
                    assert!(!self.ended.contains(carrier), "{carrier} answers after its end: {step:?}");
                }
                Event::CarrierBlocked { carrier, .. } | Event::TokenWornOut { token: carrier } => {
                    assert!(self.ended.insert(*carrier), "{carrier} ends twice: {step:?}");
                }
                _ => {}
            }
        }
    }

    /// Something followed from an answer with a carrier: that carrier had not ended, and the answer was good for just this.
    fn follows(&mut self, used: CarrierNumber, what: &For, step: &Step) {
        assert!(!self.ended.contains(&used), "{used} is used after its end: {step:?}");
        let expected = Claim { kind: used.kind(), what: what.clone() };
        assert_eq!(self.claim.take(), Some(expected), "{what:?} with {used} followed from {step:?}");
        let verb = if *what == For::LogOn { "logged on" } else { "signed" };
        self.saw(&format!("{verb} with {}", used.kind().code()));
    }

    /// The text that the site keeps as signed since the last one; the log tells it only to who wants it recorded.
    fn newly_signed(&mut self) -> String {
        let (site, holder) = (Provider::named(AUTHORITY).unwrap().name(), self.holger.nemid().holder);
        let signed =
            self.site.app.store().read::<_, StoreError, _>(move |tx| tx.signed_documents(&site, holder));
        let signed = rocket::execute(signed).unwrap();
        let new: Vec<_> = signed.into_iter().filter(|one| self.signed.insert(one.id)).collect();
        assert_eq!(new.len(), 1, "one event for each signed text: {new:?}");
        new[0].text.clone()
    }
}
