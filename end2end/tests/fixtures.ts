// A server of its own for each worker, on a fresh copy of the demonstration resort, and people who use it.
import { test as base, expect, type BrowserContextOptions, type Locator, type Page } from "@playwright/test";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

  // No walk can wait for half an hour: every deadline of a booking and of its money comes so many minutes sooner, as if they
  // had gone by. A page that stands open hears nothing of it.
  later(booking: string, minutes: number) {
    const id = number(booking), references = `reference IN (SELECT reference FROM payments WHERE booking_id = ${id})`;
    const sooner = (table: string, columns: string[], which: string) =>
      `UPDATE ${table} SET ${columns.map((column) => `${column} = ${column} - ${minutes * 60}`).join(", ")} WHERE ${which};`;
    this.books(`BEGIN IMMEDIATE;
      ${sooner("bookings", ["hold_until", "paying_from", "created_at"], `id = ${id}`)}
      ${sooner("payments", ["created_at"], `booking_id = ${id}`)}
      ${sooner("refunds", ["due_at", "requested_at"], `booking_id = ${id} AND state = 'requested'`)}
      ${sooner("sandbox_payments", ["late_at"], references)}
      ${sooner("sandbox_calls", ["due_at"], `called_at IS NULL AND ${references}`)}
      COMMIT`);
  }

  // Nor for tomorrow: the session that was booked began so many minutes ago, or a little more, where another of its offer
  // began just then. Answers the day of that.
  began(booking: string, minutes: number): string {
    const id = number(booking);
    const [offer, session, zone] = this.books(`SELECT offer_id, session_id, zone FROM bookings WHERE id = ${id}`).split("|");
    const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    for (let at = Math.floor(Date.now() / 60_000 - minutes) * 60; ; at -= 60) {
      const [day, time] = wall.format(at * 1000).split(" ");
      if (this.books(`SELECT count(*) FROM sessions WHERE offer_id = ${offer} AND day = '${day}' AND wall = '${time}'`) !== "0") continue;
      const moved = `day = '${day}', wall = '${time}', starts_at = ${at}, ends_at = ${at} + ends_at - starts_at`;
      this.books(`BEGIN IMMEDIATE;
        UPDATE bookings SET free_until = free_until + ${at} - starts_at, fee_from = fee_from + ${at} - starts_at, ${moved} WHERE id = ${id};
        UPDATE sessions SET ${moved} WHERE id = ${session};
        COMMIT`);
      return day;
    }
  }

  // Asks the server's database, or changes it.
  private books(sql: string): string {
    return execFileSync("sqlite3", ["-bail", "-cmd", ".timeout 20000", join(this.folder, "cabana.db"), sql]).toString().trim();
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

const number = (path: string) => Number(path.split("/").pop());

// A copy of the demonstration resort with a changed file, for what depends on settings.
export function demoWith(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "cabana-demo-"));
  cpSync(join(root, "demo"), folder, { recursive: true });
  change(folder);
  return folder;
}

// One complaint of a browser's console.
export type Heard = { text: string; url: string; page: string; leaving: boolean; script: boolean };

type Fixtures = {
  // Whether the browser runs JavaScript.
  script: boolean;
  // What the consoles of the browser complained about.
  heard: Heard[];
  // Says that addresses refuse in this walk: what the browser reports then is meant.
  refuses: (...paths: (string | RegExp)[]) => void;
  refused: RegExp[];
  quiet: void;
  // Opens somebody else's browser.
  another: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Fixtures, { resort: Resort }>({
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
  heard: async ({}, use) => use([]),
  refused: async ({}, use) => use([]),
  refuses: async ({ refused }, use) =>
    use((...paths) => refused.push(...paths.map((path) => (path instanceof RegExp ? path : new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`))))),
  // Any error or warning in the console fails the walk: a hydration that does not fit the server's page says so there.
  quiet: [
    async ({ page, heard, refused, script }, use) => {
      watch(page, heard, script);
      await use();
      expect(heard.filter((one) => !expected(one, refused))).toEqual([]);
    },
    { auto: true },
  ],
  another: async ({ browser, heard, script }, use) => {
    const opened: Page[] = [];
    await use(async (options) => {
      const page = await (await browser.newContext(options)).newPage();
      watch(page, heard, options?.javaScriptEnabled ?? script);
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

// The same with a resort of one's own, on changed files.
export function testWith(change: (folder: string) => void) {
  return test.extend<object, { resort: Resort }>({
    resort: [
      async ({}, use) => {
        const folder = demoWith(change);
        const resort = await Resort.open(folder);
        await use(resort);
        await resort.close();
        rmSync(folder, { recursive: true });
      },
      { scope: "worker" },
    ],
  });
}

// Writes down what a page complains about, and what was going on then.
function watch(page: Page, heard: Heard[], script: boolean) {
  // A page is being left from the moment the next one is asked for until shortly after that one stands.
  let leaving = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) leaving = Infinity;
  });
  const stands = () => {
    if (leaving === Infinity) leaving = Date.now() + 1000;
  };
  page.on("load", stands);
  page.on("requestfailed", (request) => {
    if (request.isNavigationRequest()) stands();
  });
  const note = (text: string, url: string) => heard.push({ text, url, page: page.url(), leaving: Date.now() < leaving, script });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) note(`${message.type()}: ${message.text()}`, message.location().url);
  });
  page.on("pageerror", (error) => note(`${error.stack ?? error}`, ""));
}

// What a browser says by itself although all is well.
function expected({ text, url, leaving, script }: Heard, refused: RegExp[]): boolean {
  // A page that is left while the later pages' code is still being fetched ahead breaks that fetch off: an error
  // without any words.
  if (text.trim() === "") return leaving;
  // What is fetched ahead for the scripts is not used where scripts are off, or where the page is left before.
  if (/was preloaded using link preload but not used/.test(text)) return !script || leaving;
  // A refusal is an answer with a 4xx status; the walk says which addresses refuse.
  if (/the server responded with a status of 4\d\d/.test(text)) return refused.some((one) => one.test(new URL(url).pathname));
  return false;
}

// Waits until the browser has taken the page over; without JavaScript there is nothing to wait for.
export async function ready(page: Page, script = true) {
  // The page for no signal brings no code.
  if (script && (await page.locator("script[data-script]").count()) > 0) await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
}

export async function open(page: Page, path: string, script = true) {
  await page.goto(path);
  await ready(page, script);
}

export async function signIn(page: Page, resort: Resort, reference: string, script = true) {
  await open(page, resort.slip(reference).link, script);
}

export async function staffSignIn(page: Page, resort: Resort, login: string, script = true) {
  const { password } = resort.staff(login);
  await open(page, "/staff", script);
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Console" })).toBeVisible();
  await ready(page, script);
}

// The language of this phone, whatever the slip says.
export async function speak(page: Page, resort: Resort, lang: string) {
  await page.context().addCookies([{ name: "lang", value: lang, url: resort.url }]);
}

export function tab(page: Page, name: string) {
  return page.getByRole("navigation", { name: "Main sections" }).getByRole("link", { name, exact: true });
}

// Orders towels to the room, and ends on the order's page.
export async function orderTowels(page: Page) {
  await tab(page, "Order").click();
  await page.getByRole("button", { name: "Add to the basket: Extra towels" }).click();
  await expect(page.getByText("1 in the basket")).toBeVisible();
  await page.locator("a.basket-bar").click();
  await page.getByRole("button", { name: "Place the order" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Order/ })).toBeVisible();
}

// Makes a slip for somebody of the party, on Me. What was saved, and whatever else has happened in the room, draws the list anew, which closes what was open.
export async function letSignIn(row: Locator) {
  const hand = row.getByRole("button", { name: /^(Let them sign in|Make a new sign-in)$/ });
  // Without JavaScript the page comes anew with each form, and everything is folded.
  if (!(await hand.isVisible())) await row.locator("summary").click();
  await hand.click();
}

// From any page to the page of a session tomorrow.
export async function tomorrow(page: Page, title: string) {
  await tab(page, "Book").click();
  await expect(page.getByRole("heading", { level: 1, name: "Book" })).toBeVisible();
  await page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(1).click();
  await expect(page.getByRole("heading", { name: "Tomorrow" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

// The boat leaves at every hour, so that one still leaves today.
export const boatsAllDay = (folder: string) => {
  const file = join(folder, "catalog.toml");
  const text = readFileSync(file, "utf8");
  const hours = Array.from({ length: 24 }, (_, hour) => `  { at = "${String(hour).padStart(2, "0")}:59", capacity = 20 },`).join("\n");
  const often = text
    .replace('  { at = "11:00", capacity = 20 },\n  { days = ["tu", "th", "sa", "su"], at = "15:00", capacity = 20 },', hours)
    .replace(/(key = "glass-boat"[\s\S]*?)notice_minutes = 15/, "$1notice_minutes = 0");
  if (often === text || !often.includes('at = "23:59"')) throw new Error("the boat of the demonstration resort has changed");
  writeFileSync(file, often);
};

// The boat at eleven has one place.
export const smallBoat = (folder: string) => {
  const file = join(folder, "catalog.toml");
  const text = readFileSync(file, "utf8");
  const small = text.replace('{ at = "11:00", capacity = 20 }', '{ at = "11:00", capacity = 1 }');
  if (small === text) throw new Error("the boat at eleven is gone from the demonstration resort");
  writeFileSync(file, small);
};

export { expect };

// What sticks out of the window and cannot be scrolled to where it belongs.
export const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth, out: string[] = [];
    if (document.documentElement.scrollWidth > width) out.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`);
    const holds = (element: Element | null): boolean =>
      !!element && element !== document.documentElement && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || holds(element.parentElement));
    for (const element of document.querySelectorAll("body *")) {
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || (box.left >= -1 && box.right <= width + 1)) continue;
      const style = getComputedStyle(element);
      if (style.visibility === "hidden" || element.closest(".visually-hidden, .skip, svg") || holds(element.parentElement)) continue;
      out.push(`${element.tagName.toLowerCase()}.${element.getAttribute("class")} from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
    }
    return out.slice(0, 5);
  });
