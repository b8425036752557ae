// What somebody has open stays open, with what they typed, when something changes elsewhere.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, open, ready, signIn, speak, staffSignIn, tab, testWith, tomorrow, type Resort } from "./fixtures";

const test = testWith((folder: string) => {
  const file = join(folder, "resort.toml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^pay = .*\n/m, "").replace(/^card = .*$/m, 'card = "sandbox"\npay = ["room", "card", "invoice", "desk"]'));
});

// Less than a second by itself; the rest is for a slow machine that runs other walks meanwhile.
const SOON = { timeout: 5000 };

// Holds places in the boat so many days ahead, and pays for them that way.
async function boat(guest: Page, resort: Resort, reference: string, ahead: number, way: string) {
  await speak(guest, resort, "en");
  await signIn(guest, resort, reference);
  await tab(guest, "Book").click();
  const days = guest.getByRole("navigation", { name: "Days" }).getByRole("link");
  const day = new URL((await days.nth(ahead).getAttribute("href"))!, resort.url).searchParams.get("day");
  await open(guest, `/book?day=${day}&offer=glass-boat`);
  await guest.getByRole("main").getByRole("link", { name: "Glass-bottom boat" }).first().click();
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await expect(guest.getByRole("heading", { name: "How would you like to pay?" })).toBeVisible();
  await ready(guest);
  await guest.getByRole("button", { name: way }).click();
}

async function champagne(guest: Page) {
  await tab(guest, "Order").click();
  await guest.getByRole("link", { name: "Choose: Champagne on ice" }).click();
  await guest.getByRole("button", { name: "Add to the basket" }).click();
  await guest.getByRole("link", { name: "See the basket" }).click();
  await ready(guest);
  await guest.getByRole("button", { name: "Place the order" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: /^Order/ })).toBeVisible();
}

// Marks the very element, and says later whether it is the one, with what was typed, and in hand.
async function typing(field: Locator, text: string) {
  await field.fill(text);
  await field.evaluate((element) => element.setAttribute("data-same", ""));
  return async () => {
    expect(await field.evaluate((element) => [element.hasAttribute("data-same"), (element as HTMLInputElement).value, document.activeElement === element])).toEqual([
      true,
      text,
      true,
    ]);
    await expect(field).toBeVisible();
  };
}

test("what the clerk writes at one entry of the money stays when others come before it", async ({ page, another, resort }) => {
  const [first, second, third] = [await another(), await another(), await another()];
  await boat(first, resort, "HB-1011", 2, "Pay at the desk");
  await staffSignIn(page, resort, "ana");
  await open(page, "/staff/money");
  const entries = page.locator(".entry");
  const entry = entries.filter({ hasText: "309" });
  await entry.getByText("Paid…").click();
  const kept = await typing(entry.getByLabel("Why another amount"), "by transfer");
  // What takes place earlier stands before it.
  await boat(second, resort, "HB-1002", 1, "Pay at the desk");
  await expect(entries.first()).toContainText("305", SOON);
  await expect(entries).toHaveCount(2);
  await kept();
  await boat(third, resort, "HB-1021", 1, "Send me the bill");
  await expect(entries.first()).toContainText("101", SOON);
  await kept();
  // The one it was written for is the one that is paid.
  await entry.getByRole("button", { name: "It is paid" }).click();
  await expect(entry).toHaveCount(0);
  await expect(entries).toHaveCount(2);
});

test("a limit that is being written on Me stays while the family goes on", async ({ page, another, resort }) => {
  const phone = await another();
  for (const one of [page, phone]) await speak(one, resort, "en");
  await signIn(page, resort, "HB-1054");
  await signIn(phone, resort, "HB-1054");
  await open(page, "/me");
  const row = page.locator("#spending .spender").last();
  await row.locator("summary").click();
  const kept = await typing(row.getByLabel(/^At most a day/), "12");
  await champagne(phone);
  await expect(page.locator("#spending .spender").first()).not.toContainText("€0 spent", SOON);
  await kept();
});

test("the page of a stay keeps what is open while the room orders", async ({ page, another, resort }) => {
  const phone = await another();
  await speak(phone, resort, "en");
  await signIn(phone, resort, "HB-1044");
  await staffSignIn(page, resort, "ana");
  await open(page, "/staff/stays?q=HB-1044");
  await page.getByRole("link", { name: "Patrick O’Brien" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Patrick O’Brien" })).toBeVisible();
  await ready(page);
  const orders = page.locator("a.row[href^='/staff/orders/']");
  const row = page.locator("#spending li").first();
  await row.locator("summary").click();
  const limit = await typing(row.getByLabel(/^At most a day/), "12");
  await champagne(phone);
  await expect(orders).toHaveCount(1, SOON);
  await limit();

  // A choice that was not sent yet, and a form that the page can unfold by itself.
  await page.locator("summary").filter({ hasText: "Change room" }).click();
  const room = page.locator("#room");
  await room.selectOption({ index: 1 });
  const chosen = await room.inputValue();
  const reason = await typing(page.locator("#change-reason"), "the stairs");
  await champagne(phone);
  await expect(orders).toHaveCount(2, SOON);
  await reason();
  await expect(room).toHaveValue(chosen);
  await expect(row.getByLabel(/^At most a day/)).toHaveValue("12");
});

test("the time that was chosen stays chosen when one before it is taken", async ({ page, another, resort }) => {
  const [phone, other] = [await another(), await another()];
  for (const [one, reference] of [[page, "HB-1053"], [phone, "HB-1053"], [other, "HB-1006"]] as const) {
    await speak(one, resort, "en");
    await signIn(one, resort, reference);
  }
  await open(page, "/book?offer=padel-court");
  await page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(1).click();
  await expect(page.getByRole("heading", { name: "Tomorrow" })).toBeVisible();
  const times = page.getByRole("navigation", { name: /^Times/ }).getByRole("link");
  const [earlier, mine] = [(await times.nth(2).getAttribute("href"))!, (await times.nth(4).getAttribute("href"))!];
  await open(page, mine);
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const day = mine.split("/")[3];
  await open(page, `${new URL(page.url()).pathname}/move?day=${day}`);
  const choices = page.getByRole("radio");
  const taken = page.locator(`input[name="to"][value="${earlier}"]`);
  await expect(taken).toHaveCount(1);
  await choices.last().check();
  const chosen = await choices.last().inputValue();

  await open(other, earlier);
  await other.getByRole("button", { name: /^Hold/ }).click();
  await expect(other.getByText(/^The places are yours until/)).toBeVisible();
  // Something of the family's own makes the page look again.
  await champagne(phone);
  await expect(taken).toHaveCount(0, SOON);
  await expect(page.locator("input[name='to']:checked")).toHaveValue(chosen);
});
