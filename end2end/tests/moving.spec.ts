// Another time for the same people: the old one is given up only once the new one is theirs.
import { expect, open, ready, signIn, test, tomorrow } from "./fixtures";

test("a booking is moved to another day", async ({ page, resort, script }) => {
  await signIn(page, resort, "HB-1050", script);
  await tomorrow(page, "Glass-bottom boat");
  const left = page.getByText(/\d+ places left/).first();
  const places = Number(/\d+/.exec((await left.textContent())!)![0]);
  const session = new URL(page.url()).pathname;
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const booking = new URL(page.url()).pathname;
  const when = await page.locator(".ticket-facts time").getAttribute("datetime");
  const code = await page.locator(".ticket-code").first().textContent();
  await open(page, session, script);
  await expect(page.getByText(`${places - 1} places left`).first()).toBeVisible();

  await open(page, booking, script);
  await page.getByRole("link", { name: "Move", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Another time" })).toBeVisible();
  await expect(page.getByRole("radio").first()).toBeAttached();
  const to = (await page.getByRole("radio").last().getAttribute("value"))!;
  expect(to).not.toBe(session);
  await ready(page, script);
  await page.getByRole("radio").last().check({ force: true });
  await page.getByRole("button", { name: "Move to this time" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(booking);
  await expect(page.locator(".ticket-facts time")).not.toHaveAttribute("datetime", when!);
  await expect(page.locator(".ticket-code").first()).toHaveText(code!);
  await expect(page.getByText(/^Moved/).first()).toBeVisible();
  await open(page, session, script);
  await expect(page.getByText(`${places} places left`).first()).toBeVisible();
  await open(page, "/notices", script);
  await expect(page.getByRole("link", { name: /Glass-bottom boat/ }).first()).toHaveAttribute("href", booking);
});
