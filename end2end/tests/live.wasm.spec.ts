// What the desk does is on the guest's open phone at once, and the other way round.
import { expect, open, orderTowels, signIn, speak, staffSignIn, test, tomorrow } from "./fixtures";

// Less than a second by itself; the rest is for a slow machine that runs other walks meanwhile.
const SOON = { timeout: 3000 };

test("an order moves along on the open page", async ({ page, another, resort }) => {
  const desk = await another();
  await staffSignIn(desk, resort, "karim");
  await open(desk, "/staff/orders");

  await signIn(page, resort, "HB-1050");
  await orderTowels(page);
  await expect(page.getByText("We have your order and will look at it in a moment.")).toBeVisible();
  // A mark that a reload would wipe out.
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));

  const row = desk.getByRole("row").filter({ hasText: "316" });
  await expect(row).toBeVisible(SOON);
  await row.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("We are preparing it for you.")).toBeVisible(SOON);
  await row.getByRole("button", { name: "Send on its way" }).click();
  await expect(page.getByText("It is on its way to your room.")).toBeVisible(SOON);
  await expect(page.getByRole("link", { name: /^Notices: \d+ new$/ })).toBeVisible();
  const before = Number(/\d+/.exec((await page.getByRole("link", { name: /^Notices: / }).getAttribute("aria-label"))!));
  await row.getByRole("button", { name: "Delivered" }).click();
  await expect(page.getByText("It has been brought to you. Enjoy it.")).toBeVisible(SOON);
  await expect(page.getByRole("link", { name: `Notices: ${before + 1} new` })).toBeVisible(SOON);
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);
});

test("two phones of one family agree", async ({ page, another, resort }) => {
  const second = await another();
  await signIn(page, resort, "HB-1053");
  await signIn(second, resort, "HB-1053");
  await open(second, "/history");
  await orderTowels(page);
  await expect(second.getByRole("link", { name: /Extra towels/ })).toBeVisible(SOON);
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await expect(page.getByText("You took this order back. You pay nothing for it.")).toBeVisible(SOON);
  await expect(second.getByRole("link", { name: /Extra towels.*Cancelled/ })).toBeVisible(SOON);
});

test("a place that changes hands is seen on every phone, and nobody loses what they were doing", async ({ page, another, resort }) => {
  const other = await another();
  await signIn(page, resort, "HB-1007");
  await signIn(other, resort, "HB-1008");
  for (const phone of [page, other]) {
    await speak(phone, resort, "en");
    await open(phone, "/");
  }
  await tomorrow(other, "Glass-bottom boat");
  await tomorrow(page, "Glass-bottom boat");
  const left = async (phone: typeof page) => Number(/\d+/.exec(await phone.getByText(/^\d+ places left$/).first().innerText())![0]);
  const before = await left(other);
  // Somebody is in the middle of choosing.
  const chip = other.getByRole("checkbox").first();
  await chip.focus();
  await page.getByRole("button", { name: /^Hold/ }).click();
  await expect(page.getByText(/^The places are yours until/)).toBeVisible();
  await expect(other.getByText(`${before - 1} places left`).first()).toBeVisible(SOON);
  await expect(chip).toBeFocused();

  const day = /day=([\d-]+)/.exec((await other.getByRole("link", { name: "Back" }).first().getAttribute("href"))!)![1];
  await open(other, `/book?day=${day}&offer=glass-boat`);
  await other.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await page.getByRole("button", { name: "Give the places back" }).click();
  await expect(other.getByText(`${before} places left`).first()).toBeVisible(SOON);
  await expect(other.locator("body[data-same-page]")).toHaveCount(1);
});
