//! Reads what other programs encode: they leave lengths open and cut long values into pieces (BER), which DER does not have.
//! Nothing is read deeper than any message of theirs goes.

const DEEPEST: usize = 32;
const CONSTRUCTED: u8 = 0x20;

/// A value: its tag, and its bytes or the values in it.
#[derive(Debug)]
pub struct Node<'b> {
    /// The tag, without the sign of whether there are values in it.
    pub tag: u8,
    inner: Inner<'b>,
    /// All of it, as it was encoded.
    pub whole: &'b [u8],
}

#[derive(Debug)]
enum Inner<'b> {
    Bytes(&'b [u8]),
    Values(Vec<Node<'b>>),
}

impl<'b> Node<'b> {
    /// Reads one value at the beginning of some bytes.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        value(bytes, DEEPEST)
    }

    /// The values in it.
    pub fn values(&self) -> &[Node<'b>] {
        match &self.inner {
            Inner::Values(values) => values,
            Inner::Bytes(_) => &[],
        }
    }

    /// Its bytes; of a value in pieces, all of them.
    pub fn bytes(&self) -> Vec<u8> {
        match &self.inner {
            Inner::Bytes(bytes) => bytes.to_vec(),
            Inner::Values(values) => values.iter().flat_map(Node::bytes).collect(),
        }
    }
}

fn value(bytes: &[u8], deep: usize) -> Option<Node<'_>> {
    let (&tag, rest) = bytes.split_first()?;
    // No message here has a tag of several bytes.
    if tag & 0x1f == 0x1f {
        return None;
    }
    let (&first, rest) = rest.split_first()?;
    if first == 0x80 {
        return open(bytes, tag, rest, deep);
    }
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (digits, rest) =
            rest.split_at_checked(usize::from(first & 0x7f)).filter(|(digits, _)| digits.len() <= 4)?;
        (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
    };
    let content = rest.get(..length)?;
    let whole = &bytes[..bytes.len() - rest.len() + length];
    let inner =
        if tag & CONSTRUCTED == 0 { Inner::Bytes(content) } else { Inner::Values(all(content, deep)?) };
    Some(Node { tag: tag & !CONSTRUCTED, inner, whole })
}

/// A value whose end is told by an empty one.
fn open<'b>(bytes: &'b [u8], tag: u8, mut rest: &'b [u8], deep: usize) -> Option<Node<'b>> {
    let mut values = Vec::new();
    loop {
        if let Some(after) = rest.strip_prefix(&[0, 0]) {
            let whole = &bytes[..bytes.len() - after.len()];
            return Some(Node { tag: tag & !CONSTRUCTED, inner: Inner::Values(values), whole });
        }
        let next = value(rest, deep.checked_sub(1)?)?;
        rest = &rest[next.whole.len()..];
        values.push(next);
    }
}

fn all(mut content: &[u8], deep: usize) -> Option<Vec<Node<'_>>> {
    let mut values = Vec::new();
    while !content.is_empty() {
        let next = value(content, deep.checked_sub(1)?)?;
        content = &content[next.whole.len()..];
        values.push(next);
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_and_cut_values_are_read_as_whole_ones() {
        let closed = [0x30, 7, 4, 2, 1, 2, 4, 1, 3];
        let node = Node::read(&closed).unwrap();
        assert_eq!((node.tag, node.values().len(), node.whole.len()), (0x10, 2, 9));
        let open = [0x30, 0x80, 0x24, 0x80, 4, 2, 1, 2, 4, 1, 3, 0, 0, 0, 0, 99];
        let node = Node::read(&open).unwrap();
        assert_eq!(node.values()[0].bytes(), [1, 2, 3]);
        assert_eq!(node.whole.len(), open.len() - 1);
    }

    #[test]
    fn what_is_cut_off_or_too_deep_is_nothing() {
        let open = [0x30, 0x80, 0x24, 0x80, 4, 2, 1, 2, 0, 0, 0, 0];
        for length in 0..open.len() {
            assert!(Node::read(&open[..length]).is_none(), "{length}");
        }
        assert!(Node::read(&[0x30; 64]).is_none());
        assert!(Node::read(&[0x30, 0x80].repeat(80)).is_none());
        assert!(Node::read(&[4, 0x85, 0, 0, 0, 0, 1, 7]).is_none());
        assert!(Node::read(&[0x1f, 1, 1, 7]).is_none());
    }
}
