// The app (nøgleapp) with two windows: the computer that asks and the telephone that answers, with and without scripts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";

const set = stage();
const IN_THE_HAND = { width: 390, height: 844 };

/** A window with one of a citizen's telephones. */
async function telephone(citizen, way, nth = 0) {
  const devices = await set.site.world.ask(`persons/${citizen.cpr}/devices`);
  const { id } = devices.filter((one) => one.kind === "telephone")[nth];
  const window = await newWindow(set, { ...way, size: IN_THE_HAND });
  return Object.assign(window, { at: `/telefon/${id}` });
}

/** The citizen at the computer, whose app is asked. */
async function asks(way) {
  const asta = await Citizen.named(set, "Asta Kronborg", way);
  await asta.window.visit("/log-paa");
  await asta.identifies();
  await asta.window.sees("Der er sendt en anmodning til din nøgleapp");
  return asta;
}

/** The page at the computer has gone on: by itself with scripts, by its button without. */
async function goesOn({ window }, way) {
  if (!way.scripts) return window.press("Jeg har godkendt");
  await window.page.waitForURL((url) => url.pathname.startsWith("/selvbetjening"));
}

for (const way of WAYS) {
  test(`an approval on the telephone lets the computer go on${way.name}`, async () => {
    const asta = await asks(way);
    const phone = await telephone(asta, way);
    await phone.visit(phone.at);
    await phone.sees("Godkend: pålogning på Selvbetjening");
    await phone.fill({ "PIN-kode": "1111" });
    await phone.press("Godkend");
    await phone.refuses({ "PIN-kode": "PIN-koden er forkert" });
    await phone.fill({ "PIN-kode": "2580" });
    await phone.press("Godkend");
    await phone.sees("Godkendt", "Ingen anmodninger");
    await goesOn(asta, way);
    assert.ok(asta.window.path.startsWith("/selvbetjening"), asta.window.path);
    await phone.close();
    await asta.window.close();
  });

  test(`a refusal on the telephone is told at the computer${way.name}`, async () => {
    const asta = await asks(way);
    const phone = await telephone(asta, way);
    await phone.visit(phone.at);
    await phone.press("Afvis");
    await phone.sees("Afvist");
    if (way.scripts) await asta.window.page.getByText("Du afviste anmodningen").first().waitFor();
    else await asta.window.press("Jeg har godkendt");
    await asta.window.sees("Du afviste anmodningen i din nøgleapp");
    await phone.close();
    await asta.window.close();
  });

  test(`it is installed and taken into use on the telephone${way.name}`, async () => {
    const citizen = await Citizen.named(set, way.scripts ? "Ida Krogh" : "Jens Lindholm", way);
    const phone = await telephone(citizen, way);
    citizen.window = phone;
    await phone.visit(`/kontrolrum/personer/${citizen.cpr}`);
    await phone.click("Se telefonen");
    await phone.click("Installér nøgleapp");
    await phone.fill({ "Bruger-id": citizen.userId, Adgangskode: citizen.password });
    await phone.press("Acceptér og fortsæt");
    await phone.fill({ Nøgle: await citizen.answer() });
    await phone.press("Installér");
    await phone.sees("Nøgleapp ikke klar til brug");
    await set.site.world.pass({ hours: 1 });
    await phone.visit(phone.at);
    await phone.fill({ Adgangskode: citizen.password, "Ny PIN-kode": "8642", "Ny PIN-kode igen": "8642" });
    await phone.press("Tag i brug");
    await phone.sees("Nøgleappen er klar til brug");
    await phone.close();
  });
}

test("the telephone is answered by the keyboard alone", async () => {
  const asta = await asks({});
  const phone = await telephone(asta, {});
  await phone.visit(phone.at);
  assert.equal(await phone.page.evaluate(() => document.activeElement?.id), "pin", "the PIN is where one types first");
  await phone.page.keyboard.type("2580");
  await phone.follow(() => phone.page.keyboard.press("Enter"));
  await phone.sees("Godkendt");
  await asta.window.page.waitForURL((url) => url.pathname.startsWith("/selvbetjening"));
  await phone.close();
  await asta.window.close();
});
