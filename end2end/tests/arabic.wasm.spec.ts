// Every page in Arabic, from right to left, alive: its code starts without a complaint and nothing sticks out sideways. Every
// language and both sizes are looked at as the server draws them, in axe.once.spec.ts.
import type { Page } from "@playwright/test";
import { expect, open, signIn, speak, staffSignIn, sticksOut, test } from "./fixtures";
import { CONSOLE_REFUSED, PUBLIC, REFUSED, consoleOf, pagesOf } from "./routes";

async function look(page: Page, paths: string[]) {
  for (const path of paths) {
    await open(page, path);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.locator("html")).toHaveAttribute("lang", "ar");
    expect.soft(await sticksOut(page), path).toEqual([]);
  }
}

test("every page of a guest", async ({ page, resort, viewport, refuses }) => {
  test.skip(viewport!.width > 900, "almost everybody has a phone");
  test.setTimeout(240_000);
  refuses(...REFUSED);
  await speak(page, resort, "ar");
  await look(page, PUBLIC);
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1043");
  const pages = await pagesOf(page, true);
  await speak(page, resort, "ar");
  await look(page, pages);
});

test("the console", async ({ page, another, resort, viewport, refuses }) => {
  test.skip(viewport!.width < 900, "the console is made for a desk; its tables scroll on a phone");
  test.setTimeout(120_000);
  refuses(...CONSOLE_REFUSED);
  const guest = await another();
  await signIn(guest, resort, "HB-1047");
  const pages = await consoleOf(guest);
  await staffSignIn(page, resort, "mona");
  await speak(page, resort, "ar");
  await look(page, pages);
});
