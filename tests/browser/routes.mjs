// The routes of the program, as the table of who may open what lists them, so that a walk over all pages misses none.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const TABLE = new URL("../it/security/routes.txt", import.meta.url);

/** What is asked for by GET but is no page, each with the reason. */
const NOT_PAGES = new Map(Object.entries({
  "/_for-langsom": "the answer to a request that took too long",
  "/_forkert-forespoergsel": "the answer to a request that is none",
  "/_fremmed-vaert": "the answer to a request for another host",
  "/_lukket-verden": "the answer to a request for a world that does not open",
  "/_ukendt-verden": "the answer to a request for a world that there is not",
  "/api/_for-langsom": "the answer to a program's request that took too long",
  "/api/_forkert-forespoergsel": "the answer to a program's request that is none",
  "/api/_fremmed-vaert": "the answer to a program's request for another host",
  "/api/_lukket-verden": "the answer to a program's request for a world that does not open",
  "/api/_ukendt-verden": "the answer to a program's request for a world that there is not",
  "/afventer/1": "a stream that says when a request is over",
  "/api/world/clock": "JSON",
  "/api/world/clock/preview": "JSON",
  "/api/world/devices/1/requests": "JSON",
  "/api/world/officers": "JSON",
  "/api/world/offices": "JSON",
  "/api/world/openapi.json": "JSON",
  "/api/world/persons": "JSON",
  "/api/world/persons/1": "JSON",
  "/api/world/persons/1/calls": "JSON",
  "/api/world/persons/1/cards": "JSON",
  "/api/world/persons/1/carriers": "JSON",
  "/api/world/persons/1/devices": "JSON",
  "/api/world/persons/1/letters": "JSON",
  "/api/world/persons/1/messages": "JSON",
  "/api/worlds": "JSON",
  "/api/worlds/1": "JSON",
  "/api/worlds/1/export": "a world as a file",
  "/api/worlds/openapi.json": "JSON",
  "/bank/fjordbanken-erhverv/certifikat/fil/1": "a certificate",
  "/bank/fjordbanken/certifikat/fil/1": "a certificate",
  "/bank/hedebanken/certifikat/fil/1": "a certificate",
  "/cert/1": "a certificate",
  "/crl/1": "a revocation list",
  "/crl/1/1": "a part of one",
  "/health": "a line for a proxy",
  "/kontrolrum/beskeder/1/mail.eml": "an e-mail as a file",
  "/kontrolrum/breve/1/brev.pdf": "PDF",
  "/kontrolrum/kom-ind/1": "a page of other worlds alone, at which worlds.test.mjs looks",
  "/kontrolrum/verdener/1/fil": "a world as a file",
  "/operatoer/certifikat/fil/1": "a certificate",
  "/ra/bestil/velkomstbrev.pdf": "PDF",
  "/ra/certifikat/fil/1": "a certificate",
  "/ra/medarbejdere/velkomstbrev.pdf": "PDF",
  "/ra/vedligehold/midlertidig-adgangskode/velkomstbrev.pdf": "PDF",
  "/ra/vedligehold/noegleviser/velkomstbrev.pdf": "PDF",
  "/ra/vedligehold/spaer-adgangskode/velkomstbrev.pdf": "PDF",
  "/ra/vedligehold/spaer-certifikat/velkomstbrev.pdf": "PDF",
  "/ra/vedligehold/spaer-noeglekort/velkomstbrev.pdf": "PDF",
  "/ra/vedligehold/telefon/velkomstbrev.pdf": "PDF",
  "/ra/vedligehold/udlever-noeglekort/velkomstbrev.pdf": "PDF",
  "/ocsp/1": "an answer about a certificate",
  "/selvbetjening/certifikat/fil/1": "a certificate",
  "/selvbetjening/haendelseslog.csv": "CSV",
  "/selvbetjening/krypteret-post/1/mail.p7m": "an encrypted e-mail",
  "/sprog/1": "chooses a language and leads back; the walk does so on every page",
  "/static/1": "style, script, fonts and pictures",
  "/tjenester/borgerportalen/dokumenter/1/receipt.pdf": "PDF",
  "/tjenester/borgerportalen/dokumenter/1/signed.xml": "XML",
}));

/** The addresses of all pages, with `1` where something is to be filled in. */
export async function pages() {
  const lines = (await readFile(TABLE, "utf8")).split("\n");
  const addresses = lines.map((line) => /^GET (\S+) \|/.exec(line)?.[1]).filter(Boolean);
  assert.ok(addresses.length > 100, "the table of routes is read");
  for (const address of NOT_PAGES.keys()) assert.ok(addresses.includes(address), `there is no ${address} any more`);
  return addresses.filter((address) => !NOT_PAGES.has(address));
}

/** That windows reached every page for which `ours(address)` holds, in both languages. */
export async function assertAllReached(windows, ours) {
  const reached = windows.flatMap((window) => [...window.reached]);
  const missed = (await pages()).filter(ours).flatMap((address) => {
    const like = pattern(address);
    return ["da", "en"].map((language) => [language, address]).filter(([language]) =>
      !reached.some((one) => one.startsWith(`${language} `) && like.test(one.slice(3))));
  });
  assert.deepEqual(missed, [], "pages that the walk does not reach");
}

function pattern(address) {
  const one = (part, before) => (part === "1" || ["bank", "tjenester"].includes(before) ? "[^/]+" : part.replaceAll(".", "\\."));
  const parts = address.split("/").map((part, nth, all) => one(part, all[nth - 1]));
  return new RegExp(`^${parts.join("/")}$`);
}
