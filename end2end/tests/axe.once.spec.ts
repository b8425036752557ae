// Every page in every language, in the light and in the dark: nothing that keeps somebody out, nothing that sticks out.
import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import type axe from "axe-core";
import { expect, signIn, speak, staffSignIn, sticksOut, test } from "./fixtures";
import { PUBLIC, consoleOf, familyOf, pagesOf } from "./routes";

test.describe.configure({ mode: "parallel" });

// Each look is taken with a stay of its own, so that their order does not matter: for the cabinet, for the console, for
// what only a family has.
const STAYS = {
  en: ["HB-1002", "HB-1009", "HB-1043"],
  ru: ["HB-1044", "HB-1013", "HB-1001"],
  uk: ["HB-1046", "HB-1029", "HB-1018"],
  de: ["HB-1047", "HB-1033", "HB-1004"],
  tr: ["HB-1050", "HB-1038", "HB-1032"],
  ar: ["HB-1053", "HB-1042", "HB-1003"],
};
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Contrast is the slowest to find out, and the same in every language that is written in the same direction.
async function faults(page: Page, contrast: "with" | "without" | "only"): Promise<string[]> {
  const { violations } = await page.evaluate((contrast) => {
    const one = (window as unknown as { axe: typeof axe }).axe;
    const only = contrast === "only" ? { runOnly: { type: "rule" as const, values: ["color-contrast"] } } : {};
    return one.run({ resultTypes: ["violations"], rules: { "color-contrast": { enabled: contrast !== "without" } }, ...only });
  }, contrast);
  const grave = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  return grave.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
}

// The same person's second browser, in which the pages stay as the server drew them: they are the same to the byte
// (a hydration that does not fit fails the other walks), and no code has to start on each of them.
async function still(browser: Browser, signedIn: Page, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, serviceWorkers: "block", storageState: await signedIn.context().storageState() });
  const page = await context.newPage();
  await page.route(/\/pkg\/.*\.(js|wasm)$/, (route) => route.abort());
  await page.addInitScript(AXE);
  return page;
}

// The structure is the same in the dark and at every width.
async function look(page: Page, base: string, paths: string[], lang: string, widths: number[]) {
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(base + path);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      expect.soft(await sticksOut(page), `${path} in ${lang}, ${width} wide`).toEqual([]);
    }
    if (widths.length > 1) await page.setViewportSize({ width: widths[0], height: 844 });
    expect.soft(await faults(page, ["en", "ar"].includes(lang) ? "with" : "without"), `${path} in ${lang}`).toEqual([]);
    if (lang !== "en") continue;
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect.soft(await faults(page, "only"), `${path} in the dark`).toEqual([]);
  }
}

for (const [lang, [stay, other, family]] of Object.entries(STAYS)) {
  test(`the cabinet in ${lang}`, async ({ page, browser, resort }) => {
    test.setTimeout(600_000);
    await speak(page, resort, lang);
    const stranger = await still(browser, page, { width: 390, height: 844 });
    await look(stranger, resort.url, PUBLIC, lang, [390, 1280]);
    await speak(page, resort, "en");
    await signIn(page, resort, stay);
    const pages = await pagesOf(page, true);
    await speak(page, resort, lang);
    const guest = await still(browser, page, { width: 390, height: 844 });
    await look(guest, resort.url, pages, lang, [390, 1280]);
  });

  test(`what a family has in ${lang}`, async ({ page, another, browser, resort, refuses }) => {
    test.setTimeout(600_000);
    refuses("/api/place-order");
    const phone = await another();
    for (const one of [page, phone]) await speak(one, resort, "en");
    await signIn(page, resort, family);
    const { adult, child } = await familyOf(page, phone, true);
    for (const [one, pages] of [[page, adult], [phone, child]] as const) {
      await speak(one, resort, lang);
      const guest = await still(browser, one, { width: 390, height: 844 });
      await look(guest, resort.url, pages, lang, [390, 1280]);
    }
  });

  test(`the console in ${lang}`, async ({ page, another, browser, resort }) => {
    test.setTimeout(600_000);
    const guest = await another();
    await speak(guest, resort, "en");
    await signIn(guest, resort, other);
    const pages = await consoleOf(guest);
    await page.setViewportSize({ width: 1280, height: 800 });
    await staffSignIn(page, resort, "mona");
    await speak(page, resort, lang);
    const desk = await still(browser, page, { width: 1280, height: 800 });
    await look(desk, resort.url, pages, lang, [1280]);
  });
}
