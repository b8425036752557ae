// A child signs in on a phone of their own, may spend so much, and asks for more; an adult says yes on theirs.
import type { Locator } from "@playwright/test";
import { expect, open, ready, signIn, speak, tab, test, tomorrow } from "./fixtures";

async function letSignIn(row: Locator) {
  const hand = row.getByRole("button", { name: /^(Let them sign in|Make a new sign-in)$/ });
  // Without JavaScript the page comes anew with each form, and everything is folded.
  if (!(await hand.isVisible())) await row.locator("summary").click();
  await hand.click();
}

test("a daughter asks, and her mother says yes on her own phone", async ({ page, another, resort, script, refuses }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1015", script);
  await tab(page, "Me").click();
  const rows = page.locator("#spending .spender");
  await expect(page.getByRole("heading", { name: "Who may put things on the room" })).toBeVisible();
  // The last of the party is a child.
  const child = rows.last();
  await expect(child).toContainText("up to");
  await child.locator("summary").click();
  await child.getByLabel(/^At most a day/).fill("0");
  await child.getByRole("button", { name: "Save" }).click();
  await expect(rows.last()).toContainText("may look, not spend");

  await ready(page, script);
  await letSignIn(rows.last());
  const login = await page.locator("[data-slip='login']").textContent();
  const password = await page.locator("[data-slip='password']").textContent();

  const phone = await another();
  await speak(phone, resort, "en");
  await open(phone, "/sign-in", script);
  await phone.getByLabel("Login").fill(login!);
  await phone.getByLabel("Password").fill(password!);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await tab(phone, "Order").click();
  await phone.getByRole("button", { name: "Add to the basket: Club sandwich" }).click();
  await expect(phone.getByText("1 in the basket")).toBeVisible();
  await phone.locator("a.basket-bar").click();
  refuses("/api/place-order");
  await phone.getByRole("button", { name: "Place the order" }).click();
  await phone.getByRole("button", { name: /^Ask / }).click();
  await expect(phone.getByText(/^Asked\./)).toBeVisible();

  await open(page, "/notices", script);
  await page.locator(".notice a[href^='/asks/']").first().click();
  await expect(page.getByRole("heading", { level: 1, name: /asks$/ })).toBeVisible();
  await page.getByRole("button", { name: /^Yes, put/ }).click();
  await expect(page.getByText(/said yes\.$/)).toBeVisible();

  await open(phone, new URL(phone.url()).pathname, script);
  await phone.getByRole("link", { name: "See the order" }).click();
  await expect(phone.getByRole("heading", { level: 1, name: /^Order/ })).toBeVisible();
});

test("places wait for the answer, and not now is no end", async ({ page, another, resort, script }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1015", script);
  await open(page, "/me", script);
  const child = page.locator("#spending .spender").last();
  await letSignIn(child);
  const login = await page.locator("[data-slip='login']").textContent();
  const password = await page.locator("[data-slip='password']").textContent();

  const phone = await another();
  await speak(phone, resort, "en");
  await open(phone, "/sign-in", script);
  await phone.getByLabel("Login").fill(login!);
  await phone.getByLabel("Password").fill(password!);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await tomorrow(phone, "Glass-bottom boat");
  // He is chosen by himself, and his mother with him: he does not go without her.
  await expect(phone.getByRole("checkbox", { name: /Степан/ })).toBeChecked();
  await expect(phone.getByRole("checkbox", { name: /Екатерина/ })).toBeChecked();
  await phone.getByRole("button", { name: /^Hold/ }).click();
  await ready(phone, script);
  await phone.getByRole("button", { name: /^Ask / }).click();
  await expect(phone.getByText(/^Asked\./)).toBeVisible();

  await open(page, "/me", script);
  await page.getByRole("main").locator("a[href^='/asks/']").first().click();
  await page.getByLabel("A few words, if you like").fill("After lunch");
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByText(/not now\. “After lunch”/)).toBeVisible();
  await open(phone, new URL(phone.url()).pathname, script);
  await expect(phone.getByText(/not now\. “After lunch”/)).toBeVisible();
});
