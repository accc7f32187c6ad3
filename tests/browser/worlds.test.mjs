// Worlds beside each other: a trainer makes one for each of a class, and each participant opens their own by a link (D43).

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { stage } from "./stage.mjs";

const set = stage();

test("each of a class gets a world of their own by a link that is used once", async () => {
  const trainer = await newWindow(set);
  await trainer.visit("/kontrolrum");
  await trainer.click("Verdener");
  await trainer.fill({ "Holdets navn": "hold", "Hvem er de til?": "Bord 1\nBord 2" });
  const lists = trainer.page.locator("main select[name=class_from]");
  await lists.selectOption({ label: "Den første verden, som den er nu" });
  await trainer.press("Lav verdenerne");
  await trainer.sees("Link til hver verden", "Bord 1", "Bord 2");
  const links = await trainer.page.locator("main td code").allInnerTexts();
  assert.equal(links.length, 2);

  for (const [nth, link] of links.entries()) {
    const world = `/v/hold-${nth + 1}`;
    const participant = await newWindow(set);
    await participant.visit(new URL(link).pathname);
    await participant.sees("Din egen verden", `Denne verden er lavet til Bord ${nth + 1}.`);
    await participant.press("Åbn min verden");
    assert.equal(participant.path, `${world}/kontrolrum`);
    await participant.click("Hanne Iversen");
    await participant.press("Log på som Hanne");
    assert.equal(participant.path, `${world}/selvbetjening`);
    for (const language of ["en", "da"]) await participant.speaks(language);
    assert.equal(participant.path, `${world}/selvbetjening`);
    assert.ok((await participant.page.locator(".banner-now").innerText()).startsWith(`Verdenen hold-${nth + 1}.`));
    await participant.close();

    const late = await newWindow(set);
    await late.visit(new URL(link).pathname);
    await late.sees("Linket er brugt.");
    await late.close();
  }
  await trainer.visit("/kontrolrum/verdener");
  await trainer.sees("Bord 1", "Bord 2");
  await trainer.seesNot("Linket er ikke brugt endnu");
  await trainer.close();
});

test("a world is saved, used and put back by the keyboard alone", async () => {
  const trainer = await newWindow(set);
  await trainer.visit("/kontrolrum/verdener/first");
  const type = async (words, text) => {
    await (await trainer.field(words)).focus();
    await trainer.page.keyboard.type(text);
    await trainer.follow(() => trainer.page.keyboard.press("Enter"));
  };
  await type("Gemmepunktets navn", "foer");
  await trainer.sees("foer");
  const before = (await set.site.world.ask("clock")).now.slice(0, 10);
  await set.site.world.ask("clock", { days: 3 });
  await trainer.page.getByRole("link", { name: "Gå tilbage foer" }).focus();
  await trainer.follow(() => trainer.page.keyboard.press("Enter"));
  await trainer.sees("Vil du gå tilbage til foer?", "Det kan ikke gøres om.");
  await trainer.page.getByRole("button", { name: "Gå tilbage" }).focus();
  await trainer.follow(() => trainer.page.keyboard.press("Enter"));
  assert.equal((await set.site.world.ask("clock")).now.slice(0, 10), before);
  await trainer.close();
});
