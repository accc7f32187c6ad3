// A walk over every page for citizens, their netbanks and the sites, in both languages and at both widths. A page that
// came and that the walk does not know fails the last test.

import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen } from "./people.mjs";
import { assertAllReached } from "./routes.mjs";
import { stage } from "./stage.mjs";

const set = stage();
const BILINGUAL = { bilingual: true };
const windows = [];

const OPEN = [
  "/", "/log-paa", "/aktiver", "/genaabn", "/bestil", "/bestil/kvittering?kort=2019-03-07&pin=2019-03-08", "/spaer",
  "/spaer/kvittering", "/mistet-noeglekort", "/glemt-adgangskode", "/glemt-adgangskode/kvittering", "/regler", "/regler/1",
  "/sikkerhed", "/begreber", "/om-certifikater",
  "/spaerreliste", "/certifikat", "/certifikat?serienummer=10000001", "/valider", "/tilgaengelighed", "/oversigt", "/tjenester",
  "/tjenester/borgerportalen", "/tjenester/forsikringshuset", "/tjenester/fjordbanken", "/tjenester/hedebanken",
  "/tjenester/fjordbanken-erhverv", "/bank",
];
const BEHIND_LOG_ON = [
  "", "/noeglekort", "/noeglekort/spaer", "/adgangskode", "/adgangskode/spaer", "/bruger-id", "/kontakt", "/certifikat",
  "/certifikat/spaer", "/krypteret-post", "/samtykker", "/haendelseslog", "/sessioner", "/regler",
].map((page) => `/selvbetjening${page}`);
const OVER = ["nemid", "nemid-spaerret", "adgangskode", "adgangskode-sendt", "adgangskode-bank", "adgangskode-skranke", "laast", "log-paa"];

/** Somebody who looks at everything in both languages. */
async function walker(name, how) {
  const citizen = await Citizen.named(set, name, { ...BILINGUAL, ...how });
  windows.push(citizen.window);
  return citizen;
}

async function pinLetter(citizen) {
  const post = await citizen.opensPost();
  return post.find((one) => one.kind === "pin_letter").temporary_password;
}

test("the pages for everybody", async () => {
  const window = await newWindow(set, BILINGUAL);
  windows.push(window);
  for (const path of OPEN) await window.visit(path);
  for (const end of OVER) await window.visit(`/selvbetjening/slut/${end}`);
  await window.close();
});

test("from activation to the end of a NemID", async () => {
  const anna = await walker("Anna Bøgh");
  const { window } = anna;
  await anna.activates(await pinLetter(anna), "sommerfugl19");
  await window.visit("/selvbetjening");
  await anna.identifies();
  await anna.usesOtherCard(anna.cards[0].card_number);
  await anna.answersKey();
  for (const path of BEHIND_LOG_ON) await window.visit(path);
  await window.visit("/selvbetjening/haendelseslog");
  await window.visit(await window.page.getByRole("link", { name: "Det var ikke mig", includeHidden: true }).first().getAttribute("href"));
  await window.visit("/selvbetjening/certifikat");
  await window.fill({ Adgangskode: anna.password });
  await window.press("Forny certifikat");
  await window.fill({ Nøgle: await anna.answer() });
  await window.press("Forny certifikat");
  await window.sees("Dit certifikat er fornyet");
  await window.visit("/selvbetjening/afslut");
  await window.press("Fortsæt");
  await window.fill({ Nøgle: await anna.answer() });
  await window.press("Luk NemID");
  await window.sees("Dit NemID er lukket");
  await window.close();
});

test("re-opening with the remembered password", async () => {
  const birgit = await walker("Birgit Carlsen");
  await birgit.reopens(await pinLetter(birgit), { remembered: birgit.password, password: "bogreol7ny" });
  await birgit.window.close();
});

test("activation in a netbank", async () => {
  const regitze = await walker("Regitze Toft");
  const { window } = regitze;
  await regitze.types("/tjenester/fjordbanken/aktiver", await pinLetter(regitze));
  await window.fill({ Adgangskode: "kildevej35", "Gentag adgangskode": "kildevej35" });
  await window.press("Næste");
  await window.choose("Jeg accepterer reglerne");
  await window.press("Næste");
  await regitze.provesWith();
  await window.sees("Dit NemID er aktiveret");
  await window.close();
});

test("public site, private site and netbank", async () => {
  const stine = await walker("Stine Udsen");
  const { window } = stine;
  await stine.logsOn("/tjenester/borgerportalen");
  await window.click("Din årsopgørelse er klar");
  await window.visit("/tjenester/borgerportalen/oplysninger");
  await window.visit("/tjenester/borgerportalen");
  await window.press("Ansøgning om parkeringslicens");
  await window.fill({ Adgangskode: stine.password });
  await window.press("Næste");
  await window.fill({ Nøgle: await stine.answer() });
  await window.press("Underskriv");
  await window.sees("Kvittering");

  await stine.logsOn("/tjenester/forsikringshuset");
  await window.press("Ja, giv samtykke");
  await window.click("Oplysninger fra NemID");

  await window.visit("/tjenester/hedebanken");
  await stine.identifies();
  await window.click("Brug et andet nøglekort");
  await window.fill({ Nøglekortnummer: stine.cards.at(-1).card_number });
  await window.press("Næste");
  await stine.answersKey();
  await window.click("Lønkonto");
  await window.click("Betal");
  await window.click("Oplysninger fra NemID");
  await window.close();
});

test("an encrypted e-mail", async () => {
  const stine = await walker("Stine Udsen");
  const { window } = stine;
  await stine.logsOn();
  await window.visit("/selvbetjening/krypteret-post");
  await window.fill({ "Modtagerens e-mail": "stine@udsen.example", Emne: "Til mig selv", Tekst: "Husk mælk" });
  await window.press("Kryptér og send");
  await window.click("Til mig selv");
  await window.sees("Husk mælk");
  await window.close();
});

test("limited access and the business netbank", async () => {
  const helge = await walker("Helge Juul");
  await helge.window.visit("/tjenester/fjordbanken");
  await helge.identifies();
  await helge.window.sees("Begrænset adgang");
  await helge.window.close();
  const lars = await walker("Lars Nygaard");
  await lars.logsOn("/tjenester/fjordbanken-erhverv");
  await lars.window.sees("Driftskonto");
  await lars.window.close();
});

test("a code token and keys by telephone", async () => {
  const aase = await walker("Åse Kjelstrup");
  await aase.logsOn();
  await aase.window.visit("/selvbetjening/noegler");
  await aase.window.press("Bekræft telefonen");
  await aase.window.close();

  const ida = await walker("Ida Krogh");
  const { window } = ida;
  await ida.logsOn();
  await window.visit("/selvbetjening/noegler");
  await window.press("Bestil nøgleviser");
  await window.visit("/selvbetjening/noegler/spaer");
  await set.site.world.pass({ working_days: 4 });
  const post = await ida.opensPost();
  await window.visit("/selvbetjening/noegler");
  await window.fill({ "Serienummer på nøgleviser": post.find((one) => one.kind === "key_token").serial });
  await window.press("Næste");
  await window.sees("Kode fra nøgleviseren");
  await window.close();
});

test("no page is left out", async () => {
  const staff = /^\/(ra|operatoer|kontrolrum|telefon)(\/|$)|^\/bank\//;
  await assertAllReached(windows, (address) => !staff.test(address));
});
