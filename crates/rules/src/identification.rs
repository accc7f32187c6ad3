//! How an officer identifies the person at the counter (D17).

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;

/// A document that counts as identification (legitimation).
#[doc(alias = "legitimation")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// A passport, which has a photo.
    Passport,
    /// A driving licence, which has a photo.
    DrivingLicence,
    /// A municipality's identity card, which has a photo.
    IdentityCard,
    /// A residence permit card, which has a photo.
    ResidencePermit,
    /// A health insurance card (sundhedskort), which shows the CPR number.
    HealthCard,
    /// A birth or baptismal certificate, which shows the CPR number.
    BirthCertificate,
    /// A certificate of residence (bopælsattest), which shows the CPR number.
    ResidenceCertificate,
    /// A tax assessment notice or annual statement, which shows the CPR number.
    TaxStatement,
    /// A payment card, which shows neither.
    PaymentCard,
    /// A tenancy agreement, which shows neither.
    TenancyAgreement,
}

impl Document {
    /// All of them, photo documents first.
    pub const ALL: [Self; 10] = [
        Self::Passport,
        Self::DrivingLicence,
        Self::IdentityCard,
        Self::ResidencePermit,
        Self::HealthCard,
        Self::BirthCertificate,
        Self::ResidenceCertificate,
        Self::TaxStatement,
        Self::PaymentCard,
        Self::TenancyAgreement,
    ];

    /// The stable word that forms send.
    pub fn code(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::DrivingLicence => "driving-licence",
            Self::IdentityCard => "identity-card",
            Self::ResidencePermit => "residence-permit",
            Self::HealthCard => "health-card",
            Self::BirthCertificate => "birth-certificate",
            Self::ResidenceCertificate => "residence-certificate",
            Self::TaxStatement => "tax-statement",
            Self::PaymentCard => "payment-card",
            Self::TenancyAgreement => "tenancy-agreement",
        }
    }

    /// The document of a stable word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|document| document.code() == code)
    }

    /// Whether it shows a photo of its holder.
    pub fn has_photo(self) -> bool {
        matches!(self, Self::Passport | Self::DrivingLicence | Self::IdentityCard | Self::ResidencePermit)
    }

    /// Whether it shows the CPR number.
    pub fn shows_cpr_number(self) -> bool {
        matches!(
            self,
            Self::HealthCard | Self::BirthCertificate | Self::ResidenceCertificate | Self::TaxStatement
        )
    }
}

/// A set of documents that is enough to serve a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identification(Vec<Document>);

/// Why the documents are not enough.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum IdentificationRefusal {
    /// No document was ticked.
    #[error("no document")]
    None,
    /// A single document without a photo is not enough.
    #[error("a second document is needed")]
    SecondNeeded,
    /// None of the documents shows a photo or the CPR number.
    #[error("no document shows the CPR number")]
    CprNumberNeeded,
    /// A card is handed over at once only to a person with a photo document.
    #[error("a photo document is needed")]
    PhotoNeeded,
}

impl Refusal for IdentificationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::None => "identification-none",
            Self::SecondNeeded => "identification-second",
            Self::CprNumberNeeded => "identification-cpr",
            Self::PhotoNeeded => "identification-photo",
        }
    }
}

impl Identification {
    /// Accepts one document with a photo, or two without of which one shows the CPR number (D17).
    ///
    /// # Errors
    /// The first thing that is missing: any document, a second one, or one that shows the CPR number.
    pub fn by(documents: &[Document]) -> Result<Self, IdentificationRefusal> {
        let mut documents = documents.to_vec();
        documents.sort_unstable();
        documents.dedup();
        if documents.is_empty() {
            return Err(IdentificationRefusal::None);
        }
        if documents.iter().any(|document| document.has_photo()) {
            return Ok(Self(documents));
        }
        if documents.len() < 2 {
            return Err(IdentificationRefusal::SecondNeeded);
        }
        if !documents.iter().any(|document| document.shows_cpr_number()) {
            return Err(IdentificationRefusal::CprNumberNeeded);
        }
        Ok(Self(documents))
    }

    /// The documents, in a fixed order.
    pub fn documents(&self) -> &[Document] {
        &self.0
    }

    /// Checks that a card may be handed over at once (D17).
    ///
    /// # Errors
    /// [`IdentificationRefusal::PhotoNeeded`] when no document has a photo.
    pub fn reaches_for_handing_out(&self) -> Result<(), IdentificationRefusal> {
        if self.0.iter().any(|document| document.has_photo()) {
            Ok(())
        } else {
            Err(IdentificationRefusal::PhotoNeeded)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_photo_document_is_enough_for_everything() {
        let shown = Identification::by(&[Document::DrivingLicence]).unwrap();
        assert!(shown.reaches_for_handing_out().is_ok());
    }

    #[test]
    fn two_without_photo_reach_when_one_shows_the_cpr_number_but_not_for_a_card_at_once() {
        let shown = Identification::by(&[Document::HealthCard, Document::PaymentCard]).unwrap();
        assert_eq!(shown.reaches_for_handing_out(), Err(IdentificationRefusal::PhotoNeeded));
        let refused = Identification::by(&[Document::TenancyAgreement, Document::PaymentCard]);
        assert_eq!(refused, Err(IdentificationRefusal::CprNumberNeeded));
    }

    #[test]
    fn the_same_document_twice_is_one_document() {
        let refused = Identification::by(&[Document::HealthCard, Document::HealthCard]);
        assert_eq!(refused, Err(IdentificationRefusal::SecondNeeded));
        assert_eq!(Identification::by(&[]), Err(IdentificationRefusal::None));
    }

    #[test]
    fn the_documents_are_kept_in_one_order_each_once() {
        let shown = [Document::PaymentCard, Document::Passport, Document::PaymentCard];
        let shown = Identification::by(&shown).unwrap();
        assert_eq!(shown.documents(), [Document::Passport, Document::PaymentCard]);
    }

    #[test]
    fn a_photo_or_the_cpr_number_is_shown_by_these_documents_alone() {
        let showing = |what: fn(Document) -> bool| Document::ALL.into_iter().filter(move |one| what(*one));
        assert!(showing(Document::has_photo).eq(Document::ALL[..4].iter().copied()));
        assert!(showing(Document::shows_cpr_number).eq(Document::ALL[4..8].iter().copied()));
    }
}
