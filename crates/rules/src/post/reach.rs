//! Where letters to a person go: to the registered address, else to the one that the person has stated, else nowhere
//! (Rules 4.3, D29).

use crate::words::{Address, PostalAddress};

/// How letters reach a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PostalReach {
    /// At an address in Denmark.
    #[default]
    Denmark,
    /// At an address in another country.
    Abroad,
    /// Not at all: there is neither a registered nor a stated address.
    Nowhere,
}

impl PostalReach {
    /// How letters to an address go; `None` for a person without any.
    pub fn of(address: Option<&PostalAddress>) -> Self {
        match address {
            Some(PostalAddress::Danish(_)) => Self::Denmark,
            Some(PostalAddress::Abroad(_)) => Self::Abroad,
            None => Self::Nowhere,
        }
    }

    /// The reach of this word; `None` for any other.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Denmark, Self::Abroad, Self::Nowhere].into_iter().find(|one| one.code() == code)
    }

    /// Whether anything can be posted.
    pub fn is_reached(self) -> bool {
        self != Self::Nowhere
    }

    /// The stable word, as stored and by which the texts choose their sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Denmark => "denmark",
            Self::Abroad => "abroad",
            Self::Nowhere => "nowhere",
        }
    }
}

/// The address to which letters go: the registered one as long as there is one, whatever was stated (Rules 4.3).
pub fn address(registered: Option<&Address>, stated: Option<&PostalAddress>) -> Option<PostalAddress> {
    registered.cloned().map(PostalAddress::Danish).or_else(|| stated.cloned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::AddressAbroad;

    #[test]
    fn letters_go_to_the_registered_address_else_to_the_stated_one_else_nowhere() {
        let registered = Address::parse("Nygade 1", "6760", "Ribe").unwrap();
        let stated = PostalAddress::Abroad(AddressAbroad::parse("Via Roma 5", "Roma", "Italien").unwrap());
        let goes = |registered, stated| address(registered, stated);
        assert_eq!(goes(Some(&registered), Some(&stated)), Some(PostalAddress::Danish(registered.clone())));
        assert_eq!(goes(None, Some(&stated)), Some(stated.clone()));
        assert_eq!(goes(None, None), None);
        let reaches = [goes(Some(&registered), None), goes(None, Some(&stated)), None]
            .map(|address| PostalReach::of(address.as_ref()));
        assert_eq!(reaches, [PostalReach::Denmark, PostalReach::Abroad, PostalReach::Nowhere]);
        assert_eq!(reaches.map(PostalReach::is_reached), [true, true, false]);
        assert_eq!(reaches.map(PostalReach::code), ["denmark", "abroad", "nowhere"]);
        assert_eq!(reaches.map(|one| PostalReach::from_code(one.code())), reaches.map(Some));
        assert_eq!(PostalReach::from_code("elsewhere"), None);
    }
}
