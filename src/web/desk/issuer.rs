//! Who made a NemID, in words.

use crate::web::texts::Text;
use rules::nemid::Issuer;
use rules::places;

/// The name of the issuer.
pub fn issuer(issuer: &Issuer) -> Text {
    match issuer {
        Issuer::Public => Text::new("issuer-public"),
        Issuer::Bank(name) | Issuer::Business(name) | Issuer::Employer(name) => {
            Text::new("issuer-named").with("kind", issuer.code()).with("name", places::title(name))
        }
    }
}
