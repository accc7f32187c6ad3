// The bank's counter: a customer with two NemIDs has the agreement moved to the activated public one (Guide 3.1.5), and
// a NemID is issued.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Citizen } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";
import { Clerk } from "./staff.mjs";

const NETBANK = "/tjenester/fjordbanken";

for (const way of WAYS) {
  describe(`at the bank's counter${way.name}`, () => {
    const set = stage();

    test("a clerk moves a bank agreement, and the netbank opens with the other NemID", async () => {
      const carsten = await Citizen.named(set, "Carsten Duus", { ...way, issuer: "public" });
      const old = await Citizen.named(set, "Carsten Duus", { ...way, issuer: "bank" });
      const clerk = await Clerk.of(set, "fjordbanken", way);
      await clerk.finds(carsten.cpr);
      await clerk.window.sees("Fjordbanken", old.nemid.number);
      await clerk.window.click("Overflyt bankaftale");
      await clerk.window.press("Næste");
      await clerk.window.refuses({
        "Kunden giver samtykke til, at Fjordbanken får oplysninger om det NemID": "Spørg kunden om samtykke",
        "NemID-nummer, som aftalen skal flyttes til": "Skriv det NemID-nummer",
      });
      await clerk.window.choose("Kunden giver samtykke");
      await clerk.window.fill({ "NemID-nummer, som aftalen skal flyttes til": carsten.nemid.number });
      await clerk.window.press("Næste");
      await clerk.window.fill({ Adgangskode: "helt forkert 1" });
      await clerk.window.press("Underskriv handlingen");
      await clerk.window.refuses({ Adgangskode: "Adgangskoden er forkert" });
      await clerk.signs();
      await clerk.window.sees("Bankaftalen er overflyttet", "Overflødigt siden");
      await clerk.window.click("Se journalen");
      await clerk.window.sees("Overflyt bankaftale");
      await clerk.window.close();

      await carsten.logsOn(NETBANK);
      await carsten.window.sees("Lønkonto");
      await carsten.window.close();
      await old.window.visit(NETBANK);
      await old.identifies();
      await old.answersKey();
      assert.equal(old.window.status, 403);
      await old.window.sees("ingen aftale om netbank");
      await old.window.close();
    });

    test("a clerk issues a NemID, which is posted and activated in the netbank", async () => {
      const erik = await Citizen.named(set, "Erik Fjeldsted", way);
      const clerk = await Clerk.of(set, "hedebanken", way);
      await clerk.finds(erik.cpr);
      await clerk.window.sees("Personen har intet NemID hos banken");
      await clerk.window.click("Udsted NemID");
      await clerk.window.fill({ "E-mail": "ikke en adresse" });
      await clerk.window.press("Næste");
      await clerk.window.refuses({ "E-mail": "e-mailadresse" });
      await clerk.window.holds({ "E-mail": "ikke en adresse" });
      await clerk.window.fill({ "E-mail": "erik@fjeldsted.example" });
      await clerk.window.press("Næste");
      await clerk.signs();
      await clerk.window.sees("NemID'et er udstedt");
      await clerk.window.close();

      await set.site.world.pass({ working_days: 5 });
      await erik.hasNewNemId();
      const post = await erik.opensPost();
      const { window } = erik;
      await erik.types("/tjenester/hedebanken/aktiver", post.find((one) => one.kind === "pin_letter").temporary_password);
      await window.fill({ Adgangskode: "laerke1982", "Gentag adgangskode": "laerke1982" });
      await window.press("Næste");
      await window.choose("Jeg accepterer reglerne");
      await window.press("Næste");
      await erik.provesWith();
      await window.sees("Dit NemID er aktiveret");
      erik.password = "laerke1982";
      await erik.logsOn("/tjenester/hedebanken");
      await window.sees("Lønkonto");
      await window.close();
    });
  });
}
