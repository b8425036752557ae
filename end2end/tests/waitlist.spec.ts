// The court is taken: somebody waits, is offered it the moment it is given back, and takes it; the desk sees the line.
import { expect, open, ready, signIn, speak, staffSignIn, test } from "./fixtures";

test("a time that is full is had by whoever waits for it", async ({ page, another, resort, script }) => {
  const other = await another();
  await signIn(page, resort, "HB-1005", script);
  await signIn(other, resort, "HB-1006", script);
  await Promise.all([page, other].map((phone) => speak(phone, resort, "en")));

  await open(page, "/book?offer=padel-court", script);
  await page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(1).click();
  await expect(page.getByRole("heading", { name: "Tomorrow" })).toBeVisible();
  const time = (await page.getByRole("navigation", { name: /^Times/ }).getByRole("link").nth(4).getAttribute("href"))!;
  await open(page, time, script);
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();

  await open(other, time, script);
  await expect(other.getByRole("heading", { name: "Waitlist" })).toBeVisible();
  await ready(other, script);
  await other.getByRole("button", { name: "Join the waitlist" }).click();
  await expect(other.getByText("You are next in line.").first()).toBeVisible();

  const desk = await another();
  await staffSignIn(desk, resort, "mona", script);
  const day = time.split("/")[3];
  await open(desk, `/staff/bookings?day=${day}`, script);
  await desk.getByRole("link", { name: /on the waitlist/ }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Waitlist" })).toBeVisible();
  await expect(desk.getByRole("row").filter({ hasText: "Zeynep Yıldız" })).toContainText("Waits");

  await page.locator("summary").filter({ hasText: "Cancel" }).click();
  await page.getByRole("button", { name: "Yes, cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancelled" })).toBeVisible();

  await open(other, "/history", script);
  await other.getByRole("main").getByRole("link", { name: /Padel court/ }).first().click();
  await expect(other.getByText("What you waited for is free.")).toBeVisible();
  await other.getByRole("button", { name: /^Confirm/ }).click();
  await expect(other.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await open(desk, `/staff/waitlist?day=${day}`, script);
  await expect(desk.getByText("Nobody waits for anything on this day.")).toBeVisible();
});
