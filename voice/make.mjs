// Makes the spoken clips anew from words.txt: `node voice/make.mjs`. Needs espeak-ng (https://github.com/espeak-ng/espeak-ng)
// with its Danish and English voices; what it speaks is free of its licence. A clip is 8 kHz mono µ-law without a header.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const HERE = new URL(".", import.meta.url).pathname;
const RATE = 8000;
const VOICES = { da: ["-v", "da", "-s", "125"], en: ["-v", "en-gb", "-s", "130"] };
// What a voice has to see to say the words as they are written.
const SPOKEN = [["NemID", "Nem I D"]];

// The samples of a WAV of 16 bits, and their rate.
function samples(wav) {
  const start = wav.indexOf("data") + 8;
  const sound = wav.subarray(start);
  const values = Array.from({ length: Math.floor(sound.length / 2) }, (_, at) => sound.readInt16LE(2 * at) / 32768);
  return { values, rate: wav.readUInt32LE(24) };
}

// Fewer samples per second, through a low-pass filter (a sinc with a Hann window).
function resampled({ values, rate }) {
  const step = rate / RATE;
  const reach = 24 * step;
  return Array.from({ length: Math.floor(values.length / step) }, (_, to) => {
    const middle = to * step;
    let [sum, weight] = [0, 0];
    for (let at = Math.max(0, Math.ceil(middle - reach)); at <= Math.min(values.length - 1, middle + reach); at += 1) {
      const x = (at - middle) / step;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x * 0.92) / (Math.PI * x * 0.92);
      const part = sinc * (0.5 + 0.5 * Math.cos((Math.PI * (at - middle)) / reach));
      sum += part * values[at];
      weight += part;
    }
    return sum / weight;
  });
}

// Without the silence around it.
function trimmed(values) {
  const loud = (value) => Math.abs(value) > 0.01;
  const first = values.findIndex(loud);
  const last = values.findLastIndex(loud);
  return values.slice(Math.max(0, first - 80), Math.min(values.length, last + 240));
}

// One byte of µ-law (ITU-T G.711).
function muLaw(value) {
  const linear = Math.max(-32635, Math.min(32635, Math.round(value * 32767)));
  const sign = linear < 0 ? 0x80 : 0;
  const biased = Math.abs(linear) + 132;
  const exponent = Math.max(0, Math.floor(Math.log2(biased)) - 7);
  return ~(sign | (exponent << 4) | ((biased >> (exponent + 3)) & 0x0f)) & 0xff;
}

const lines = readFileSync(`${HERE}words.txt`, "utf8").trim().split("\n").map((line) => line.split("\t"));
for (const [index, language] of ["da", "en"].entries()) {
  mkdirSync(`${HERE}${language}`, { recursive: true });
  for (const [name, ...words] of lines) {
    const text = SPOKEN.reduce((said, [written, seen]) => said.replace(written, seen), words[index]);
    const wav = execFileSync("espeak-ng", [...VOICES[language], "--stdout", text]);
    const clip = Buffer.from(trimmed(resampled(samples(wav))).map(muLaw));
    writeFileSync(`${HERE}${language}/${name}.ulaw`, clip);
  }
}
