// The console's code never travels to a guest's phone.
import type { Page } from "@playwright/test";
import { expect, open, signIn, staffSignIn, test } from "./fixtures";

const GUEST = ["/", "/book", "/offers", "/offers/glass-boat", "/order", "/order/champagne", "/basket", "/guide", "/around", "/me", "/history", "/bill", "/notices"];

// The files of code that a browser asks for from now on.
function listening(page: Page): Set<string> {
  const files = new Set<string>();
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (path.startsWith("/pkg/") && path.endsWith(".wasm")) files.add(path);
  });
  return files;
}

test("a guest's phone never loads the console", async ({ page, another, resort }) => {
  const mine = listening(page);
  await signIn(page, resort, "HB-1044");
  for (const path of GUEST) {
    await open(page, path);
    await page.waitForLoadState("load");
  }
  expect(mine.size, "the cabinet comes in parts").toBeGreaterThan(1);

  const desk = await another();
  const theirs = listening(desk);
  await staffSignIn(desk, resort, "mona");
  for (const path of ["/staff", "/staff/orders", "/staff/bookings", "/staff/tickets", "/staff/stays", "/staff/stays/new", "/staff/slips", "/staff/log"]) {
    await open(desk, path);
  }
  const shared = [...theirs].filter((file) => mine.has(file));
  expect(theirs.size - shared.length, "the console has parts of its own").toBeGreaterThan(0);
  // What both have is the first file and what the parts share; never a part that is named after the console.
  expect(shared.filter((file) => /console|staff/i.test(file))).toEqual([]);
  expect([...mine].filter((file) => /console|staff/i.test(file))).toEqual([]);
  expect([...theirs].some((file) => /console|staff/i.test(file)), "the console's part is named after it").toBe(true);
});
