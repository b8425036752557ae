// Paying by card: declined, then with the bank's code; the receipt; cancelled, and the way of the money back.
import { expect, open, ready, signIn, speak, test, tomorrow } from "./fixtures";

test("a place is paid by card, with a second try, and the money comes back when it is cancelled", async ({ page, resort, script }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1011", script);
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await expect(page.getByText("Pay by card now, or put it on the room’s bill")).toBeVisible();
  await ready(page, script);

  await page.getByRole("button", { name: /^Pay .* by card now/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sandbox payment" })).toBeVisible();
  await page.getByRole("button", { name: "The card that is declined" }).click();
  await expect(page.getByText(/the bank did not accept the payment, nothing was taken/)).toBeVisible();
  await ready(page, script);

  await page.getByRole("button", { name: /^Pay .* by card now/ }).click();
  await page.getByRole("button", { name: "The card that asks for a code" }).click();
  await page.getByLabel("The code from your bank").fill("4071");
  await page.getByRole("button", { name: "Confirm the payment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const booking = page.url();
  await page.getByRole("link", { name: /paid by card/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt A.\d/ })).toBeVisible();
  await expect(page.getByText(/^Tax of 14 %/)).toBeVisible();
  await open(page, "/bill", script);
  await expect(page.getByText("Paid by card")).toBeVisible();
  await expect(page.locator(".sum-total dd")).toHaveText(/^€0(\.00)?$|^0/);

  await open(page, new URL(booking).pathname, script);
  await page.locator("summary").filter({ hasText: "Cancel" }).click();
  await expect(page.getByText(/goes back to your card\.$/).first()).toBeVisible();
  await page.getByRole("button", { name: "Yes, cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancelled" })).toBeVisible();
  await expect(page.getByText(/goes back to your card/).first()).toBeVisible();
});

test("a wrong code pays nothing, and with the right one the places are paid", async ({ page, resort, script }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1051", script);
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await expect(page.getByText(/^The places are yours until/)).toBeVisible();
  await ready(page, script);
  const booking = new URL(page.url()).pathname;
  const pay = page.getByRole("button", { name: "Pay €18 by card now" });
  const code = page.getByLabel("The code from your bank");
  const waits = page.getByText("€18: the bank has not answered yet");

  await pay.click();
  await page.getByRole("button", { name: "The card that asks for a code" }).click();
  await expect(code).toBeVisible();
  // Nothing is decided before the code is typed, and whoever looks at the booking meanwhile finds the way there again.
  await open(page, booking, script);
  await expect(waits).toBeVisible();
  await expect(pay).toHaveCount(0);
  await page.getByRole("link", { name: "Go on to the payment" }).click();
  await code.fill("4072");
  await page.getByRole("button", { name: "Confirm the payment" }).click();
  await expect(page).toHaveURL(booking);
  await expect(page.getByText("€18: the bank did not accept the payment, nothing was taken")).toBeVisible();
  await expect(waits).toHaveCount(0);
  await ready(page, script);

  await pay.click();
  await page.getByRole("button", { name: "The card that asks for a code" }).click();
  await code.fill(" 4071 ");
  await page.getByRole("button", { name: "Confirm the payment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(page.getByRole("link", { name: "€18 paid by card" })).toBeVisible();
  await expect(page.getByText("€18: the bank did not accept the payment, nothing was taken")).toBeVisible();
});

test("whoever turns back at the bank's page has paid nothing and still has the places", async ({ page, resort, script }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1021", script);
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await ready(page, script);
  await page.getByRole("button", { name: /^Pay .* by card now/ }).click();
  await page.getByRole("button", { name: "Back without paying" }).click();
  await expect(page.getByText(/not paid after all, nothing was taken/)).toBeVisible();
  await ready(page, script);
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
});
