// Keys by telephone (Rules 3.9): one window is the computer on which the key is typed, the other the telephone that rings.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";

const set = stage();
const DIGITS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"];

async function villads() {
  const persons = await set.site.world.persons();
  return persons.find((one) => one.name === "Villads Hjort").cpr;
}

for (const way of WAYS) {
  test(`a telephone rings, is taken, and its key logs on${way.name}`, async () => {
    const cpr = await villads();
    const citizen = await Citizen.of(set, cpr, way);
    const computer = citizen.window;
    const telephone = await newWindow(set, way);
    await computer.visit("/selvbetjening");
    await citizen.identifies();
    await computer.sees("når du trykker på »Ring mig op«");
    assert.equal(await computer.page.locator("main input[name=key]").count(), 0, "nothing to type yet");
    await computer.press("Ring mig op");
    await computer.sees("Telefonen ringer i et minut");
    const field = await computer.field("Nøgle");
    const told = await field.getAttribute("aria-describedby");
    assert.ok(told.includes("key-question"), "the field reads what to do");

    await telephone.visit(`/kontrolrum/personer/${cpr}`);
    await telephone.press("Tag telefonen");
    await telephone.sees("Goddag. Her er din nøgle til NemID.", "Jeg gentager.");
    const said = (await telephone.page.locator(".call-said p").allInnerTexts())[1];
    const key = said.replace(".", "").split(", ").map((word) => DIGITS.indexOf(word)).join("");
    assert.match(key, /^\d{6}$/);
    if (way.scripts !== false) {
      const seconds = await telephone.page.locator("audio").evaluate(async (audio) => {
        if (audio.readyState < 1) await new Promise((heard, fails) => Object.assign(audio, { onloadedmetadata: heard, onerror: fails }));
        return audio.duration;
      });
      assert.ok(seconds > 12 && seconds < 30, `${seconds} seconds`);
    }
    await computer.fill({ Nøgle: key });
    await computer.page.keyboard.press("Tab");
    await computer.press("Log på");
    assert.ok(computer.path.startsWith("/selvbetjening"), computer.path);
    await computer.visit("/selvbetjening/noegler");
    await computer.fill({ "Nyt telefonnummer": "70 00 00 19" });
    await computer.press("Næste");
    await computer.sees("Fremover ringer vi til +45 70 00 00 19");
    await computer.close();
    await telephone.close();
  });
}
