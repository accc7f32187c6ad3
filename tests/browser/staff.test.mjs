// The administrator's page of employees (D20): a new officer, another role, the role withdrawn, a locked one re-opened.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { WAYS, stage } from "./stage.mjs";
import { Administrator } from "./staff.mjs";

const set = stage();

for (const way of WAYS) {
  test(`an officer is created and gets another role and none${way.name}`, async () => {
    const { cpr, name } = await set.site.world.personNamed(way.scripts ? "Hanne Iversen" : "Ida Krogh");
    const aksel = await Administrator.atDesk(set, way);
    const { window } = aksel;
    await window.click("Medarbejdere");
    await window.click("Opret medarbejder");
    await window.fill({ "CPR-nummer": "12" });
    await window.press("Næste");
    await window.refuses({ "CPR-nummer": "ti cifre", Stilling: "Skriv stillingen", Rolle: "Vælg en rolle" });
    await window.holds({ "CPR-nummer": "12" });
    await window.fill({ "CPR-nummer": cpr, Stilling: "RA-medarbejder" });
    await window.choose("RA-medarbejder, Borgerservice Fjordby");
    await window.press("Næste");
    await aksel.signs();
    await window.sees("Medarbejderen er oprettet", "Velkomstbrev og nøglekort kommer");
    await window.click("Til medarbejderne");

    await window.click(name);
    await window.fill({ Stilling: "Træner" });
    await window.choose("Superbruger, Borgerservice Fjordby");
    await window.press("Giv rollen");
    await aksel.signs();
    await window.sees("Rollen er givet");
    await window.click("Til medarbejderne");
    await window.sees("Træner");
    await window.click(name);
    await window.press("Fratag rollen");
    await aksel.signs();
    await window.sees("Rollen er frataget");
    await window.close();
  });
}

test("an officer who is locked is sent a temporary password, and nobody re-opens themselves", async () => {
  const jonas = (await set.site.world.officers()).find((one) => one.user_id === "jonas.fjordby");
  const stranger = await newWindow(set);
  await stranger.visit("/ra");
  for (let guess = 0; guess < 5; guess += 1) {
    await stranger.fill({ "Bruger-id": jonas.user_id, Adgangskode: "forkert123" });
    await stranger.press();
  }
  await stranger.close();

  const aksel = await Administrator.atDesk(set);
  const { window } = aksel;
  await window.visit("/ra/medarbejdere");
  await window.sees("Låst i 8 timer");
  await window.click("Jonas Lyng");
  await window.choose("Nulstil ved glemt adgangskode");
  await window.press("Send ny midlertidig adgangskode");
  await aksel.signs();
  await window.sees("En ny midlertidig adgangskode er på vej");
  const [letter] = await set.site.world.letters(jonas.cpr);
  assert.deepEqual([letter.kind, letter.state], ["pin_letter", "in_transit"]);
  await window.click("Til medarbejderne");
  await window.click(aksel.name);
  await window.sees("Det er dig selv");
  assert.equal(await window.page.getByRole("button", { name: "Giv rollen" }).count(), 0);
  await window.close();
});
