// Every page in every language, in the light and in the dark: nothing that keeps somebody out.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, signIn, speak, staffSignIn, test } from "./fixtures";
import { CONSOLE_REFUSED, PUBLIC, REFUSED, consoleOf, pagesOf } from "./routes";

test.describe.configure({ mode: "parallel" });

// Each language is looked at with a stay of its own, so that the order of the walks does not matter.
const STAYS = { en: "HB-1002", ru: "HB-1044", uk: "HB-1046", de: "HB-1047", tr: "HB-1050", ar: "HB-1053" };

async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const grave = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  return grave.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
}

// The structure is the same in the dark; only the colours differ.
async function look(page: Page, paths: string[], lang: string) {
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(path);
    expect.soft(await faults(page), `${path} in ${lang}`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect.soft(await faults(page, ["color-contrast"]), `${path} in ${lang}, dark`).toEqual([]);
  }
}

for (const [lang, stay] of Object.entries(STAYS)) {
  test(`the cabinet in ${lang}`, async ({ page, resort, refuses }) => {
    test.setTimeout(900_000);
    refuses(...REFUSED);
    await speak(page, resort, lang);
    await look(page, PUBLIC, lang);
    await speak(page, resort, "en");
    await signIn(page, resort, stay);
    const pages = await pagesOf(page, true);
    await speak(page, resort, lang);
    await look(page, pages, lang);
  });

  test(`the console in ${lang}`, async ({ page, another, resort, refuses }) => {
    test.setTimeout(900_000);
    refuses(...CONSOLE_REFUSED);
    const guest = await another();
    await speak(guest, resort, "en");
    await signIn(guest, resort, stay);
    const pages = await consoleOf(guest, true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await staffSignIn(page, resort, "mona");
    await speak(page, resort, lang);
    await look(page, pages, lang);
  });
}
