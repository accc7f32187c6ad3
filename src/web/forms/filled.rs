//! A form to be shown: the typed values and their faults.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::web::forms::Faults;
use crate::web::texts::Text;

/// A form as a page shows it, empty or with the typed values (secrets excepted).
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filled {
    values: Map<String, Value>,
    faults: Faults,
    /// The same faults by field, for the field to show beside itself.
    fault: BTreeMap<&'static str, Text>,
}

impl Filled {
    /// An empty form.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A form that begins with known values.
    pub fn with(known: &impl Serialize) -> Self {
        Self::again(known, Faults::default())
    }

    /// A form that is shown again to its sender.
    pub fn again(sent: &impl Serialize, faults: Faults) -> Self {
        let values = match serde_json::to_value(sent) {
            Ok(Value::Object(values)) => values.into_iter().filter(|(_, value)| !value.is_null()).collect(),
            _ => Map::new(),
        };
        Self { values, fault: faults.by_field(), faults }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::forms::Secret;

    #[derive(Serialize)]
    struct Sent {
        user_id: String,
        password: Secret,
        reason: Option<String>,
    }

    #[test]
    fn keeps_what_was_typed_but_no_secret() {
        let sent = Sent { user_id: "anna".into(), password: Secret::new("hemmelig1"), reason: None };
        let shown = serde_json::to_string(&Filled::again(&sent, Faults::default())).unwrap();
        assert_eq!(shown, r#"{"values":{"password":"","user_id":"anna"},"faults":[],"fault":{}}"#);
    }
}
