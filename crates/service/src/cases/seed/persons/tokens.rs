//! Persons with a token (Rules 1, 3.5.1, D36); one of them has carriers of all four kinds.

use crate::cases::seed::persons::{Person, in_use};

pub(super) const PERSONS: [Person; 2] = [
    Person {
        name: "Gerda Munkholm",
        born: "1963-02-19",
        home: ("Møllevangen 8", "9870", "Fjordby"),
        section: "Rules 3.5.1",
        note: (
            "Bruger sin nøgleviser. Log på med adgangskoden, tryk på nøgleviserens knap her på siden, og skriv de seks cifre. Eller bed hende spærre den.",
            "Uses her code token. Log on with the password, press the button of the token on this page, and type the six digits. Or have her block it.",
        ),
        passwords: &["brombaerris63"],
        play: |scene| {
            let mut life =
                in_use(scene, "2018-03-05 10:00", ("gerda@munkholm.example", ""), "gerda.munkholm")?;
            life.on("2018-09-10 18:00")?;
            let token = life.orders_token()?;
            life.on("2018-09-17 18:00")?;
            life.opens_post()?;
            life.takes_token_into_use(token)?;
            life.on("2019-02-26 20:10")?;
            life.logs_on_by_token(token)
        },
    },
    Person {
        name: "Holger Sivebæk",
        born: "1971-11-24",
        home: ("Teglværksvej 17", "8760", "Engelsted"),
        section: "Rules 3.5.1",
        note: (
            "Har det hele: nøglekort, nøgleviser, nøgleapp (PIN-kode 4711) og nøgler i telefonen. Prøv dem efter hinanden, og spær én af dem.",
            "Has all of it: code card, code token, code app (PIN 4711) and codes by telephone. Try one after the other, and block one of them.",
        ),
        passwords: &["strandskade71"],
        play: |scene| {
            let contact = ("holger@sivebaek.example", "20111412");
            let mut life = in_use(scene, "2018-01-15 10:00", contact, "holger.sivebaek")?;
            life.on("2018-05-07 17:00")?;
            let token = life.orders_token()?;
            life.on("2018-05-14 17:00")?;
            life.opens_post()?;
            life.takes_token_into_use(token)?;
            life.on("2018-08-20 19:00")?;
            let app = life.installs_app(0)?;
            life.passes(2)?;
            life.chooses_pin(app, "4711")?;
            life.on("2018-11-05 12:00")?;
            life.orders_voice_by_telephone("70607080")?;
            life.on("2018-11-12 12:00")?;
            life.opens_post()?;
            life.confirms_voice()?;
            life.on("2019-02-28 16:45")?;
            life.logs_on_by_token(token)
        },
    },
];
