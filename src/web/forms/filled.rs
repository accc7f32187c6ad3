//! A form to be shown: the typed values and their faults.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::web::forms::Faults;
use crate::web::texts::Text;
use rules::words::is_blank;

/// A form as a page shows it, empty or with the typed values (secrets excepted).
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filled {
    values: Map<String, Value>,
    faults: Faults,
    /// The same faults by field, for the field to show beside itself.
    fault: BTreeMap<&'static str, Vec<Text>>,
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

    /// A form that is shown again to its sender. A field that was left empty is asked for, rather than told how it is
    /// to be written.
    pub fn again(sent: &impl Serialize, faults: Faults) -> Self {
        let values = match serde_json::to_value(sent) {
            Ok(Value::Object(values)) => values.into_iter().filter(|(_, value)| !value.is_null()).collect(),
            _ => Map::new(),
        };
        let is_blank = |field: &str| values.get(field).and_then(Value::as_str).is_some_and(is_blank);
        let faults = faults.asking_for(is_blank);
        Self { values, fault: faults.by_field(), faults }
    }

    /// The same on a page that does not have a field: its faults are told of the whole form.
    #[must_use]
    pub fn without(self, field: &str) -> Self {
        let faults = self.faults.without(field);
        Self { values: self.values, fault: faults.by_field(), faults }
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
        assert_eq!(shown, r#"{"values":{"user_id":"anna"},"faults":[],"fault":{}}"#);
    }

    #[test]
    fn asks_for_what_was_left_empty() {
        let shown = |password: &str| {
            let sent = Sent { user_id: " ".into(), password: Secret::new(password), reason: None };
            let mut faults = Faults::one("user_id", Text::new("refusal-nemid-number-shape"));
            faults.add("password", Text::new("refusal-key-shape"));
            serde_json::to_string(&Filled::again(&sent, faults)).unwrap()
        };
        let (nothing, something) = (shown(""), shown("12"));
        assert!(nothing.contains("empty-nemid-number-shape") && nothing.contains("empty-key-shape"));
        assert!(something.contains("empty-nemid-number-shape") && something.contains("refusal-key-shape"));
    }
}
