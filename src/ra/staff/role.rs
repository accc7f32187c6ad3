//! The roles that the administrator grants, and reading one from a form.

use crate::web::desk::signed_text::role_name;
use crate::web::forms::{Choice, Faults};
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::places;
use rules::staff::Role;

/// The longest title at work.
const LONGEST_TITLE: usize = 60;

/// Title and role, if nothing is wrong with either.
pub fn read(title: &str, role: Option<&str>, faults: &mut Faults) -> Option<(String, Role)> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !title.is_empty() && title.chars().count() <= LONGEST_TITLE;
    let title = faults.take("title", fits.then_some(title).ok_or(Text::new("fault-title")));
    let role = grantable().into_iter().find(|one| Some(code(one).as_str()) == role);
    let role = faults.take("role", role.ok_or(Text::new("fault-no-role-chosen")));
    Some((title?, role?))
}

/// The roles as choices.
pub fn choices(language: Language) -> Vec<Choice> {
    grantable().iter().map(|role| Choice::new(code(role), role_name(role, language))).collect()
}

/// The value of a role in a form.
pub fn code(role: &Role) -> String {
    role.place().map_or_else(|| role.code().to_owned(), |place| format!("{}.{place}", role.code()))
}

fn grantable() -> Vec<Role> {
    let officers = places::OFFICES.iter().map(|office| Role::Officer { office: office.word() });
    let trainers = places::OFFICES.iter().map(|office| Role::SuperUser { office: office.word() });
    officers.chain(trainers).chain([Role::Administrator]).collect()
}
