//! The canonical form of a part of an XML document (Canonical XML 1.0, without comments), over which XML signatures are: the same
//! bytes however a program has written the document.

use std::collections::BTreeMap;

use roxmltree::{Attribute, Node};

/// The algorithm by its name in signatures.
pub const CANONICAL: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// Deeper than any signed document here.
const DEEPEST: usize = 64;

/// Which address each prefix stands for, as the form has said it so far; the empty prefix for names without one.
type Prefixes<'n> = BTreeMap<&'n str, &'n str>;

/// The canonical form of an element and all in it. `None` for one that goes too deep.
pub fn canonical(element: Node<'_, '_>) -> Option<Vec<u8>> {
    let mut text = String::new();
    write(element, &Prefixes::new(), inherited(element), DEEPEST, &mut text)?;
    Some(text.into_bytes())
}

/// The attributes of XML itself, such as the language, that an element has from those around it.
fn inherited<'a, 'i>(element: Node<'a, 'i>) -> Vec<Attribute<'a, 'i>> {
    let mut found: Vec<Attribute<'a, 'i>> = Vec::new();
    for around in element.ancestors().skip(1) {
        for attribute in around.attributes().filter(|one| one.namespace() == Some(XML)) {
            let is_known = found.iter().any(|one| one.name() == attribute.name())
                || element.has_attribute((XML, attribute.name()));
            if !is_known {
                found.push(attribute);
            }
        }
    }
    found
}

fn write<'a>(
    element: Node<'a, '_>,
    said: &Prefixes<'a>,
    more: Vec<Attribute<'a, '_>>,
    deep: usize,
    text: &mut String,
) -> Option<()> {
    let deeper = deep.checked_sub(1)?;
    let name = written_name(element)?;
    let mut prefixes = said.clone();
    text.extend(["<", name]);
    for (prefix, address) in in_scope(element) {
        if prefixes.get(prefix).copied().unwrap_or_default() == address {
            continue;
        }
        let (colon, address_of) = (if prefix.is_empty() { "" } else { ":" }, escaped(address, true));
        text.extend([" xmlns", colon, prefix, "=\"", &address_of, "\""]);
        prefixes.insert(prefix, address);
    }
    let mut attributes: Vec<_> = element.attributes().chain(more).collect();
    attributes.sort_by_key(|one| (one.namespace().unwrap_or_default().to_owned(), one.name().to_owned()));
    let source = element.document().input_text();
    for attribute in attributes {
        let value = escaped(attribute.value(), true);
        text.extend([" ", source.get(attribute.range_qname())?, "=\"", &value, "\""]);
    }
    text.push('>');
    for child in element.children() {
        if child.is_element() {
            write(child, &prefixes, Vec::new(), deeper, text)?;
        } else if child.is_text() {
            text.push_str(&escaped(child.text().unwrap_or_default(), false));
        } else if let Some(instruction) = child.pi() {
            text.extend(["<?", instruction.target]);
            text.extend(instruction.value.into_iter().flat_map(|value| [" ", value]));
            text.push_str("?>");
        }
    }
    text.extend(["</", name, ">"]);
    Some(())
}

/// The prefixes that hold at an element, in the order of the form; an empty address where names without one mean nothing
/// again.
fn in_scope<'a>(element: Node<'a, '_>) -> Prefixes<'a> {
    let mut all: Prefixes<'a> = element
        .namespaces()
        .filter(|one| one.uri() != XML)
        .map(|one| (one.name().unwrap_or_default(), one.uri()))
        .collect();
    all.entry("").or_insert("");
    all
}

/// The name of an element as the document writes it, with its prefix.
fn written_name<'a>(element: Node<'a, '_>) -> Option<&'a str> {
    let tag = element.document().input_text().get(element.range())?.strip_prefix('<')?;
    let end = tag.find(|one: char| one.is_ascii_whitespace() || one == '>' || one == '/')?;
    Some(&tag[..end])
}

fn escaped(text: &str, in_attribute: bool) -> String {
    let mut written = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' if !in_attribute => written.push_str("&gt;"),
            '"' if in_attribute => written.push_str("&quot;"),
            '\t' if in_attribute => written.push_str("&#x9;"),
            '\n' if in_attribute => written.push_str("&#xA;"),
            '\r' => written.push_str("&#xD;"),
            one => written.push(one),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    fn form_of(document: &str, name: &str) -> String {
        let document = Document::parse(document).unwrap();
        let element = document.descendants().find(|one| one.has_tag_name(name)).unwrap();
        String::from_utf8(canonical(element).unwrap()).unwrap()
    }

    #[test]
    fn ways_of_writing_the_same_are_one_form() {
        let written =
            "<?xml version='1.0'?><a  z='1'\n b=\"2\" ><!-- no --><c/>x &#38; &lt;y&gt;<![CDATA[<d>]]></a >";
        assert_eq!(form_of(written, "a"), "<a b=\"2\" z=\"1\"><c></c>x &amp; &lt;y&gt;&lt;d&gt;</a>");
        assert_eq!(form_of("<a>one\r\ntwo&#13;</a>", "a"), "<a>one\ntwo&#xD;</a>");
        assert_eq!(
            form_of("<a b='&#9;&#10;&quot;&lt;'><?do  it?></a>", "a"),
            "<a b=\"&#x9;&#xA;&quot;&lt;\"><?do it?></a>"
        );
    }

    #[test]
    fn a_part_says_the_prefixes_that_hold_around_it_and_those_below_are_not_said_again() {
        let written = "<r xmlns='urn:r' xmlns:z='urn:z' xmlns:b='urn:b' xml:lang='da'><part><z:in xmlns:z='urn:z'/><o xmlns=''/></part></r>";
        let document = Document::parse(written).unwrap();
        let part = document.root_element().first_element_child().unwrap();
        assert_eq!(
            String::from_utf8(canonical(part).unwrap()).unwrap(),
            "<part xmlns=\"urn:r\" xmlns:b=\"urn:b\" xmlns:z=\"urn:z\" xml:lang=\"da\"><z:in></z:in><o xmlns=\"\"></o></part>"
        );
    }

    #[test]
    fn what_goes_too_deep_has_none() {
        let deep = format!("{}{}", "<a>".repeat(70), "</a>".repeat(70));
        assert!(canonical(Document::parse(&deep).unwrap().root_element()).is_none());
    }
}
