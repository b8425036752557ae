// What a guest's first visit downloads, as it travels (brotli), against the budget of 260 KB; what the console adds;
// and that no chunk a guest loads carries the console.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const BUDGET = 260 * 1024;
const site = process.argv[2] ?? "target/site";
const cabana = process.env.CABANA ?? join(process.env.CARGO_TARGET_DIR ?? "target", "release/cabana");

const folder = mkdtempSync(join(tmpdir(), "cabana-size-"));
const settings = { ...process.env, DATABASE_URL: `sqlite:${folder}/cabana.db`, PORT: "0", LEPTOS_SITE_ROOT: site };
execFileSync(cabana, ["import", "demo"], { env: settings, stdio: "ignore" });
execFileSync(cabana, ["import-arrivals", "demo/arrivals.csv"], { env: settings, stdio: "ignore" });
// A guest of each language: the first visit is Today with one's own name on it, right after the slip was scanned.
const guests = { en: "HB-1002", ru: "HB-1001", ar: "HB-1003" };
const slip = (reference) => /Link: .*(\/s\/\S+)/.exec(execFileSync(cabana, ["slip", reference], { env: settings }).toString())[1];
const server = spawn(cabana, ["serve"], { env: settings, stdio: ["ignore", "pipe", "inherit"] });
let failed = false;
try {
  const base = await new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (part) => {
      said += part;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on("exit", () => reject(new Error("the server stopped")));
  });
  const kb = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
  const visits = [["en", "/"], ["en", "/sign-in"], ...Object.keys(guests).map((language) => [language, "/", slip(guests[language])])];
  for (const [language, path, link] of visits) {
    const headers = { "accept-language": language, accept: "text/html" };
    if (link) headers.cookie = (await fetch(base + link, { redirect: "manual" })).headers.getSetCookie()[0].split(";")[0];
    const html = await (await fetch(base + path, { headers })).text();
    if (!html.includes(`lang="${language}"`)) throw new Error(`${path} does not speak ${language}`);
    const css = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1]);
    const preloads = [...html.matchAll(/<link rel="(?:modulepreload|preload)" href="([^"]+)"/g)].map((match) => match[1]);
    const pictures = [...html.matchAll(/<img[^>]* src="([^"]+)"/g)].map((match) => match[1]);
    const addresses = [...new Set([...css, ...preloads, ...pictures, "/icons.svg"])];
    const rows = [["page", brotliCompressSync(html).length]];
    for (const address of addresses) {
      const answer = await fetch(base + address, { headers: { "accept-encoding": "br" } });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const length = answer.headers.get("content-length");
      const body = Buffer.from(await answer.arrayBuffer());
      rows.push([address, length === null ? brotliCompressSync(body).length : Number(length)]);
    }
    // Fonts are asked for by the sheet; count those of the script this language is written in.
    for (const file of fonts(site, language)) rows.push([file, statSync(join(site, "fonts", file)).size]);
    const sum = rows.reduce((total, [, bytes]) => total + bytes, 0);
    console.log(`\nfirst visit in ${language}, ${path}${link ? " signed in" : ""}: ${kb(sum)} of ${kb(BUDGET)}`);
    for (const [name, bytes] of rows) console.log(`  ${kb(bytes)}  ${name}`);
    if (sum > BUDGET) {
      console.error(`over the budget by ${kb(sum - BUDGET)}`);
      failed = true;
    }
  }
  const pkg = readdirSync(join(site, "pkg")).filter((name) => name.endsWith(".wasm"));
  const later = pkg.map((name) => [name, sent(join(site, "pkg", name))]).sort((a, b) => b[1] - a[1]);
  console.log("\nall code, as it travels:");
  for (const [name, bytes] of later) console.log(`  ${kb(bytes)}  ${name}`);
  const main = pkg.find((name) => /^cabana\./.test(name));
  const text = main && readFileSync(join(site, "pkg", main)).toString("latin1");
  // A door of the console is only ever named by the console's own code.
  for (const secret of ["staff-advance-order", "staff-reprint-slip"]) {
    if (text?.includes(secret)) {
      console.error(`the guest's code names ${secret}: the console has leaked into it`);
      failed = true;
    }
  }
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.on("exit", resolve));
  rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);

function sent(file) {
  return existsSync(`${file}.br`) ? statSync(`${file}.br`).size : brotliCompressSync(readFileSync(file)).length;
}

function fonts(root, language) {
  const script = { en: /latin(?!-ext)/, ru: /cyrillic/, ar: /arab/ }[language];
  const all = existsSync(join(root, "fonts")) ? readdirSync(join(root, "fonts")) : [];
  return all.filter((name) => name.endsWith(".woff2") && (script.test(name) || /-latin\./.test(name)));
}
