// Every page in Arabic, from right to left, and in the languages with the longest words: nothing sticks out sideways.
import type { Page } from "@playwright/test";
import { expect, open, signIn, speak, staffSignIn, test } from "./fixtures";
import { CONSOLE_REFUSED, PUBLIC, REFUSED, consoleOf, pagesOf } from "./routes";

// What sticks out of the window and cannot be scrolled to where it belongs.
const sticksOut = (page: Page) =>
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

async function look(page: Page, paths: string[], lang: string, script: boolean) {
  for (const path of paths) {
    await open(page, path, script);
    await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    expect.soft(await sticksOut(page), `${path} in ${lang}`).toEqual([]);
  }
}

test("every page of a guest fits", async ({ page, resort, script }) => {
  test.setTimeout(240_000);
  await signIn(page, resort, "HB-1043", script);
  const pages = await pagesOf(page, script);
  for (const lang of ["ar", "de", "ru"]) {
    await speak(page, resort, lang);
    await look(page, pages, lang, script);
  }
});

test("every page fits before signing in", async ({ page, resort, script, refuses }) => {
  test.setTimeout(120_000);
  refuses(...REFUSED);
  for (const lang of ["ar", "de", "ru"]) {
    await speak(page, resort, lang);
    await look(page, PUBLIC, lang, script);
  }
});

test("the console fits", async ({ page, another, resort, script, viewport, refuses }) => {
  test.skip(viewport!.width < 900, "the console is made for a desk; its tables scroll on a phone");
  test.setTimeout(120_000);
  refuses(...CONSOLE_REFUSED);
  const guest = await another();
  await signIn(guest, resort, "HB-1047", script);
  const pages = await consoleOf(guest);
  await staffSignIn(page, resort, "mona", script);
  for (const lang of ["ar", "de"]) {
    await speak(page, resort, lang);
    await look(page, pages, lang, script);
  }
});
