// At the door: a ticket for today lets its holder in, once; a mistake is taken back.
import { boatsAllDay, expect, open, signIn, staffSignIn, tab, testWith } from "./fixtures";

const test = testWith(boatsAllDay);

test("a ticket for today lets its holder in once", async ({ page, another, resort, script }) => {
  const guest = await another();
  await signIn(guest, resort, "HB-1052", script);
  await tab(guest, "Book").click();
  await guest.getByRole("main").getByRole("link", { name: "Glass-bottom boat" }).last().click();
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await guest.getByRole("button", { name: /^Confirm/ }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const booking = new URL(guest.url()).pathname;
  const code = (await guest.locator(".ticket-code").first().textContent())!;

  await staffSignIn(page, resort, "karim", script);
  await open(page, "/staff/tickets", script);
  await page.getByLabel("Code of the ticket").fill(code);
  await page.getByRole("button", { name: "Look it up" }).click();
  await expect(page.getByRole("heading", { name: "Claire Dubois" })).toBeVisible();
  const admit = page.getByRole("button", { name: "Check in" });
  await expect(admit).toBeEnabled();
  await admit.click();
  if (script) await expect(page.locator(".scan-answer")).toContainText("Claire Dubois");
  await expect(admit).toBeDisabled();
  await expect(page.locator(".scan-card")).toContainText("Karim Mansour");

  await open(guest, booking, script);
  await expect(guest.locator(".ticket-in")).toBeVisible();
  await expect(guest.locator(".ticket-code")).toHaveCount(0);

  await page.getByRole("button", { name: "Undo: Claire Dubois is not here yet" }).click();
  await expect(admit).toBeEnabled();
  await expect(page.locator(".scan-answer")).toHaveCount(0);
  await open(guest, booking, script);
  await expect(guest.locator(".ticket-code").first()).toHaveText(code);
  await admit.click();
  await expect(admit).toBeDisabled();
});
