//! A signed document as NemID handed it to sites: an XML signature over named values (openoces, XML-DSig). It is written in
//! its canonical form from the start, so that nothing has to be brought into one, and read in that form alone: whatever
//! else a file holds, it is another one than was signed.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;

use crate::outside::pki::PkiError;
use crate::outside::pki::holder::Holder;
use crate::outside::pki::rsa_key::is_signed;
use der::Decode;

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
    /// Whether the holder of the certificate signed exactly this.
    pub holds: bool,
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

/// Reads a signed document. `None` for anything that is not written as here.
pub fn read(text: &str) -> Option<Signed> {
    let mut rest = Rest(text);
    rest.pass(&format!("{BEGINS}{NAMESPACES}{SIGNATURE}<ds:SignedInfo"))?;
    let told = format!("{}{INFO_ENDS}", rest.until(INFO_ENDS)?);
    rest.pass("<ds:SignatureValue>")?;
    let signature = BASE64_STANDARD.decode(rest.until("</ds:SignatureValue>")?).ok()?;
    rest.pass("<ds:KeyInfo>")?;
    let mut certificates = Vec::new();
    while rest.pass(CERTIFICATE).is_some() {
        certificates.push(BASE64_STANDARD.decode(rest.until(CERTIFICATE_ENDS)?).ok()?);
    }
    rest.pass("</ds:KeyInfo><ds:Object")?;
    rest.pass(OBJECT)?;
    let mut properties = Vec::new();
    while rest.pass(PROPERTY).is_some() {
        let name = rest.until(VALUE)?.to_owned();
        let visible = rest.until("\">")? == "yes";
        let value = BASE64_STANDARD.decode(rest.until(PROPERTY_ENDS)?).ok()?;
        properties.push(Property { name, value: String::from_utf8(value).ok()?, visible });
    }
    rest.pass(OBJECT_ENDS)?;
    rest.pass(ENDS).filter(|()| rest.0.is_empty())?;
    let certificate = Certificate::from_der(certificates.first()?).ok()?;
    let public = certificate.tbs_certificate().subject_public_key_info();
    // What is shown is written again: it is what the signature has to be over.
    let holds =
        told == info(&object(&properties)) && is_signed(public, canonical_info(&told).as_bytes(), &signature);
    Some(Signed { properties, certificate, holds })
}

/// What was not read yet.
struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    fn pass(&mut self, words: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(words)?;
        Some(())
    }

    fn until(&mut self, words: &str) -> Option<&'t str> {
        let (before, after) = self.0.split_once(words)?;
        self.0 = after;
        Some(before)
    }
}
