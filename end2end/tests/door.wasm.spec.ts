// The door where there is no signal: the phone knows today's tickets, keeps each scan, and sends them when it can.
import { boatsAllDay, expect, open, signIn, staffSignIn, tab, testWith } from "./fixtures";

const test = testWith(boatsAllDay);

test("a ticket is scanned without signal and sent afterwards", async ({ page, another, resort, heard }) => {
  const guest = await another();
  await signIn(guest, resort, "HB-1052");
  await tab(guest, "Book").click();
  await guest.getByRole("main").getByRole("link", { name: "Glass-bottom boat" }).last().click();
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await guest.getByRole("button", { name: /^Confirm/ }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const code = (await guest.locator(".ticket-code").first().textContent())!;

  await staffSignIn(page, resort, "karim");
  await open(page, "/staff/tickets");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("door-tickets"))).toContain(code.replace(/\s/g, ""));
  await page.context().setOffline(true);
  await expect(page.getByText(/^No signal\. Tickets of today are checked on this phone/)).toBeVisible();
  const typed = page.locator("#door-code");
  const scan = async (text: string) => {
    await typed.fill(text);
    await page.getByRole("button", { name: "Check in" }).click();
  };
  await scan(code);
  await expect(page.locator(".scan-answer")).toContainText("Claire Dubois may go in: Glass-bottom boat");
  await expect(page.getByText("1 scan waits to be sent")).toBeVisible();
  await scan(code);
  await expect(page.locator(".scan-answer")).toContainText("Claire Dubois has been let in already");
  await scan("23456789ACDEFHJKMN");
  await expect(page.locator(".scan-answer")).toContainText("Not among today’s tickets");

  await page.context().setOffline(false);
  await expect(page.getByText("1 scan waits to be sent")).toHaveCount(0);
  await expect(page.getByText(/^No signal/)).toHaveCount(0);
  await open(page, `/staff/tickets/${code.replace(/\s/g, "")}`);
  await expect(page.locator(".scan-card")).toContainText("Karim Mansour");
  // What the browser says of a network that was cut.
  const rest = heard.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/.test(one.text));
  heard.splice(0, heard.length, ...rest);
});
