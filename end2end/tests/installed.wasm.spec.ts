// The cabinet as an app on the home screen: its manifest, its worker, and a walk without signal.
import type { Page } from "@playwright/test";
import { expect, open, signIn, staffSignIn, tab, test, tomorrow } from "./fixtures";

test("the manifest has everything an installation asks for", async ({ page, request }) => {
  await open(page, "/");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const answer = await request.get(address!);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ name: "Halcyon Bay", display: "standalone", scope: "/" });
  expect(manifest.start_url).toMatch(/^\//);
  expect(manifest.short_name.length).toBeGreaterThan(0);
  expect(manifest.theme_color).toMatch(/^#/);
  const sizes = manifest.icons.map((icon: { sizes: string; purpose?: string }) => `${icon.sizes} ${icon.purpose ?? "any"}`);
  expect(sizes).toEqual(expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]));
  expect(manifest.shortcuts.length).toBeGreaterThan(0);
  expect(manifest.screenshots.map((shot: { form_factor: string }) => shot.form_factor)).toEqual(expect.arrayContaining(["narrow", "wide"]));
  for (const file of [...manifest.icons, ...manifest.screenshots]) {
    const picture = await request.get(file.src);
    expect(picture.status(), file.src).toBe(200);
    if (file.type !== "image/png") continue;
    // Width and height stand in the first chunk of a PNG.
    const bytes = await picture.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, file.src).toBe(file.sizes);
  }
  for (const shortcut of manifest.shortcuts) expect((await request.get(shortcut.url)).status(), shortcut.url).toBe(200);
});

test("without signal an opened page stays, and one never opened says so calmly", async ({ page, context, resort, heard }) => {
  await signIn(page, resort, "HB-1002");
  await working(page);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await open(page, "/guide");
  await open(page, "/history");

  await context.setOffline(true);
  await expect(page.getByText("You are offline. This is what was here when you last had signal.")).toBeVisible();
  await page.goto("/guide");
  await expect(page.getByRole("heading", { level: 1, name: "Your guide" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "The day here" })).toBeVisible();
  await tab(page, "Me").click();
  await expect(page.getByText("this page was not opened on this phone before")).toBeVisible();
  await expect(page.getByRole("link", { name: "To the first page" })).toBeVisible();

  await context.setOffline(false);
  await open(page, "/guide");
  await expect(page.getByText(/^You are offline/)).toBeHidden();
  // Without signal the live stream cannot connect, which the browser itself reports.
  const rest = heard.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/.test(one.text));
  heard.splice(0, heard.length, ...rest);
});

// The worker of this page is there and answers for it.
const working = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
const kept = (page: Page) => page.evaluate(async () => (await (await caches.open("pages")).keys()).map((request) => new URL(request.url).pathname));

test("without signal a ticket that was reached by a tap is shown with its code", async ({ page, context, resort, heard }) => {
  await signIn(page, resort, "HB-1048");
  await working(page);
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const ticket = new URL(page.url()).pathname;
  const code = (await page.locator(".ticket-code").first().textContent())!;
  await tab(page, "Me").click();
  await page.getByRole("link", { name: "Bookings and orders" }).click();
  await page.getByRole("main").locator(`a[href='${ticket}']`).first().click();
  await expect(page.locator(".ticket-code").first()).toHaveText(code);
  await expect.poll(() => kept(page), { timeout: 10_000 }).toContain(ticket);

  await context.setOffline(true);
  await page.reload();
  await expect(page.locator(".ticket-code").first()).toHaveText(code);
  await expect(page.locator(".qr svg path").first()).toHaveAttribute("d", /M/);
  await context.setOffline(false);
  const rest = heard.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/.test(one.text));
  heard.splice(0, heard.length, ...rest);
});

test("nothing of the console is kept on a phone", async ({ page, resort }) => {
  // A phone that is a guest's first, so that it has a worker; and one that only ever was the desk's.
  await signIn(page, resort, "HB-1002");
  await working(page);
  await open(page, "/history");
  await staffSignIn(page, resort, "mona");
  for (const path of ["/staff", "/staff/orders", "/staff/stays/1", "/staff/slips/1"]) await open(page, path);
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: /^Stays/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stays" })).toBeVisible();
  await page.waitForTimeout(2000);
  const all = await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
    return paths;
  });
  expect(all).toContain("/history");
  expect(all.filter((path) => /^\/(staff|api|s|live)(\/|$)/.test(path))).toEqual([]);
});

test("nothing is kept on a computer that only ever was the desk's", async ({ page, resort }) => {
  await staffSignIn(page, resort, "mona");
  await open(page, "/staff/stays/1");
  await page.waitForTimeout(2000);
  expect(await kept(page)).toEqual([]);
});

test("signing out clears what the phone kept", async ({ page, resort }) => {
  await signIn(page, resort, "HB-1002");
  await working(page);
  await open(page, "/history");
  await open(page, "/me");
  await expect.poll(() => page.evaluate(async () => (await (await caches.open("pages")).keys()).length)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out. Nothing of yours is left on this phone.")).toBeVisible();
  const left = await page.evaluate(async () => {
    const kept = await (await caches.open("pages")).keys();
    return kept.map((request) => new URL(request.url).pathname).filter((path) => path !== "/sign-in");
  });
  expect(left).toEqual([]);
});
