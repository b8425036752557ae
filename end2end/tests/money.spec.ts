// Money that comes late, and what comes back: of one who gives up their place, of one who does not come, of those who were
// not happy.
import type { Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { boatsAllDay, expect, open, ready, type Resort, signIn, speak, staffSignIn, testWith, tomorrow } from "./fixtures";

// A resort of its own: its boats are put back in time. None of them leaves so early that giving it up late on the evening
// before would cost something.
const test = testWith((folder: string) => {
  boatsAllDay(folder);
  const file = join(folder, "catalog.toml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/  \{ at = "0\d:59", capacity = 20 \},\n/g, ""));
});

test.describe.configure({ timeout: 120_000 });

// Errands about money are run every quarter of a minute; with JavaScript the page says by itself what they have done.
const ERRAND = { timeout: 40_000 };

// Reads a page until it says something; with JavaScript it comes without asking.
async function comesToSay(page: Page, path: string, script: boolean, words: RegExp | string) {
  const said = page.getByRole("main").getByText(words).first();
  if (script) return expect(said).toBeVisible(ERRAND);
  await expect(async () => {
    await open(page, path, script);
    await expect(said).toBeVisible({ timeout: 1000 });
  }).toPass(ERRAND);
}

// Signed in: a boat tomorrow for both of a couple, up to the acquirer's page.
async function paying(page: Page, resort: Resort, [stay, other]: [string, string], script: boolean) {
  await speak(page, resort, "en");
  await signIn(page, resort, stay, script);
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("checkbox", { name: other }).check();
  await page.getByRole("button", { name: /^Hold/ }).click();
  await expect(page.getByText("Pay by card now, or put it on the room’s bill")).toBeVisible();
  await ready(page, script);
  const booking = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Pay €36 by card now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sandbox payment" })).toBeVisible();
  return booking;
}

async function paid(page: Page, resort: Resort, couple: [string, string], script: boolean) {
  const booking = await paying(page, resort, couple, script);
  await page.getByRole("button", { name: "The card that is accepted" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await ready(page, script);
  return booking;
}

// Opens the receipt behind the newest line of the way of the money.
async function receiptOfBack(page: Page, amount: string, script: boolean) {
  await page.getByRole("link", { name: `${amount} is back with your bank` }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt B.\d+, money returned$/ })).toBeVisible();
  await expect(page.locator(".sum-total dd")).toHaveText(new RegExp(`^[−-]?${amount}$`));
  await expect(page.getByText("Belongs to")).toBeVisible();
  await ready(page, script);
}

test("a bank that answers late is waited for, and its answer books the places that were free again", async ({ page, resort, script }) => {
  const booking = await paying(page, resort, ["HB-1044", "Siobhán O’Brien"], script);
  await page.getByRole("button", { name: "The card whose bank answers half an hour later" }).click();
  await expect(page).toHaveURL(booking);
  await ready(page, script);
  await expect(page.getByText(/^A payment of €36 is on its way\. The places wait for it until \d\d:\d\d\.$/)).toBeVisible();
  await expect(page.getByText("€36: the bank has not answered yet")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay/ })).toHaveCount(0);
  // Whoever looks at the bank's page again can do nothing there.
  await page.getByRole("link", { name: "Go on to the payment" }).click();
  await expect(page.getByText("This payment is decided.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the resort" }).click();
  await expect(page).toHaveURL(booking);
  await ready(page, script);

  resort.later(booking, 30);
  await comesToSay(page, booking, script, "The payment came late, the places were taken again");
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(page.locator(".ticket-code")).toHaveCount(2);
  await page.getByRole("link", { name: "€36 paid by card" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt A.\d/ })).toBeVisible();
});

test("who gives up their place has their part back, and a receipt of it", async ({ page, resort, script }) => {
  const booking = await paid(page, resort, ["HB-1052", "Antoine Dubois"], script);
  await page.locator("summary").filter({ hasText: "One of you does not go" }).click();
  await expect(page.getByText("Cancelling costs nothing now. €18 goes back to your card.").first()).toBeVisible();
  await page.getByRole("button", { name: "Antoine Dubois does not go" }).click();
  await expect(page.locator(".timeline").last()).toContainText("Antoine Dubois does not go");
  await expect(page.locator(".ticket-stub")).toHaveCount(1);
  await open(page, "/bill", script);
  await expect(page.getByText("Back to the card")).toBeVisible();
  await expect(page.locator(".sum-total dd")).toHaveText("€0");

  // What was his stands for itself, with its own way of the money.
  await open(page, "/history", script);
  await page.getByRole("link", { name: /Antoine Dubois.*€18.*Cancelled/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancelled" })).toBeVisible();
  const his = new URL(page.url()).pathname;
  await comesToSay(page, his, script, "€18 is back with your bank");
  await receiptOfBack(page, "€18", script);
  await page.getByRole("link", { name: /^A-\d+$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt A.\d+$/ })).toBeVisible();
  await expect(page.locator(".sum-total dd")).toHaveText("€36");
  // Who still goes still has what the other half is for.
  await open(page, booking, script);
  await expect(page.locator(".ticket-code")).toHaveCount(1);
  await expect(page.locator(".sum-total dd")).toHaveText("€18");
});

test("money is asked back with a reason, and the desk gives a part of it with a word", async ({ page, another, resort, script }) => {
  const guest = await another();
  const booking = await paid(guest, resort, ["HB-1002", "Margaret Whitfield"], script);
  await expect(guest.locator("summary").filter({ hasText: "It was not what you hoped for?" })).toHaveCount(0);
  resort.began(booking, 90);
  await open(guest, booking, script);
  await guest.locator("summary").filter({ hasText: "It was not what you hoped for?" }).click();
  await guest.getByLabel("What went wrong (if you like)").fill("The <i>glass</i> was misty");
  await guest.getByRole("button", { name: "Ask for the money back" }).click();
  await expect(guest.getByText("You asked for your money back. The desk answers here, and under the bell.")).toBeVisible();
  await expect(guest.getByRole("button", { name: "Ask for the money back" })).toHaveCount(0);

  await staffSignIn(page, resort, "ana", script);
  await open(page, "/staff/money", script);
  const entry = page.getByRole("listitem").filter({ hasText: "The <i>glass</i> was misty" });
  await expect(entry).toContainText("James Whitfield");
  await expect(entry).toContainText("nobody was let in");
  await entry.locator("summary").click();
  await entry.getByLabel("Amount", { exact: true }).fill("10.50");
  await entry.getByLabel("Why less").fill("The way back was clear");
  await entry.getByRole("button", { name: "Give it back", exact: true }).click();
  await expect(entry).toHaveCount(0);

  await open(guest, "/notices", script);
  await guest.locator(`.notice a[href='${booking}']`).first().click();
  await expect(guest.getByText("You have €10.50 back. The desk says: The way back was clear")).toBeVisible();
  await ready(guest, script);
  await expect(guest.getByText("because you asked for it")).toBeVisible();
  await comesToSay(guest, booking, script, "€10.50 is back with your bank");
  await receiptOfBack(guest, "€10.50", script);
  await open(guest, "/bill", script);
  await expect(guest.locator(".sum-total dd")).toHaveText("€0");
  // It took place, and was asked for once.
  await open(guest, booking, script);
  await expect(guest.locator("summary").filter({ hasText: "It was not what you hoped for?" })).toHaveCount(0);
});

test("money that is asked back is declined, and the guest reads why", async ({ page, another, resort, script }) => {
  const guest = await another();
  const booking = await paid(guest, resort, ["HB-1054", "Eleni Papadopoulou"], script);
  resort.began(booking, 90);
  await open(guest, booking, script);
  await guest.locator("summary").filter({ hasText: "It was not what you hoped for?" }).click();
  await guest.getByRole("button", { name: "Ask for the money back" }).click();
  await expect(guest.getByText(/^You asked for your money back/)).toBeVisible();

  await staffSignIn(page, resort, "ana", script);
  await open(page, "/staff/money", script);
  const entry = page.getByRole("listitem").filter({ hasText: "George Papadopoulos" });
  await entry.locator("summary").click();
  await entry.getByLabel("Reason").fill("The boat went as it was sold");
  await entry.getByRole("button", { name: "Do not give it back" }).click();
  await expect(entry).toHaveCount(0);

  await open(guest, "/notices", script);
  await guest.locator(`.notice a[href='${booking}']`).first().click();
  await expect(guest.getByText("The desk does not give the money back this time. The reason: The boat went as it was sold")).toBeVisible();
  await expect(guest.getByText(/goes back to your card|is back with your bank/)).toHaveCount(0);
});

test("who did not come has their part back, unless the desk takes its word back in time", async ({ page, another, resort, script, refuses }) => {
  const guest = await another();
  const booking = await paid(guest, resort, ["HB-1021", "Соломія Гнатюк"], script);
  await expect(guest.getByText("If nobody of you comes, €36 comes back.")).toBeVisible();
  const day = resort.began(booking, 20);

  await staffSignIn(page, resort, "karim", script);
  const goer = page.getByRole("row").filter({ hasText: "Соломія Гнатюк" });
  const sheet = async () => {
    await open(page, `/staff/bookings?day=${day}`, script);
    await page.locator(".day-sheet details").filter({ hasText: "Соломія Гнатюк" }).locator("summary").first().click();
  };
  // Without JavaScript the sheet comes anew, with everybody folded away.
  const answered = async () => {
    if (!script) await sheet();
  };
  const missed = page.getByRole("button", { name: "Соломія Гнатюк did not come" });
  const undo = page.getByRole("button", { name: "Undo: Соломія Гнатюк may still come" });
  await sheet();
  await missed.click();
  await answered();
  await expect(goer).toContainText("Did not come, says Karim Mansour");
  await open(guest, booking, script);
  await expect(guest.getByText("Соломія Гнатюк did not come, €18 comes back")).toBeVisible();
  await expect(guest.getByText("€18 goes back to your card")).toBeVisible();
  await expect(guest.getByText("because somebody did not come")).toBeVisible();

  await sheet();
  await undo.click();
  await answered();
  await expect(missed).toBeVisible();
  await open(guest, booking, script);
  await expect(guest.getByText("Соломія Гнатюк: the note “did not come” was taken back")).toBeVisible();
  await expect(guest.getByText("€18 does not go back after all")).toBeVisible();

  // Said once more, and an hour later the money has gone out: the word stays.
  await sheet();
  await missed.click();
  await answered();
  await expect(goer).toContainText("Did not come, says Karim Mansour");
  await open(guest, booking, script);
  resort.later(booking, 60);
  await comesToSay(guest, booking, script, "€18 is back with your bank");
  refuses("/api/staff-missed");
  await sheet();
  await undo.click();
  // That it is refused is said, and it stays as it is.
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await sheet();
  await expect(goer).toContainText("Did not come, says Karim Mansour");
  await receiptOfBack(guest, "€18", script);
  await open(guest, "/bill", script);
  await expect(guest.locator(".sum-total dd")).toHaveText("€0");
});
