//! A day that is typed into three fields: `name.dag`, `name.maaned`, `name.aar`. One text under `name` alone is read too,
//! as addresses and programs have it (2019-03-04, 4.3.2019).

use jiff::civil::Date;
use rocket::form::{self, FromForm, Options, ValueField};
use serde::Serialize;

use crate::web::dates;
use crate::web::forms::Faults;
use crate::web::texts::Text;
use rules::words::{as_on_a_keyboard, is_blank};

/// A day as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TypedDay {
    dag: String,
    maaned: String,
    aar: String,
    /// Whether the form has the fields at all.
    #[serde(skip)]
    sent: bool,
}

impl TypedDay {
    /// The day in three fields.
    pub fn of(date: Date) -> Self {
        let (dag, maaned, aar) = (date.day().to_string(), date.month().to_string(), date.year().to_string());
        Self { dag, maaned, aar, sent: true }
    }

    /// Whether the form has the fields at all, empty or not.
    pub fn was_sent(&self) -> bool {
        self.sent
    }

    /// The day in one text; what can't be read stays as it is, in the first field.
    fn of_text(typed: &str) -> Self {
        let unread = || Self { dag: typed.trim().to_owned(), sent: true, ..<Self as Default>::default() };
        dates::read_day(typed).map_or_else(unread, Self::of)
    }

    /// The day, or nothing where all three are empty.
    ///
    /// # Errors
    /// The part that is missing or wrong (`dag`, `maaned`, `aar`) and what is wrong.
    fn read(&self) -> Result<Option<Date>, (&'static str, Text)> {
        let parts = [("dag", &self.dag, 2), ("maaned", &self.maaned, 2), ("aar", &self.aar, 4)];
        if parts.iter().all(|(_, typed, _)| is_blank(typed)) {
            return Ok(None);
        }
        let mut numbers = [0; 3];
        for ((part, typed, digits), number) in parts.into_iter().zip(&mut numbers) {
            let typed = as_on_a_keyboard(typed);
            let typed = typed.trim();
            let fault = |what: &str| (part, Text::new(format!("day-{what}-{part}")));
            if typed.is_empty() {
                return Err(fault("missing"));
            }
            let fits = typed.len() <= digits && (part != "aar" || typed.len() == digits);
            *number =
                typed.parse::<i16>().ok().filter(|one| fits && *one > 0).ok_or_else(|| fault("wrong"))?;
        }
        let [day, month, year] = numbers;
        let narrow = |number: i16| i8::try_from(number).unwrap_or_default();
        if !(1..=12).contains(&month) {
            return Err(("maaned", Text::new("day-wrong-maaned")));
        }
        Date::new(year, narrow(month), narrow(day)).map(Some).map_err(|_| ("dag", Text::new("day-not-there")))
    }
}

impl Faults {
    /// Reads a day; its fault stands beside the three fields of `name`, and the list at the top leads to the field that is
    /// wrong.
    pub fn take_day(&mut self, name: &'static str, typed: &TypedDay) -> Option<Option<Date>> {
        typed.read().map_err(|(part, fault)| self.add_at(name, format!("{name}.{part}"), fault)).ok()
    }
}

#[rocket::async_trait]
impl<'v> FromForm<'v> for TypedDay {
    type Context = Self;

    fn init(_: Options) -> Self {
        <Self as Default>::default()
    }

    fn push_value(typed: &mut Self, field: ValueField<'v>) {
        match field.name.key_lossy().as_str() {
            "" => *typed = Self::of_text(field.value),
            "dag" => field.value.clone_into(&mut typed.dag),
            "maaned" => field.value.clone_into(&mut typed.maaned),
            "aar" => field.value.clone_into(&mut typed.aar),
            _ => return,
        }
        typed.sent = true;
    }

    async fn push_data(_: &mut Self, _: form::DataField<'v, '_>) {}

    fn finalize(typed: Self) -> form::Result<'v, Self> {
        Ok(typed)
    }
}

#[cfg(test)]
mod tests {
    use rocket::form::Form;
    use rocket::http::RawStr;

    use super::*;

    #[derive(FromForm)]
    struct Sent {
        fra: TypedDay,
    }

    fn typed(sent: &str) -> TypedDay {
        Form::<Sent>::parse_encoded(RawStr::new(sent)).unwrap().fra
    }

    fn read(sent: &str) -> Result<Option<Date>, (&'static str, String)> {
        typed(sent).read().map_err(|(part, text)| (part, text.key().to_owned()))
    }

    #[test]
    fn a_day_is_read_from_three_fields_or_from_one() {
        let fourth = Ok(Some(jiff::civil::date(2019, 3, 4)));
        for sent in [
            "fra.dag=4&fra.maaned=3&fra.aar=2019",
            "fra.dag=04&fra.maaned=+03+&fra.aar=2019",
            "fra=2019-03-04",
            "fra=4.3.2019",
        ] {
            assert_eq!(read(sent), fourth, "{sent}");
        }
        for none in ["", "fra=", "fra.dag=&fra.maaned=&fra.aar=+"] {
            assert_eq!(read(none), Ok(None), "{none}");
        }
        assert!(!typed("til=x").was_sent() && typed("fra=").was_sent());
    }

    #[test]
    fn what_is_missing_or_wrong_is_told_of_its_field() {
        for (sent, part, what) in [
            ("fra.dag=&fra.maaned=3&fra.aar=2019", "dag", "day-missing-dag"),
            ("fra.dag=4&fra.maaned=&fra.aar=2019", "maaned", "day-missing-maaned"),
            ("fra.dag=4&fra.maaned=3&fra.aar=", "aar", "day-missing-aar"),
            ("fra.dag=4&fra.maaned=3&fra.aar=19", "aar", "day-wrong-aar"),
            ("fra.dag=4&fra.maaned=13&fra.aar=2019", "maaned", "day-wrong-maaned"),
            ("fra.dag=31&fra.maaned=2&fra.aar=2019", "dag", "day-not-there"),
            ("fra.dag=x&fra.maaned=2&fra.aar=2019", "dag", "day-wrong-dag"),
            ("fra.dag=-4&fra.maaned=2&fra.aar=2019", "dag", "day-wrong-dag"),
            ("fra=i+g%C3%A5r", "dag", "day-wrong-dag"),
        ] {
            assert_eq!(read(sent), Err((part, what.to_owned())), "{sent}");
        }
    }

    #[test]
    fn one_text_is_shown_in_three_fields() {
        assert_eq!(typed("fra=2019-03-04"), typed("fra.dag=4&fra.maaned=3&fra.aar=2019"));
        assert_eq!(typed("fra=i+dag").dag, "i dag");
    }
}
