// The control room, clicked through by a person: the clock, the hotline, a letter box, the register, the shelves.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen, anybody } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";
import { Officer } from "./staff.mjs";

const set = stage();

for (const way of WAYS) {
  test(`the clock moves forward by buttons, by steps and to a day, and never back${way.name}`, async () => {
    const window = await newWindow(set, way);
    const now = async () => new Date((await set.site.world.clock()).now);
    const before = await now();
    await window.visit("/kontrolrum");
    await window.press("8 timer");
    assert.ok((await now()) - before >= 8 * 3_600_000);
    assert.equal(window.path, "/kontrolrum");
    await window.click("Flere måder at stille uret");
    await window.fill({ Antal: "mange" });
    await window.press("Stil uret frem");
    await window.refuses({ Antal: "Skriv et helt tal" });
    await window.holds({ Antal: "mange" });
    await window.fill({ Antal: "2", Enhed: { option: "Hverdage" } });
    await window.press("Stil uret frem");
    assert.equal(window.status, 200);
    await window.fillDay("Dato", "2019-01-01");
    await window.fill({ Klokkeslæt: "09:00" });
    await window.press("Stil uret til tidspunktet");
    await window.refuses({ Dato: "Uret kan kun stilles frem" });
    const day = new Date((await now()).getTime() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
    await window.fillDay("Dato", day);
    await window.fill({ Klokkeslæt: "12:30" });
    await window.press("Stil uret til tidspunktet");
    assert.equal((await now()).toISOString().slice(0, 10), day);
    await window.sees("kl. 12.30");
    await window.close();
  });

  test(`the hotline blocks for whoever names what it asks for${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const { window } = citizen;
    await window.visit("/kontrolrum");
    await window.click("Hotline");
    await window.press("Ring og spær");
    await window.refuses({
      "Hvad skal spærres, og hvorfor?": "Vælg, hvad der skal spærres",
      Navn: "Skriv dit navn",
      "CPR-nummer": "Skriv enten CPR-nummer",
    });
    await window.choose("Nøglekort: Andre kan have set nøglerne");
    await window.fill({ Navn: citizen.name, Nøglekortnummer: citizen.nemid.cards[0].number });
    await window.press("Ring og spær");
    await window.sees("Hotlinen har noteret det");
    const { cards } = await citizen.listed();
    assert.equal(cards[0].state, "blocked");
    await window.close();
  });

  test(`a letter is opened, read and used where a person finds it${way.name}`, async () => {
    const anna = await Citizen.named(set, way.scripts ? "Anna Bøgh" : "Bent Dalgaard", way);
    const { window } = anna;
    await window.visit("/kontrolrum");
    await window.click(anna.name);
    await window.press("Åbn velkomstbrev");
    await window.sees("Velkommen til NemID", anna.nemid.number);
    await window.click(anna.name);
    await window.press("Åbn nøglekort");
    await window.sees("Dit første nøglekort");
    assert.equal(await window.page.locator(".key-card tbody tr").count(), 148);
    await window.click(anna.name);
    await window.press("Åbn PIN-brev");
    await window.sees("Midlertidig adgangskode til dit nye NemID", /\d{6}/);
    await window.click(anna.name);
    await window.click("Se kortet");
    await window.sees(anna.nemid.cards[0].number);
    await window.close();
  });

  test(`a signed e-mail says that it is, and is there as a file${way.name}`, async () => {
    const { cpr } = await set.site.world.personNamed("Uffe Wind");
    const window = await newWindow(set, way);
    await window.visit(`/kontrolrum/personer/${cpr}`);
    await window.page.locator("main summary", { hasText: "Signeret e-mail" }).click();
    await window.sees("Simulatoren har selv udstedt certifikatet");
    await window.looksOver();
    const coming = window.page.waitForEvent("download");
    await window.page.getByRole("link", { name: "Hent e-mailen med signatur (.eml)" }).click();
    const file = await coming;
    assert.match(file.suggestedFilename(), /^mail-\d+\.eml$/);
    const mail = await readFile(await file.path(), "utf8");
    assert.match(mail, /^To: uffe@wind\.example\r$/m);
    assert.match(mail, /^Content-Type: multipart\/signed;/m);
    await window.close();
  });

  test(`the register knows a new name, a new address and a death${way.name}`, async () => {
    const { cpr } = await set.site.world.personNamed(way.scripts ? "Hanne Iversen" : "Finn Gram");
    const window = await newWindow(set, way);
    await window.visit(`/kontrolrum/personer/${cpr}`);
    await window.fill({ Navn: "" });
    await window.press("Skift navn");
    await window.refuses({ Navn: "Skriv navnet" });
    await window.speaks("en");
    assert.equal(window.path, `/kontrolrum/personer/${cpr}`, "the form was sent to an address that has no page");
    await window.speaks("da");
    await window.fill({ Navn: "Hanne Lund" });
    await window.press("Skift navn");
    await window.sees("Hanne Lund");
    await window.fill({ "Vej og nummer": "Nygade 4", Postnummer: "98", By: "Fjordby" });
    await window.press("Flyt");
    await window.refuses({ Postnummer: "fire cifre" });
    await window.holds({ "Vej og nummer": "Nygade 4", Postnummer: "98", By: "Fjordby" });
    await window.fill({ Postnummer: "9870" });
    await window.press("Flyt");
    await window.sees("Nygade 4");
    await window.click("Registrér dødsfald");
    await window.press("Registrér dødsfald");
    await window.sees("Død");
    const [nemid] = (await set.site.world.person(cpr)).nemids;
    assert.equal(nemid.state, "blocked");
    await window.close();
  });
}

test("what was handed out at the counter is opened at the office's shelf", async () => {
  const citizen = await anybody(set);
  const officer = await Officer.atCounter(set);
  const card = await officer.takesFromShelf("cards");
  await officer.serves("vedligehold/udlever-noeglekort", citizen);
  await officer.window.fill({ Nøglekortnummer: card });
  await officer.window.press("Næste");
  await officer.signs();
  await officer.window.close();
  const { window } = citizen;
  await window.visit("/kontrolrum/kontorer");
  await window.press(`Åbn ${card}`);
  await window.sees(`Nøglekort ${card}`);
  assert.equal(await window.page.locator(".key-card tbody tr").count(), 148);
  await window.close();
});
