// The desk: finds a stay, makes one, prints its slip, moves an order along, lets a guest in.
import type { Page } from "@playwright/test";
import { expect, open, orderTowels, ready, signIn, staffSignIn, test, tomorrow } from "./fixtures";

const rail = (page: Page, name: string) => page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: new RegExp(`^${name}`) });
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

test("the door of the console", async ({ page, resort, script, viewport, refuses }) => {
  refuses("/api/staff-sign-in");
  await open(page, "/staff", script);
  await page.getByLabel("Login").fill("ana");
  await page.getByLabel("Password").fill("not the one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Login and password do not belong together.")).toBeVisible();
  await staffSignIn(page, resort, "ana", script);
  await expect(rail(page, "Log")).toHaveCount(0);
  // On a phone the rail is a row of icons; who is signed in stands only in the wide one.
  if (viewport!.width < 900) return;
  await expect(page.getByText("Ana Marković")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cabana console" })).toBeVisible();
});

test("a stay is found by its name and by its room", async ({ page, resort, script }) => {
  await staffSignIn(page, resort, "ana", script);
  await rail(page, "Stays").click();
  for (const words of ["whitf", "305", "hb-1002"]) {
    await page.getByRole("searchbox").fill(words);
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("link", { name: "James Whitfield" })).toBeVisible();
    await expect(page.getByRole("link", { name: "James Whitfield" })).toHaveCount(1);
  }
  await page.getByRole("link", { name: "James Whitfield" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "James Whitfield" })).toBeVisible();
  await expect(page.getByText("Margaret Whitfield, 65")).toBeVisible();
  await expect(page.getByText("Half board").first()).toBeVisible();
});

test("a new stay, its slip, and the guest who signs in with it", async ({ page, another, resort, script }) => {
  await staffSignIn(page, resort, "ana", script);
  await rail(page, "Stays").click();
  await page.getByRole("link", { name: "New stay" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New stay" })).toBeVisible();
  await page.getByLabel("Departure").fill(day(4));
  await page.getByRole("button", { name: "Show free rooms" }).click();
  await expect(page).toHaveURL(/departs=/);
  await ready(page, script);
  const room = await page.getByLabel("Room", { exact: true }).locator("option").first().textContent();
  await page.getByRole("combobox", { name: "Language" }).selectOption("en");
  await page.getByLabel("Guest", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("Age", { exact: true }).fill("36");
  await page.getByLabel("Person 2", { exact: true }).fill("Byron Lovelace");
  await page.getByLabel("Age of person 2", { exact: true }).fill("5");
  await page.getByRole("button", { name: "Make the stay and its slip" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Slips" })).toBeVisible();
  const slip = page.locator(".slip");
  await expect(slip).toHaveCount(1);
  await expect(slip).toContainText("Ada Lovelace");
  await expect(slip.locator(".qr svg")).toHaveCount(2);
  const number = room!.split(",")[0].trim();
  expect(await slip.innerText()).not.toContain(number);
  const login = (await slip.locator("[data-slip=login]").textContent())!;
  const password = (await slip.locator("[data-slip=password]").textContent())!;

  const guest = await another();
  await open(guest, "/sign-in", script);
  await guest.getByLabel("Login").fill(login);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Sign in" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toContainText("Ada");
});

test("on paper there is the slip and nothing else", async ({ page, resort, script }) => {
  await staffSignIn(page, resort, "ana", script);
  await open(page, "/staff/stays?q=HB-1044", script);
  await page.getByRole("link", { name: "Patrick O’Brien" }).click();
  await page.getByRole("link", { name: "Slip", exact: true }).click();
  await expect(page.locator(".slip")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".slip")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Console" })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Slips" })).toBeHidden();
});

test("an order is moved along to the door", async ({ page, another, resort, script }) => {
  const guest = await another();
  await signIn(guest, resort, "HB-1046", script);
  await orderTowels(guest);

  await staffSignIn(page, resort, "karim", script);
  await rail(page, "Orders").click();
  const row = page.getByRole("row").filter({ hasText: "306" });
  await row.getByRole("button", { name: "Accept" }).click();
  await expect(row.getByRole("button", { name: "Send on its way" })).toBeVisible();
  await row.getByRole("link", { name: "306" }).click();
  const side = page.locator(".side-foot");
  await side.getByLabel("There in").selectOption("15 min");
  await side.getByRole("button", { name: "Send on its way" }).click();
  await expect(page.locator(".side").getByText(/there at about \d\d:\d\d/)).toBeVisible();
  await side.getByRole("button", { name: "Delivered" }).click();
  await expect(side.getByRole("button")).toHaveCount(0);
  await open(guest, new URL(guest.url()).pathname, script);
  await expect(guest.getByText("It has been brought to you. Enjoy it.")).toBeVisible();
});

test("an order that cannot be brought is declined with a reason", async ({ page, another, resort, script }) => {
  const guest = await another();
  await signIn(guest, resort, "HB-1054", script);
  await orderTowels(guest);

  await staffSignIn(page, resort, "karim", script);
  await open(page, "/staff/orders", script);
  await page.getByRole("row").filter({ hasText: "310" }).getByRole("link", { name: "310" }).click();
  await page.locator("summary").filter({ hasText: "Decline" }).click();
  await page.getByLabel("Reason").fill("The <i>laundry</i> sleeps");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("row").filter({ hasText: "310" })).toHaveCount(0);
  await open(guest, new URL(guest.url()).pathname, script);
  await expect(guest.getByText("The reason: The <i>laundry</i> sleeps")).toBeVisible();
});

test("a ticket is checked by its code", async ({ page, another, resort, script, refuses }) => {
  refuses("/staff/tickets", "/api/staff-ticket");
  const guest = await another();
  await signIn(guest, resort, "HB-1052", script);
  await tomorrow(guest, "Morning yoga by the sea");
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await guest.getByRole("button", { name: "Confirm, nothing to pay" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const code = (await guest.locator(".ticket-code").first().textContent())!;

  await staffSignIn(page, resort, "karim", script);
  await rail(page, "Check-in").click();
  await page.getByLabel("Code of the ticket").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Look it up" }).click();
  await expect(page.getByRole("heading", { name: "Claire Dubois" })).toBeVisible();
  await expect(page.getByText("For another day")).toBeVisible();
  await expect(page.getByRole("button", { name: "Check in" })).toBeDisabled();
  await page.getByLabel("Code of the ticket").fill("AAAA AAAA AAAA");
  await page.getByRole("button", { name: "Look it up" }).click();
  await expect(page.getByText("There is no ticket with this code.")).toBeVisible();
});

test("who does not keep the desk sees no stays", async ({ page, resort, script, refuses }) => {
  refuses("/staff/stays", "/api/staff-stays");
  await staffSignIn(page, resort, "karim", script);
  await expect(rail(page, "Stays")).toHaveCount(0);
  await open(page, "/staff/stays", script);
  await expect(page.getByText("Your role does not allow this.")).toBeVisible();
});

test("the log shows the manager who did what", async ({ page, resort, script }) => {
  await staffSignIn(page, resort, "mona", script);
  await open(page, "/staff/slips/1", script);
  await expect(page.locator(".slip")).toBeVisible();
  await rail(page, "Log").click();
  await expect(page.getByRole("row").filter({ hasText: "Looked at a slip" }).filter({ hasText: "Mona Saleh" }).first()).toBeVisible();
});
