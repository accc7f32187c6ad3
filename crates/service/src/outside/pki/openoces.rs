//! A signed document as NemID handed it to sites: an XML signature over named values (openoces, XML-DSig). It is written in
//! its canonical form from the start, so that nothing has to be brought into one, and read in any.

use base64::prelude::{BASE64_STANDARD, Engine};
use roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;

use crate::outside::pki::PkiError;
use crate::outside::pki::holder::Holder;
use crate::outside::pki::xml_signature::{self, XmlSignature, elements};

/// The names of the documents that NemID signed.
const OPENOCES: &str = "http://www.openoces.org/2006/07/signature#";
/// The last words of a document, whatever prefix it has.
const LAST_NAME: &str = "signature>";
/// Many times more parts than any document here has.
const MOST_NODES: u32 = 10_000;
const NAMESPACES: &str = " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" \
                          xmlns:openoces=\"http://www.openoces.org/2006/07/signature#\"";
const BEGINS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<openoces:signature";
const SIGNATURE: &str = " version=\"0.1\"><ds:Signature Id=\"signature\">";
const INFO: &str = "><ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\">\
                    </ds:CanonicalizationMethod>\
                    <ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod>\
                    <ds:Reference URI=\"#ToBeSigned\"><ds:Transforms>\
                    <ds:Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></ds:Transform></ds:Transforms>\
                    <ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod><ds:DigestValue>";
const INFO_ENDS: &str = "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
const CERTIFICATE: &str = "<ds:X509Data><ds:X509Certificate>";
const CERTIFICATE_ENDS: &str = "</ds:X509Certificate></ds:X509Data>";
const OBJECT: &str = " Id=\"ToBeSigned\"><ds:SignatureProperties>";
const PROPERTY: &str = "<ds:SignatureProperty Target=\"#signature\"><openoces:Name>";
const VALUE: &str = "</openoces:Name><openoces:Value Encoding=\"base64\" VisibleToSigner=\"";
const PROPERTY_ENDS: &str = "</openoces:Value></ds:SignatureProperty>";
const OBJECT_ENDS: &str = "</ds:SignatureProperties></ds:Object>";
const ENDS: &str = "</ds:Signature></openoces:signature>\n";

/// A named value that is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// Letters and digits alone.
    pub name: String,
    pub value: String,
    /// Whether the signer was shown it.
    pub visible: bool,
}

impl Property {
    /// A value that the signer was shown.
    pub fn shown(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into(), visible: true }
    }

    /// A value that goes along.
    pub fn along(name: &str, value: impl Into<String>) -> Self {
        Self { visible: false, ..Self::shown(name, value) }
    }
}

/// What is read out of a signed document.
#[derive(Debug)]
pub struct Signed {
    pub properties: Vec<Property>,
    pub certificate: Certificate,
    /// Whether the values are as they were signed; `None` where that can't be told.
    pub is_intact: Option<bool>,
    /// Whether the holder of the certificate signed them.
    pub is_genuine: bool,
    /// Whether the document says nothing besides.
    pub is_whole: bool,
}

impl Signed {
    /// The value of a name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|one| one.name == name).map(|one| one.value.as_str())
    }
}

/// The object that is signed, after its name: as the document has it, and with the namespaces as its canonical form has it.
fn object(properties: &[Property]) -> String {
    let mut text = OBJECT.to_owned();
    for Property { name, value, visible } in properties {
        let (visible, value) = (if *visible { "yes" } else { "no" }, BASE64_STANDARD.encode(value));
        text.extend([PROPERTY, name, VALUE, visible, "\">", &value, PROPERTY_ENDS]);
    }
    text + OBJECT_ENDS
}

fn info(object: &str) -> String {
    let canonical = format!("<ds:Object{NAMESPACES}{object}");
    format!("{INFO}{}{INFO_ENDS}", BASE64_STANDARD.encode(Sha256::digest(canonical)))
}

fn canonical_info(info: &str) -> String {
    format!("<ds:SignedInfo{NAMESPACES}{info}")
}

/// Signs values, with the certificates of the authorities.
///
/// # Errors
/// [`PkiError`] when it can't be signed.
pub fn signed(properties: &[Property], holder: &Holder, above: &[&[u8]]) -> Result<String, PkiError> {
    let object = object(properties);
    let info = info(&object);
    let signature = BASE64_STANDARD.encode(holder.sign(canonical_info(&info).as_bytes())?);
    let mut text = format!(
        "{BEGINS}{NAMESPACES}{SIGNATURE}<ds:SignedInfo{info}<ds:SignatureValue>{signature}</ds:SignatureValue><ds:KeyInfo>"
    );
    for certificate in [holder.der.as_slice()].iter().chain(above) {
        text.extend([CERTIFICATE, &BASE64_STANDARD.encode(certificate), CERTIFICATE_ENDS]);
    }
    Ok(format!("{text}</ds:KeyInfo><ds:Object{object}{ENDS}"))
}

/// Reads a signed document, however a program has written it since. `None` for anything else: what is no XML, has a document
/// type (by which a small document can be blown up, or have another fetched), or is built otherwise.
pub fn read(text: &str) -> Option<Signed> {
    if let Some(signed) = read_whole(text) {
        return Some(signed);
    }
    // With something behind it, it is no XML any more.
    let end = text.rfind(LAST_NAME)? + LAST_NAME.len();
    let signed = read_whole(text.get(..end)?)?;
    Some(Signed { is_whole: false, ..signed })
}

fn read_whole(text: &str) -> Option<Signed> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    if !document.root_element().has_tag_name((OPENOCES, "signature")) {
        return None;
    }
    let XmlSignature { object, certificate, is_intact, is_genuine, is_whole } =
        xml_signature::read(&document)?;
    Some(Signed { properties: properties(object)?, certificate, is_intact, is_genuine, is_whole })
}

/// The named values in what is signed.
fn properties(object: Node<'_, '_>) -> Option<Vec<Property>> {
    let [all] = elements(object)[..] else { return None };
    elements(all).into_iter().map(property).collect()
}

fn property(element: Node<'_, '_>) -> Option<Property> {
    let [name, value] = elements(element)[..] else { return None };
    let is_built_so = name.has_tag_name((OPENOCES, "Name")) && value.has_tag_name((OPENOCES, "Value"));
    let is_encoded = value.attribute("Encoding") == Some("base64");
    if !is_built_so || !is_encoded {
        return None;
    }
    Some(Property {
        name: xml_signature::text(name),
        value: String::from_utf8(xml_signature::decoded(value)?).ok()?,
        visible: value.attribute("VisibleToSigner") == Some("yes"),
    })
}
