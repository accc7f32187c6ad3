// Visitors for tests/failover.mjs: each does one thing after the other through the proxy, as a browser does, and notes what was
// answered. The description of the browser, which stands with every entry of the log, is the mark of each action.

import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const PROXY = { host: "127.0.0.1", port: 8180 };
const PROGRAM = "http://127.0.0.1:8181";
const CONTROL_ROOM = `Basic ${Buffer.from(":change-me-control-room").toString("base64")}`;

/** How long a visitor waits for an answer, and after one that was none. */
const PATIENCE = 60_000;
const PAUSE = 200;

/** What each page says that is no answer to what was asked. */
const BUSY = "Fejlkode 503";
const IN_DOUBT = "Fejlkode 504";

/** Makes somebody with an active NemID, logged on. */
async function newcomer() {
  const made = await fetch(`${PROGRAM}/api/world/persons`, {
    method: "POST",
    headers: { Authorization: CONTROL_ROOM, "Content-Type": "application/json" },
    body: JSON.stringify({ state: "active", session: true }),
  });
  if (made.status !== 201) throw new Error(`nobody was made: ${made.status} ${await made.text()}`);
  return made.json();
}

class Visitor {
  /** Each has an address of their own, so that the proxy sends them to either program. */
  constructor(person, nth, results) {
    this.person = person;
    this.results = results;
    this.cookies = new Map([[person.cookie.name, person.cookie.value]]);
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
    this.place = { localAddress: `127.0.0.${10 + nth}`, agent: this.agent, timeout: PATIENCE };
  }

  ask(method, path, device, fields) {
    const body = fields ? new URLSearchParams(fields).toString() : "";
    const headers = { "User-Agent": device, Cookie: [...this.cookies].map((pair) => pair.join("=")).join("; ") };
    if (fields) headers["Content-Type"] = "application/x-www-form-urlencoded";
    return new Promise((resolve, reject) => {
      const sent = request({ ...PROXY, ...this.place, method, path, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece) => { text += piece; }).on("error", reject).on("end", () => {
          for (const set of answer.headers["set-cookie"] ?? []) {
            const [name, value] = set.split(";")[0].split(/=(.*)/s);
            this.cookies.set(name, value);
          }
          resolve({ status: answer.statusCode, to: answer.headers.location ?? "", text });
        });
      });
      sent.on("timeout", () => sent.destroy(new Error("no answer")));
      sent.on("error", reject);
      sent.end(body);
    });
  }

  /** The token of the forms of this visitor. */
  async comes(path) {
    const page = await this.ask("GET", path, "failover");
    const token = /name="_token" value="([^"]+)"/.exec(page.text);
    if (page.status !== 200 || !token) throw new Error(`${path} got ${page.status}`);
    this.token = token[1];
  }

  /** Does one thing, and notes under its mark what was answered. */
  async acts(mark) {
    const begun = Date.now();
    const told = await this.ask("POST", this.path, mark, this.fields(mark)).catch((error) => ({ status: 0, to: "", text: error.message }));
    const at = Date.now();
    const is = told.status === 303 && told.to.endsWith(this.onwards) ? "done"
      : told.status === 503 && told.text.includes(BUSY) ? "busy"
      : told.status === 504 && told.text.includes(IN_DOUBT) ? "in doubt"
      : `${told.status} ${told.to} ${told.text.replace(/<[^>]*>|\s+/g, " ").slice(0, 200)}`;
    this.results.push({ mark, is, code: this.code, begun, at });
    if (is !== "done") await sleep(PAUSE);
  }
}

/** Changes an e-mail address again and again. */
class Changes extends Visitor {
  path = "/selvbetjening/kontakt";
  onwards = "/selvbetjening/kontakt?gjort=kontakt";
  code = "contact_changed";

  fields(mark) {
    return { _token: this.token, email: `${mark.replaceAll(" ", ".")}@failover.example`, mobile: "", password: this.person.password };
  }
}

/** Types user ID and password, and leaves the key to others. */
class LogsOn extends Visitor {
  path = "/log-paa";
  onwards = "/log-paa/noegle";
  code = "password_accepted";

  fields() {
    return { _token: this.token, user_id: this.person.user_id ?? this.person.nemid_number, password: this.person.password };
  }
}

/** So many visitors; of four, one logs on and the others change something. */
export async function crowd(many) {
  const results = [];
  const visitors = [];
  for (let nth = 0; nth < many; nth += 1) {
    const Kind = nth % 4 === 3 ? LogsOn : Changes;
    const visitor = new Kind(await newcomer(), nth, results);
    await visitor.comes(visitor.path);
    visitors.push(visitor);
  }
  return new Crowd(visitors, results);
}

class Crowd {
  constructor(visitors, results) {
    this.visitors = visitors;
    this.results = results;
  }

  /** They begin; what `during` does happens meanwhile. Returns all that was answered. */
  async actsDuring(name, during) {
    this.results.length = 0;
    let over = false;
    const act = async (visitor, nth) => {
      for (let action = 0; !over; action += 1) await visitor.acts(`${name} ${nth} ${action}`);
    };
    const acting = Promise.all(this.visitors.map(act));
    try {
      await during(this.results);
    } finally {
      over = true;
    }
    await acting;
    return [...this.results];
  }

  leaves() {
    for (const { agent } of this.visitors) agent.destroy();
  }
}
