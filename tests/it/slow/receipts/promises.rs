//! The promises of receipts: read off their pages, and looked at when their moment comes.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};
use rules::calendar;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use selvbetjening::web::dates;
use selvbetjening::web::language::Language;

use super::life::Life;
use crate::browser::Visit;
use crate::people::Person;

/// Something that a page said would happen.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The last second before it.
    pub at: Timestamp,
    name: String,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    /// A letter comes on this day, and is still on its way the evening before.
    Awaited { id: i64, day: Date },
    /// By the end of this day it has come.
    Come { id: i64, day: Date },
    /// The temporary password in this PIN letter works until then.
    Temporary { number: String, serial: String },
    /// The password is locked until then.
    Lock { number: String },
}

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// The days to come that a page tells, as it writes them: *torsdag den 7. marts*.
fn days_told(text: &str) -> Vec<String> {
    let words: Vec<_> = text.split([' ', ',']).collect();
    let day = |at: &[&str]| {
        let named = at[0].ends_with("dag") && at[1] == "den" && at[2].ends_with('.');
        named.then(|| format!("{} den {} {}", at[0], at[2], at[3].trim_end_matches('.')))
    };
    words.windows(4).filter_map(day).collect()
}

/// The moments that a page tells behind these words: *3. april 2019 kl. 10.00*.
fn moments_told(text: &str, behind: &str) -> Vec<String> {
    let moment = |rest: &str| {
        let words: Vec<_> = rest.trim_start_matches("den ").split(' ').take(5).collect();
        words.join(" ").trim_end_matches(['.', ',']).to_owned()
    };
    text.split(behind).skip(1).map(|rest| moment(rest.trim_start())).collect()
}

fn told(at: Timestamp) -> String {
    dates::moment(Language::Da, at)
}

/// Letters that are on their way to somebody: number and day.
fn awaited(person: &Person<'_>) -> Vec<(i64, Date)> {
    let letters = person.letters();
    let in_transit = letters.iter().filter(|one| one["state"] == "in_transit");
    let day = |one: &serde_json::Value| one["arrives"].as_str().unwrap().parse::<Timestamp>().unwrap();
    in_transit.map(|one| (one["id"].as_i64().unwrap(), calendar::danish_date(day(one)))).collect()
}

/// A letter comes on a day: not before, unless that is today, and not later.
fn letter(life: &Life<'_>, name: &str, id: i64, day: Date) -> Vec<Promise> {
    let (begins, ends) = calendar::span_of(day);
    let promise = |at: Timestamp, what| Promise { at: at - SECOND, name: name.to_owned(), what };
    let awaited = (begins > life.site.now()).then(|| promise(begins, What::Awaited { id, day }));
    awaited.into_iter().chain([promise(ends, What::Come { id, day })]).collect()
}

/// Reads what a page promises somebody about one of their NemIDs. What it tells is compared with what stands.
pub fn read(life: &Life<'_>, page: &Visit<'_, '_>, name: &str, number: Option<&str>) -> Vec<Promise> {
    let (text, person) = (page.text(), life.site.named(name));
    let mut promises = Vec::new();
    let letters = awaited(&person);
    for day in days_told(&text) {
        let comes = |one: &&(i64, Date)| dates::coming_day(Language::Da, one.1) == day;
        let Some((id, day)) = letters.iter().find(comes).copied() else {
            // A card that is overdue was to come on a day that has passed.
            assert!(
                text.contains(&format!("skulle være kommet {day}")),
                "{day} is none of {letters:?}:\n{text}"
            );
            continue;
        };
        promises.extend(letter(life, name, id, day));
    }
    let Some(number) = number else { return promises };
    let mut promise = |at, what| promises.push(Promise { at, name: name.to_owned(), what });
    let nemid = life.nemid(name, number);
    let untils = ["senest den", "virker til den", "netbanken til den"];
    for until in untils.into_iter().flat_map(|behind| moments_told(&text, behind)) {
        let temporary = nemid.live_temporary(life.site.now());
        let temporary = temporary.unwrap_or_else(|| panic!("none works until {until}:\n{text}"));
        assert_eq!(told(temporary.until()), until, "{text}");
        let (number, serial) = (number.to_owned(), temporary.serial.to_string());
        promise(temporary.until(), What::Temporary { number, serial });
    }
    for until in moments_told(&text, "låst til") {
        let ends = nemid.lockout.running(life.site.now()).unwrap_or_else(|| panic!("no lock runs:\n{text}"));
        let moment = DateTime::strptime("%d %m %Y %H.%M", as_numbers(&until)).unwrap();
        let told = moment.to_zoned(calendar::denmark()).unwrap().timestamp();
        assert!(
            told >= ends && told.duration_since(ends) < SignedDuration::from_mins(1),
            "{until} for {ends}"
        );
        promise(ends - SECOND, What::Lock { number: number.to_owned() });
    }
    promises
}

/// The letter that was ordered just now comes three working days after the next one on which post is collected (D15).
pub fn posted_now(life: &Life<'_>, name: &str, kind: &str) -> Vec<Promise> {
    let person = life.site.named(name);
    let day = calendar::arrival(calendar::posting_day(life.site.now()));
    let letters = person.letters();
    let newest = letters.iter().filter(|one| one["kind"] == kind).max_by_key(|one| one["id"].as_i64());
    let id = newest.unwrap_or_else(|| panic!("no {kind} was sent"))["id"].as_i64().unwrap();
    assert!(awaited(&person).contains(&(id, day)), "{kind} {id} comes on {day}: {letters:?}");
    letter(life, name, id, day)
}

/// *4. marts 2019 kl. 17.00* with the month as a number: *4 3 2019 17.00*.
fn as_numbers(moment: &str) -> String {
    let months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let words: Vec<_> = moment.split(' ').collect();
    let month = months.iter().position(|month| words[1].starts_with(month)).unwrap() + 1;
    format!("{} {month} {} {}", words[0].trim_end_matches('.'), words[2], words[4])
}

impl Promise {
    /// Looks whether it is kept; the clock stands at [`Promise::at`].
    pub fn is_kept(&self, life: &mut Life<'_>) {
        match &self.what {
            What::Awaited { id, day } => {
                assert_eq!(self.state_of(life, *id), "in_transit", "letter {id} comes on {day}, not before");
            }
            What::Come { id, day } => {
                assert_ne!(self.state_of(life, *id), "in_transit", "letter {id} comes on {day}");
                life.tally.letters += 1;
            }
            What::Temporary { number, serial } => self.temporary_works(life, number, serial),
            What::Lock { number } => self.lock_ends(life, number),
        }
    }

    fn state_of(&self, life: &Life<'_>, letter: i64) -> String {
        let letters = life.site.named(&self.name).letters();
        letters.iter().find(|one| one["id"] == letter).unwrap()["state"].as_str().unwrap().to_owned()
    }

    /// At the last moment it works where it has to be typed, and a second later it is too old. Something else may have
    /// ended it before.
    fn temporary_works(&self, life: &mut Life<'_>, number: &str, serial: &str) {
        let nemid = life.nemid(&self.name, number);
        let still = |one: &&rules::nemid::TemporaryPassword| one.serial.to_string() == serial;
        let Some(temporary) = nemid.live_temporary(life.site.now()).filter(still) else { return };
        let person = life.site.named(&self.name);
        let Some(digits) = digits_in(&person, serial) else { return };
        let place = match (&temporary.place, temporary.purpose) {
            (TemporaryPlace::Netbank(bank), _) => format!("/tjenester/{}/aktiver", bank.as_str()),
            (TemporaryPlace::Selvbetjening, TemporaryPurpose::Activate) => "/aktiver".to_owned(),
            (TemporaryPlace::Selvbetjening, _) => "/genaabn".to_owned(),
        };
        let page = person.begins(&place, number, &digits);
        assert_ne!(page.path, place, "{}", page.text());
        assert!(page.path.starts_with(&place), "{}: {}", page.path, page.text());
        life.passes(1);
        person.begins(&place, number, &digits).says("mere end 30 dage gammel");
        life.tally.temporaries += 1;
    }

    /// A second before its end the right password is told of it, and at its end let in.
    fn lock_ends(&self, life: &mut Life<'_>, number: &str) {
        let ends = life.nemid(&self.name, number).lockout.running(life.site.now());
        if ends != Some(self.at + SECOND) {
            return;
        }
        let Some(holder) = life.holder(&self.name, number) else { return };
        holder.types_password("/log-paa", &holder.password).says("låst til");
        life.passes(1);
        holder.types_password("/log-paa", &holder.password).never_says("låst til").never_says("forkert");
        life.tally.locks += 1;
    }
}

/// The digits in a PIN letter that somebody has in hand.
pub fn digits_in(person: &Person<'_>, serial: &str) -> Option<String> {
    let letters = person.letters();
    let in_hand = |one: &&serde_json::Value| {
        one["kind"] == "pin_letter" && (one["state"] == "delivered" || one["state"] == "opened")
    };
    letters.iter().filter(in_hand).find_map(|one| {
        let letter = person.site.change_world(&format!("letters/{}/open", one["id"]), "{}");
        let digits = letter["temporary_password"].as_str().filter(|_| letter["serial"] == serial);
        digits.map(str::to_owned)
    })
}
