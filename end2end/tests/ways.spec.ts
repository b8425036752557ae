// Other ways to pay: a bill that the desk sends, at the desk before it begins, what was ordered by card.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, open, ready, signIn, speak, staffSignIn, tab, testWith, tomorrow } from "./fixtures";

const test = testWith((folder: string) => {
  const file = join(folder, "resort.toml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^pay = .*\n/m, "").replace(/^card = .*$/m, 'card = "sandbox"\npay = ["room", "card", "invoice", "desk"]'));
});

test("the desk sends a bill, and the places wait until its money is there", async ({ page, another, refuses, resort, script }) => {
  const guest = await another();
  await speak(guest, resort, "en");
  await signIn(guest, resort, "HB-1011", script);
  await tomorrow(guest, "Glass-bottom boat");
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await expect(guest.getByRole("heading", { name: "How would you like to pay?" })).toBeVisible();
  await ready(guest, script);
  await guest.getByRole("button", { name: "Send me the bill" }).click();
  await expect(guest.getByText(/The desk sends you the bill\. Your places wait/)).toBeVisible();

  // Less than is owed needs a word.
  refuses("/api/staff-take-payment");
  await staffSignIn(page, resort, "ana", script);
  await open(page, "/staff/money", script);
  const entry = page.getByRole("listitem").filter({ hasText: "Glass-bottom boat" });
  await entry.getByText("Paid…").click();
  await entry.getByLabel("Amount", { exact: true }).fill("1");
  await entry.getByRole("button", { name: "It is paid" }).click();
  if (script) await expect(page.getByText(/Say why it is another amount/)).toBeVisible();
  await open(page, "/staff/money", script);
  await entry.getByText("Paid…").click();
  await entry.getByRole("combobox", { name: "How" }).selectOption({ label: "Bank transfer" });
  await entry.getByRole("button", { name: "It is paid" }).click();
  await expect(page.getByRole("row").filter({ hasText: "A-000001" })).toBeVisible();

  await open(guest, new URL(guest.url()).pathname, script);
  await expect(guest.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await guest.getByRole("link", { name: /paid at the desk/ }).click();
  await expect(guest.getByText("Bank transfer")).toBeVisible();
});

test("who pays at the desk is booked at once, and reads what is due", async ({ page, resort, script }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1021", script);
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await ready(page, script);
  await page.getByRole("button", { name: "Pay at the desk" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(page.getByText(/^Please pay .* at the desk before it begins/)).toBeVisible();
  // Or by card after all.
  await page.getByRole("button", { name: /^Pay .* by card now/ }).click();
  await page.getByRole("button", { name: "The card that is accepted" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(page.getByText(/^Please pay .* at the desk/)).toHaveCount(0);
});

test("an order is paid by card", async ({ page, resort, script }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1002", script);
  await tab(page, "Order").click();
  await page.getByRole("link", { name: "Choose: Champagne on ice" }).click();
  await page.getByRole("button", { name: "Add to the basket" }).click();
  await page.getByRole("link", { name: "See the basket" }).click();
  await ready(page, script);
  await page.getByRole("button", { name: "Place the order" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Order/ })).toBeVisible();
  await ready(page, script);
  const pay = page.getByRole("button", { name: /^Pay .* by card now/ });
  await pay.click();
  await page.getByRole("button", { name: "The card that is accepted" }).click();
  await expect(page.getByText(/paid by card/)).toBeVisible();
  await expect(pay).toHaveCount(0);
});
