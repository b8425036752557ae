// Makes the pictures of the README and of the manifest, when PICTURES=1 asks for them: `make pictures`.
import type { Page } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, open, signIn, speak, staffSignIn, test } from "./fixtures";
import { pagesOf } from "./routes";

const root = resolve(__dirname, "../..");
const docs = join(root, "docs/screenshots");
const app = join(root, "public/screenshots");
const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 800 };

test.use({ deviceScaleFactor: 1, colorScheme: "light" });

async function picture(page: Page, path: string, file: string, size = PHONE) {
  await page.setViewportSize(size);
  await open(page, path);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: file, animations: "disabled" });
}

test("pictures", async ({ page, another, resort }) => {
  test.skip(!process.env.PICTURES, "only when asked for");
  test.setTimeout(180_000);
  mkdirSync(docs, { recursive: true });
  mkdirSync(app, { recursive: true });

  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1001");
  const pages = await pagesOf(page, true);
  const ticket = pages.find((path) => /^\/bookings\/\d+$/.test(path))!;
  await picture(page, "/", join(app, "today.png"));
  await picture(page, "/", join(app, "today-wide.png"), WIDE);
  await speak(page, resort, "ru");
  await picture(page, "/", join(docs, "today-ru.png"));
  await picture(page, ticket, join(docs, "ticket-ru.png"));

  // A day with something to book: tomorrow, whatever the hour is now.
  await open(page, "/book");
  const tomorrow = await page.locator(".strip a").nth(1).getAttribute("href");
  await open(page, tomorrow!);
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  expect(await page.getByRole("main").locator("a[href^='/sessions/']").count()).toBeGreaterThan(3);
  await picture(page, tomorrow!, join(docs, "book-ru.png"));

  const arab = await another({ deviceScaleFactor: 1, viewport: PHONE });
  await signIn(arab, resort, "HB-1003");
  await expect(arab.locator("html")).toHaveAttribute("dir", "rtl");
  await picture(arab, "/", join(docs, "today-ar.png"));

  const desk = await another({ deviceScaleFactor: 1, viewport: WIDE, isMobile: false, hasTouch: false });
  await staffSignIn(desk, resort, "mona");
  await picture(desk, "/staff", join(docs, "console.png"), WIDE);
});
