// Points: the desk gives some, a guest pays a part of a booking with them, and has them back.
import { expect, open, ready, signIn, speak, staffSignIn, test, tomorrow } from "./fixtures";

test("points that the desk gave pay a part of a boat, and come back when it is cancelled", async ({ page, another, resort, script }) => {
  await speak(page, resort, "en");
  await staffSignIn(page, resort, "ana", script);
  await open(page, "/staff/stays", script);
  await page.getByRole("link", { name: /Whitfield/ }).first().click();
  await expect(page.getByText("This room has no points.")).toBeVisible();
  await ready(page, script);
  await page.getByText("Give points").first().click();
  await page.getByLabel("How many").fill("1000");
  await page.getByLabel("What for").fill("For the long wait");
  await page.getByRole("button", { name: "Give points" }).click();
  await expect(page.getByText(/^Has 1000, worth/)).toBeVisible();

  const guest = await another();
  await speak(guest, resort, "en");
  await signIn(guest, resort, "HB-1002", script);
  await open(guest, "/me", script);
  await expect(guest.getByText("1000 points, worth €10")).toBeVisible();
  await tomorrow(guest, "Glass-bottom boat");
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await ready(guest, script);
  await guest.getByRole("button", { name: "Pay €10 with 1000 points" }).click();
  await expect(guest.getByText(/1000 points are kept for this/)).toBeVisible();
  await ready(guest, script);
  // Second thoughts, and third ones.
  await guest.getByRole("button", { name: "Do not use points" }).click();
  await guest.getByRole("button", { name: "Pay €10 with 1000 points" }).click();
  await expect(guest.getByText("To pay", { exact: true })).toBeVisible();
  await ready(guest, script);
  await guest.locator(".dock").getByRole("button").first().click();
  await expect(guest.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(guest.getByText("€10 paid with points")).toBeVisible();
  await open(guest, "/me", script);
  await expect(guest.getByRole("heading", { name: "Points" })).toHaveCount(0);

  await guest.goBack();
  await ready(guest, script);
  await guest.locator("summary").getByText("Cancel", { exact: true }).click();
  await expect(guest.getByText(/points worth €10 come back as points|Points worth €10 are yours again/)).toBeVisible();
  await guest.getByRole("button", { name: /^Yes, cancel/ }).click();
  await expect(guest.getByText("Points worth €10 are yours again", { exact: true })).toBeVisible();
  await open(guest, "/me", script);
  await expect(guest.getByText("1000 points, worth €10")).toBeVisible();
});
