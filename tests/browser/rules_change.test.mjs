// The rules change (Rules 3.10): the operator publishes, everybody reads the coming version three months ahead, and
// accepts it when it is in force. What security asks for is in force at once.

import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen } from "./people.mjs";
import { stage } from "./stage.mjs";
import { Operator } from "./staff.mjs";

const set = stage();

const DANISH = "Hvad er ændret, på dansk";
const ENGLISH = "Hvad er ændret, på engelsk";

async function publishes(olga, danish, when) {
  const { window } = olga;
  await window.visit("/operatoer/regler");
  await window.fill({ [DANISH]: danish, [ENGLISH]: "Something is new." });
  await window.choose(when);
  await window.fill({ Adgangskode: olga.password });
  await window.press("Underskriv og offentliggør");
  await window.sees(danish);
}

test("a change is announced, read three months ahead, and accepted when it is in force", async () => {
  const olga = await Operator.atDesk(set);
  await olga.window.click("Versioner af reglerne");
  await olga.window.fill({ [DANISH]: "Nyt.", Adgangskode: "helt forkert 1" });
  await olga.window.press("Underskriv og offentliggør");
  await olga.window.refuses({ [ENGLISH]: "både dansk og engelsk", "Hvornår gælder den?": "Vælg, hvornår" });
  await olga.window.holds({ [DANISH]: "Nyt.", Adgangskode: "" });
  await publishes(olga, "Kort med færre nøgler.", "Gælder om tre måneder");
  await olga.window.close();

  const stine = await Citizen.named(set, "Stine Udsen");
  const { window } = stine;
  await window.visit("/regler");
  await window.sees("Reglerne ændres", "Version 3 er offentliggjort og gælder fra 4. juni 2019", "Kort med færre nøgler.");
  await window.speaks("en");
  await window.sees("Something is new.");
  await window.speaks("da");
  await stine.logsOn();
  await window.seesNot("Reglerne for NemID er ændret");
  await window.visit("/selvbetjening/regler");
  await window.sees("Du accepterede version 2", "Kort med færre nøgler.");

  const world = await newWindow(set);
  await world.visit("/kontrolrum/ur");
  for (let month = 0; month < 3; month += 1) {
    await world.press("31 dage");
    await world.press("Stil uret frem");
  }
  await world.close();

  await window.visit("/selvbetjening");
  await window.sees("Reglerne for NemID er ændret");
  await window.click("Læs og acceptér");
  await window.press("Acceptér version 3");
  await window.sees("Du har accepteret reglerne", "Du accepterede version 3");
  await window.close();
});

test("a change for security is in force at once, without JavaScript too", async () => {
  const way = { scripts: false };
  const olga = await Operator.atDesk(set, way);
  await publishes(olga, "Nøglekort må ikke fotograferes.", "Gælder med det samme");
  await olga.window.click("Journal");
  await olga.window.sees("Ny version af reglerne af hensyn til sikkerheden");
  await olga.window.close();

  const stine = await Citizen.named(set, "Stine Udsen", way);
  await stine.logsOn();
  await stine.window.click("Læs og acceptér");
  await stine.window.sees("Nøglekort må ikke fotograferes.");
  await stine.window.press(/^Acceptér version/);
  await stine.window.sees("Du har accepteret reglerne");
  await stine.window.seesNot("Acceptér version");
  await stine.window.close();
});
