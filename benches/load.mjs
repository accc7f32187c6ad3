// What visitors do to a running program, for benches/memory.sh and benches/listener.sh:
//
//   node benches/load.mjs log-ons <port> <how many>                at once, each with a user ID that nobody has
//   node benches/load.mjs connections <port> <how many>            opened as fast as they can be, left idle for a moment
//   node benches/load.mjs requests <port> <how many> <address>     on four connections that are kept open

import { Agent, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const [mode, port, many, address] = process.argv.slice(2);

/** Sends a request; gives status, headers and body. */
function ask(options, body = "") {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, ...options }, (answer) => {
      const pieces = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function logOns() {
  const page = await ask({ path: "/log-paa" });
  const token = /name="_token" value="([^"]+)"/.exec(page.body.toString())[1];
  const cookie = (page.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ");
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Cookie: cookie };
  const tries = Array.from({ length: Number(many) }, (_, nth) => {
    const form = new URLSearchParams({ _token: token, user_id: `ukendt${process.pid}x${nth}`, password: "forkert7" });
    return ask({ path: "/log-paa", method: "POST", headers }, form.toString());
  });
  const told = await Promise.all(tries);
  const wrong = told.filter((answer) => answer.status >= 500);
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${many} log-ons got ${wrong[0].status}`);
}

/** Opens connections, 200 at a time, and says how many are open at the end. */
async function connections() {
  const open = new Set();
  for (let begun = 0; begun < many; begun += 200) {
    const some = Array.from({ length: Math.min(200, many - begun) }, () => new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => { open.add(socket); resolve(); });
      socket.on("error", resolve);
      socket.on("close", () => { open.delete(socket); resolve(); });
      socket.resume();
    }));
    await Promise.race([Promise.all(some), sleep(2_000)]);
  }
  await sleep(500);
  console.log(open.size);
  const page = await ask({ path: "/" });
  if (page.status !== 200) throw new Error(`a page got ${page.status} meanwhile`);
  for (const socket of open) socket.destroy();
}

async function requests() {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  let left = Number(many);
  const visitor = async () => {
    while (left-- > 0) {
      const answer = await ask({ path: address, agent });
      if (answer.status !== 200) throw new Error(`${address} got ${answer.status}`);
    }
  };
  await Promise.all([visitor(), visitor(), visitor(), visitor()]);
  agent.destroy();
}

await { "log-ons": logOns, connections, requests }[mode]();
