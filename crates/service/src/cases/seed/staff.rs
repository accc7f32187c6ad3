//! The employees of this world: officers, the trainer, the administrator, bank clerks and the operator. Each
//! has an employee NemID with a role (D20).

use crate::cases::seed::scene::{Person, Played, World, nothing};
use crate::store::staff::Grant;
use rules::nemid::Issuer;
use rules::places::{
    BORGERSERVICE, FJORDBANKEN, FJORDBANKEN_ERHVERV, HEDEBANKEN, OPERATOR, Place, SKATTECENTER,
};
use rules::staff::Role;

/// The heading for employees in the control room, after everybody with a problem.
const SECTION: &str = "Staff";

const NOTE: (&str, &str) = (
    "Arbejder i simulatoren med sit medarbejder-NemID. Skranken kan ikke finde det, og ingen kan betjene sig selv.",
    "Works in the simulator with an employee NemID. The counter cannot find it, and nobody can serve themselves.",
);

/// An employee.
struct Employee {
    person: Person<'static>,
    user_id: &'static str,
    title: &'static str,
    place: Place,
    role: fn(Place) -> Role,
}

/// Somebody who works here, with the words of the list below.
const fn employee(
    who: Named,
    home: (&'static str, &'static str, &'static str),
    log_on: LogsOn,
    work: Work,
) -> Employee {
    let Named(name, born) = who;
    let LogsOn(user_id, passwords) = log_on;
    let Work(title, place, role) = work;
    let person = Person { name, born, home, section: SECTION, note: NOTE, passwords, play: nothing };
    Employee { person, user_id, title, place, role }
}

/// Name and birth date.
struct Named(&'static str, &'static str);

/// User id and passwords.
struct LogsOn(&'static str, &'static [&'static str]);

/// Title, place of work and role there.
struct Work(&'static str, Place, fn(Place) -> Role);

fn officer(place: Place) -> Role {
    Role::Officer { office: place.word() }
}

fn super_user(place: Place) -> Role {
    Role::SuperUser { office: place.word() }
}

fn administrator(_: Place) -> Role {
    Role::Administrator
}

fn clerk(place: Place) -> Role {
    Role::BankClerk { bank: place.word() }
}

fn operator(_: Place) -> Role {
    Role::Operator
}

const EMPLOYEES: [Employee; 10] = [
    employee(
        Named("Maren Bak", "1971-08-19"),
        ("Havnegade 3", "9870", "Fjordby"),
        LogsOn("maren.fjordby", &["havudsigt71"]),
        Work("RA-medarbejder", BORGERSERVICE, officer),
    ),
    employee(
        Named("Jonas Lyng", "1984-02-07"),
        ("Torvet 12, 1. th.", "9870", "Fjordby"),
        LogsOn("jonas.fjordby", &["cykelhjelm84"]),
        Work("RA-medarbejder", BORGERSERVICE, officer),
    ),
    employee(
        Named("Sanne Riis", "1979-11-30"),
        ("Møllevej 8", "8760", "Engelsted"),
        LogsOn("sanne.engelsted", &["rabarber79"]),
        Work("RA-medarbejder", SKATTECENTER, officer),
    ),
    employee(
        Named("Torben Kvist", "1966-05-14"),
        ("Skovbrynet 21", "8760", "Engelsted"),
        LogsOn("torben.engelsted", &["granskov66"]),
        Work("RA-medarbejder", SKATTECENTER, officer),
    ),
    employee(
        Named("Ulrikke Damgaard", "1975-01-26"),
        ("Præstevænget 5", "9870", "Fjordby"),
        LogsOn("ulrikke.super", &["laerkesang75"]),
        Work("Superbruger", BORGERSERVICE, super_user),
    ),
    employee(
        Named("Aksel Brandt", "1963-09-02"),
        ("Slotsgade 40", "8760", "Engelsted"),
        LogsOn("aksel.admin", &["papirklip63"]),
        Work("RA-administrator", BORGERSERVICE, administrator),
    ),
    employee(
        Named("Nana Fogh", "1988-06-21"),
        ("Strandvejen 77", "9870", "Fjordby"),
        LogsOn("nana.fjordbanken", &["sparegris88"]),
        Work("Bankmedarbejder", FJORDBANKEN, clerk),
    ),
    employee(
        Named("Henrik Lau", "1970-12-11"),
        ("Enghavevej 16", "8760", "Engelsted"),
        LogsOn("henrik.hedebanken", &["hedelyng70"]),
        Work("Bankmedarbejder", HEDEBANKEN, clerk),
    ),
    employee(
        Named("Lise Kragh", "1977-10-12"),
        ("Kajen 9", "9870", "Fjordby"),
        LogsOn("lise.erhverv", &["regnskab77"]),
        Work("Bankmedarbejder", FJORDBANKEN_ERHVERV, clerk),
    ),
    employee(
        Named("Olga Stenbæk", "1981-04-03"),
        ("Fyrvej 2", "9870", "Fjordby"),
        LogsOn("olga.drift", &["kabelbakke81"]),
        Work("Operatør", OPERATOR, operator),
    ),
];

/// The passwords that the employees choose.
pub(super) fn passwords() -> impl Iterator<Item = &'static str> {
    EMPLOYEES.iter().flat_map(|employee| employee.person.passwords.iter().copied())
}

/// Gives each employee an employee NemID, activates it and grants the role.
pub(super) fn hire(world: &mut World<'_>) -> Played {
    let mut serving = Vec::new();
    for employee in &EMPLOYEES {
        let role = (employee.role)(employee.place);
        let number = {
            let scene = world.enters(&employee.person)?;
            let issuer = Issuer::Employer(employee.place.word());
            let mut life = scene.gets_from(issuer, "2018-08-13 09:00", ("", ""))?;
            life.on("2018-08-20 12:00")?;
            life.opens_post()?;
            life.activates(employee.user_id)?;
            life.on("2019-03-01 08:05")?;
            life.logs_on(&role.log_on())?;
            life.nemid.number
        };
        world.act.tx.save_grant(&Grant {
            nemid: number,
            title: employee.title.into(),
            role: role.clone(),
        })?;
        if matches!(role, Role::Officer { .. }) {
            serving.push((employee.place, number));
        }
    }
    for (office, number) in serving {
        world.serves(office, number);
    }
    Ok(())
}
