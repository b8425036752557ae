// A server of its own for each worker, on a fresh copy of the demonstration resort, and people who use it.
import { test as base, expect, type Page } from "@playwright/test";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cabana = process.env.CABANA ?? "cabana";
const root = resolve(__dirname, "../..");

export class Resort {
  constructor(readonly url: string, private readonly folder: string, private readonly server: ChildProcess) {}

  static async open(demo = join(root, "demo")): Promise<Resort> {
    const folder = mkdtempSync(join(tmpdir(), "cabana-e2e-"));
    const env = {
      ...process.env,
      DATABASE_URL: `sqlite:${folder}/cabana.db`,
      PORT: "0",
      LEPTOS_SITE_ROOT: process.env.SITE ?? join(root, "target/site"),
      SIGN_IN_LIMITS: "1000,10000,10000",
    };
    execFileSync(cabana, ["import", demo], { env, cwd: root });
    execFileSync(cabana, ["import-arrivals", join(demo, "arrivals.csv")], { env, cwd: root });
    const server = spawn(cabana, ["serve"], { env, cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise<string>((done, failed) => {
      let said = "";
      server.stdout!.on("data", (part) => {
        said += part;
        const found = /http:\/\/\S+/.exec(said);
        if (found) done(found[0]);
      });
      server.on("exit", () => failed(new Error("the server stopped")));
    });
    return new Resort(url, folder, server);
  }

  // What is printed on a stay's slip.
  slip(reference: string): { link: string; login: string; password: string } {
    const env = { ...process.env, DATABASE_URL: `sqlite:${this.folder}/cabana.db`, PUBLIC_URL: this.url };
    const text = execFileSync(cabana, ["slip", reference], { env, cwd: root }).toString();
    const field = (name: string) => new RegExp(`${name}:\\s*(.+)`).exec(text)![1].trim();
    return { link: field("Link"), login: field("Login"), password: field("Password") };
  }

  // The desk's login and password, as written on the first import.
  staff(login: string): { login: string; password: string } {
    const line = readFileSync(join(this.folder, "logins.txt"), "utf8").split("\n").find((row) => row.startsWith(`${login}\t`));
    return { login, password: line!.split("\t")[1].trim() };
  }

  async close() {
    this.server.kill("SIGTERM");
    await new Promise((done) => this.server.on("exit", done));
    rmSync(this.folder, { recursive: true });
  }
}

// A copy of the demonstration resort with a changed file, for what depends on settings.
export function demoWith(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "cabana-demo-"));
  cpSync(join(root, "demo"), folder, { recursive: true });
  change(folder);
  return folder;
}

export const test = base.extend<{ script: boolean; quiet: void }, { resort: Resort }>({
  resort: [
    async ({}, use) => {
      const resort = await Resort.open();
      await use(resort);
      await resort.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ resort }, use) => use(resort.url),
  script: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  // Any error or warning in the console fails the walk: a hydration that does not fit the server's page says so there.
  quiet: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) said.push(`${message.type()}: ${message.text()} ${message.location().url}`);
      });
      page.on("pageerror", (error) => said.push(String(error)));
      await use();
      expect(said.filter((line) => !expected(line))).toEqual([]);
    },
    { auto: true },
  ],
});

// A refusal or a page that is not there is an answer with a 4xx status, which Chromium reports as an error by itself.
function expected(line: string): boolean {
  return /Failed to load resource: the server responded with a status of 4\d\d/.test(line);
}

// Waits until the browser has taken the page over; without JavaScript there is nothing to wait for.
export async function ready(page: Page, script = true) {
  if (script) await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
}

export async function signIn(page: Page, resort: Resort, reference: string, script = true) {
  await page.goto(resort.slip(reference).link);
  await ready(page, script);
}

export { expect };
