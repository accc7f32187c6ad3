//! Names, homes and passwords of the house for people who are made without any.

use crate::outside::chance::Chance;

const FIRST: [&str; 36] = [
    "Hanne", "Bent", "Lone", "Jørgen", "Camilla", "Søren", "Pia", "Flemming", "Trine", "Mogens", "Susanne",
    "Palle", "Anja", "Ebbe", "Marianne", "Kasper", "Lotte", "Preben", "Sidsel", "Rasmus", "Vibeke",
    "Torsten", "Line", "Allan", "Dorthe", "Mikkel", "Tina", "Holger", "Signe", "Jesper", "Agnete", "Malthe",
    "Karin", "Anton", "Emma", "Valdemar",
];
const LAST: [&str; 36] = [
    "Aagaard",
    "Birkholm",
    "Bruhn",
    "Clemmensen",
    "Dalsgaard",
    "Ebbesen",
    "Frandsen",
    "Gregersen",
    "Hovgaard",
    "Ibsen",
    "Jepsen",
    "Kirkegaard",
    "Kjeldsen",
    "Ladegaard",
    "Mikkelsen",
    "Mørch",
    "Nørregaard",
    "Overby",
    "Pallesen",
    "Ravn",
    "Skovgaard",
    "Steffensen",
    "Thorsen",
    "Toft",
    "Uldall",
    "Vestergaard",
    "Villadsen",
    "Winkel",
    "Østergaard",
    "Ågesen",
    "Balslev",
    "Damsbo",
    "Engberg",
    "Friis",
    "Hjort",
    "Lynge",
];
const STREETS: [&str; 12] = [
    "Birkevej",
    "Kirkestræde",
    "Søndergade",
    "Ellevej",
    "Bakkedraget",
    "Tjørnevænget",
    "Mølledammen",
    "Nørregade",
    "Rugmarken",
    "Engvej",
    "Østerled",
    "Kløvermarken",
];
const TOWNS: [(&str, &str); 2] = [("9870", "Fjordby"), ("8760", "Engelsted")];
const WORDS: [&str; 24] = [
    "solbaer",
    "vinterhave",
    "postkort",
    "trillebor",
    "kastanje",
    "regnbue",
    "fiskenet",
    "teglsten",
    "bjergged",
    "lanterne",
    "havtorn",
    "skovsti",
    "paraply",
    "brombaer",
    "kornmark",
    "fyrtaarn",
    "kanelsnegl",
    "hestesko",
    "roejsekant",
    "strikkepind",
    "vindmoelle",
    "maagefjer",
    "ribsgele",
    "sejldug",
];

/// Where somebody lives: street, postcode, town.
pub(super) struct Home {
    pub street: String,
    pub postcode: &'static str,
    pub town: &'static str,
}

/// One of a list.
fn one<'a, T>(chance: &Chance, list: &'a [T]) -> &'a T {
    let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
    &list[chance.below(count) as usize]
}

/// A name, which others may have too.
pub(super) fn name(chance: &Chance) -> String {
    format!("{} {}", one(chance, &FIRST), one(chance, &LAST))
}

/// A home in one of the towns.
pub(super) fn home(chance: &Chance) -> Home {
    let (postcode, town) = *one(chance, &TOWNS);
    Home { street: format!("{} {}", one(chance, &STREETS), 1 + chance.below(98)), postcode, town }
}

/// A password as people choose them: a word and a number.
pub(super) fn password(chance: &Chance) -> String {
    format!("{}{}", one(chance, &WORDS), 10 + chance.below(90))
}

/// A user ID made of a name and four digits: `hanne.dahl4821`. Signs that no user ID may have are left out.
pub(super) fn user_id(chance: &Chance, name: &str) -> String {
    let mut spelt = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' => spelt.push_str("ae"),
            'ø' => spelt.push_str("oe"),
            'å' => spelt.push_str("aa"),
            'a'..='z' => spelt.push(letter),
            ' ' if !spelt.ends_with('.') && !spelt.is_empty() => spelt.push('.'),
            _ => {}
        }
    }
    let spelt: String = spelt.chars().take(LONGEST).collect();
    let spelt = if spelt.is_empty() { "bruger" } else { spelt.trim_end_matches('.') };
    format!("{spelt}{:04}", chance.below(10_000))
}

/// The most letters of a name in a user ID, which has 48 signs at most (D9).
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;
    use rules::words::{Address, NewPassword, PasswordContext, PersonName, UserId};

    #[test]
    fn whatever_is_drawn_is_what_people_could_have_typed() {
        let chance = Chance::seeded(34);
        for _ in 0..2_000 {
            let name = name(&chance);
            PersonName::parse(&name).unwrap();
            let user_id = UserId::parse(&user_id(&chance, &name)).unwrap();
            let home = home(&chance);
            Address::parse(&home.street, home.postcode, home.town).unwrap();
            let about = PasswordContext { user_id: Some(user_id), ..PasswordContext::default() };
            let password = password(&chance);
            assert!(NewPassword::parse(&password, &about).is_ok(), "{password}");
        }
    }

    #[test]
    fn every_name_gives_a_user_id() {
        let chance = Chance::seeded(34);
        for name in ["Ærø Åse", "Ж", "-", "O'Neill", "X", &"Bo ".repeat(33)] {
            let user_id = user_id(&chance, name);
            UserId::parse(&user_id).unwrap_or_else(|faults| panic!("{user_id}: {faults:?}"));
        }
        assert!(user_id(&chance, "Søren Åkær").starts_with("soeren.aakaer"));
    }
}
