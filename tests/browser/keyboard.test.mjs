// A whole life of a NemID by keyboard alone, with Tab, Enter and Space: activation, log-on, block of a card. Wherever
// the focus stops it can be seen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Keys } from "./keys.mjs";
import { Citizen } from "./people.mjs";
import { stage } from "./stage.mjs";

const set = stage();

test("a NemID is activated, logged on with, and its card blocked by keyboard alone", async () => {
  const anna = await Citizen.named(set, "Anna Bøgh");
  const post = await anna.opensPost();
  const { window } = anna;
  const keys = new Keys(window);

  await window.visit("/");
  await keys.enters("link", "Aktivér dit nye NemID");
  await keys.types("NemID-nummer", anna.nemid.number);
  await keys.types("Midlertidig adgangskode", post.find((one) => one.kind === "pin_letter").temporary_password);
  await keys.sends();
  await keys.types("Adgangskode", "boegevej14");
  await keys.types("Gentag adgangskode", "boegevej14");
  await keys.sends();
  await keys.types("E-mail", "anna@boegh.example");
  await keys.enters("button", "Næste");
  await keys.ticks("I må slå mit navn og min adresse op i CPR");
  await keys.ticks("I må fortælle PID-tjenesten");
  await keys.ticks("I må hente et tidligere PID-nummer");
  await keys.ticks("Jeg accepterer reglerne for NemID");
  await keys.enters("button", "Næste");
  await keys.types("Nøglekortnummer", anna.cards[0].card_number);
  await keys.sends();
  await keys.types("Nøgle", await anna.answer());
  await keys.enters("button", "Aktivér NemID");
  await window.sees("Dit NemID er aktiveret");

  await keys.enters("link", "Log på");
  await keys.types("Bruger-id", anna.nemid.number);
  await keys.types("Adgangskode", "boegevej14");
  await keys.sends();
  await keys.types("Nøgle", await anna.answer());
  await keys.sends();
  assert.equal(window.path, "/selvbetjening");

  await keys.enters("link", "Se og spær nøglekort");
  await keys.enters("link", "Spær nøglekort");
  await keys.ticks(anna.cards[0].card_number);
  await keys.ticks("Jeg har mistet det");
  await keys.enters("button", "Spær");
  await window.sees("Spærringen er gennemført");
  assert.equal((await anna.listed()).cards[0].state, "blocked");
  await keys.enters("button", "Log af");
  assert.equal(window.path, "/");
  await window.close();
});
