//! Reads an XML signature (XML-DSig) that envelops what it is over, as NemID had it: one part of the document, in its canonical
//! form, signed by RSA and SHA-256. Nothing is fetched, and a document that says more than is signed is told as that.

use base64::prelude::{BASE64_STANDARD, Engine};
use der::Decode;
use roxmltree::{Document, Node};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;

use crate::outside::pki::canonical::{CANONICAL, canonical};
use crate::outside::pki::rsa_key::is_signed;

/// The names of XML signatures.
pub const DS: &str = "http://www.w3.org/2000/09/xmldsig#";
/// RSA over SHA-256.
pub const RSA_SHA_256: &str = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
/// SHA-256.
pub const SHA_256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";

/// A signature that was read.
pub struct XmlSignature<'a, 'i> {
    /// The part of the document that it is over.
    pub object: Node<'a, 'i>,
    /// The certificate of who signed; where nobody's key fits, the first that is named.
    pub certificate: Certificate,
    /// Whether that part is as it was signed; `None` where that can't be told.
    pub is_intact: Option<bool>,
    /// Whether the holder of the certificate made it.
    pub is_genuine: bool,
    /// Whether the document says nothing besides.
    pub is_whole: bool,
}

/// Reads the signature in the only element of a root. `None` for a document that is built otherwise.
pub fn read<'a, 'i>(document: &'a Document<'i>) -> Option<XmlSignature<'a, 'i>> {
    let root = document.root_element();
    let [signature] = elements(root)[..] else { return None };
    let parts = elements(signature);
    let [info, value, keys, object, more @ ..] = &parts[..] else { return None };
    let names = ["SignedInfo", "SignatureValue", "KeyInfo", "Object"];
    let is_built_so = signature.has_tag_name((DS, "Signature"))
        && parts.iter().zip(names).all(|(part, name)| part.has_tag_name((DS, name)));
    if !is_built_so {
        return None;
    }
    let reference = Reference::read(*info)?;
    let id = object.attribute("Id").filter(|id| reference.to.strip_prefix('#') == Some(*id))?;
    // A name that two parts bear could mean either.
    if document.descendants().filter(|one| one.attribute("Id") == Some(id)).count() != 1 {
        return None;
    }
    let certificates: Vec<_> = keys
        .descendants()
        .filter(|one| one.has_tag_name((DS, "X509Certificate")))
        .filter_map(|one| Certificate::from_der(&decoded(one)?).ok())
        .collect();
    let (signed, proof) = (canonical(*info)?, decoded(*value)?);
    let signs =
        |one: &&Certificate| is_signed(one.tbs_certificate().subject_public_key_info(), &signed, &proof);
    let signer = certificates.iter().find(signs).filter(|_| reference.is_known);
    let is_intact = if reference.is_known { Some(reference.is_over(*object)?) } else { None };
    let around = [document.root(), root, signature];
    Some(XmlSignature {
        object: *object,
        certificate: signer.or(certificates.first())?.clone(),
        is_intact,
        is_genuine: signer.is_some(),
        is_whole: more.is_empty() && around.into_iter().all(is_bare),
    })
}

/// What a signature says that it is over.
struct Reference {
    to: String,
    digest: Vec<u8>,
    /// Whether it is made in the one way that is understood here.
    is_known: bool,
}

impl Reference {
    fn read(info: Node<'_, '_>) -> Option<Self> {
        let [form, method, reference] = elements(info)[..] else { return None };
        let (steps, rest) = match elements(reference)[..] {
            [steps, hash, digest] => (elements(steps), [hash, digest]),
            [hash, digest] => (Vec::new(), [hash, digest]),
            _ => return None,
        };
        let [hash, digest] = rest;
        let by = |part: Node<'_, '_>, algorithm| part.attribute("Algorithm") == Some(algorithm);
        let is_known = by(form, CANONICAL)
            && by(method, RSA_SHA_256)
            && by(hash, SHA_256)
            && steps.into_iter().all(|step| by(step, CANONICAL));
        Some(Self { to: reference.attribute("URI")?.to_owned(), digest: decoded(digest)?, is_known })
    }

    fn is_over(&self, object: Node<'_, '_>) -> Option<bool> {
        Some(Sha256::digest(canonical(object)?).as_slice() == self.digest)
    }
}

/// The elements in one.
pub fn elements<'a, 'i>(within: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    within.children().filter(Node::is_element).collect()
}

/// The bytes that an element holds in base64, on one line or several.
pub fn decoded(element: Node<'_, '_>) -> Option<Vec<u8>> {
    let packed: String = text(element).chars().filter(|one| !one.is_ascii_whitespace()).collect();
    BASE64_STANDARD.decode(packed).ok()
}

/// The text in an element, also where comments lie between.
pub fn text(element: Node<'_, '_>) -> String {
    element.children().filter(Node::is_text).filter_map(|one| one.text()).collect()
}

/// Whether there is nothing beside the elements in one but blanks and comments.
fn is_bare(within: Node<'_, '_>) -> bool {
    let is_blank = |one: Node<'_, '_>| one.text().unwrap_or_default().trim().is_empty();
    within.children().all(|one| one.is_element() || one.is_comment() || (one.is_text() && is_blank(one)))
}
