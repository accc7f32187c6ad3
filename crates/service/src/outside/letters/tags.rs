//! The structure of a letter, so that a screen reader goes through it in the right order and finds its
//! heading (tagged PDF, as PDF/UA requires).

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, Tag, TagGroup, TagKind, TagTree};

/// The part that a line belongs to, in the order in which a letter is read. Numbers count from the first of
/// their kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Sender,
    Recipient,
    Date,
    Heading,
    Paragraph(usize),
    /// A framed code: the label, then the code.
    Framed(usize),
    CardTitle,
    /// A key of the card: its number, then the key.
    Key(usize),
    Foot,
}

/// The lines drawn so far.
#[derive(Default)]
pub(super) struct Tags(BTreeMap<Part, Vec<Identifier>>);

impl Tags {
    /// Notes that a drawn line belongs to this part.
    pub(super) fn note(&mut self, part: Part, line: Identifier) {
        self.0.entry(part).or_default().push(line);
    }

    /// The letter in reading order: a heading, paragraphs, and the keys of a card as a list in ascending
    /// order, whatever columns they are printed in.
    pub(super) fn tree(self, heading: &str) -> TagTree {
        let mut tree = TagTree::new();
        let mut keys = TagGroup::new(Tag::L(ListNumbering::None));
        for (part, lines) in self.0 {
            match part {
                Part::Key(_) => keys.push(key(&lines)),
                Part::Foot => {
                    place(&mut tree, &mut keys);
                    tree.push(group(Tag::P, &lines));
                }
                Part::Heading => {
                    tree.push(group(Tag::Hn(NonZeroU16::MIN, Some(heading.to_owned())), &lines));
                }
                _ => tree.push(group(Tag::P, &lines)),
            }
        }
        place(&mut tree, &mut keys);
        tree
    }
}

/// Adds the list of keys, if there is one, to the end of the tree.
fn place(tree: &mut TagTree, keys: &mut TagGroup) {
    if !keys.children.is_empty() {
        tree.push(std::mem::replace(keys, TagGroup::new(Tag::L(ListNumbering::None))));
    }
}

fn group(tag: impl Into<TagKind>, lines: &[Identifier]) -> TagGroup {
    TagGroup::with_children(tag, lines.iter().copied().map(Node::from).collect())
}

/// The number of a key is the label of its list item.
fn key(lines: &[Identifier]) -> TagGroup {
    let (number, key) = lines.split_at(lines.len().min(1));
    let children = vec![group(Tag::Lbl, number).into(), group(Tag::LBody, key).into()];
    TagGroup::with_children(Tag::LI, children)
}
