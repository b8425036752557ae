// What a guest puts their heart on is found again on the wish list, by everybody of the room, until they take it away; its
// price is watched; and the desk sees who wants what.
import { expect, open, ready, signIn, staffSignIn, tab, test } from "./fixtures";

test("a wish is kept, found by everybody of the room, and taken away", async ({ page, another, resort, script }) => {
  const heart = page.getByRole("button", { name: "Wish list" });
  await signIn(page, resort, "HB-1053", script);
  await tab(page, "Me").click();
  await page.getByRole("main").getByRole("link", { name: "Wish list" }).click();
  await expect(page.getByText("Your wish list is empty.")).toBeVisible();

  await open(page, "/offers/reef-snorkelling", script);
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  // With JavaScript it is full before the server has heard of it.
  const heard = script ? page.waitForResponse(/\/api\/mark/) : undefined;
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await heard;
  await open(page, "/offers/reef-snorkelling", script);
  await expect(heart).toHaveAttribute("aria-pressed", "true");

  const other = await another();
  await signIn(other, resort, "HB-1053", script);
  await open(other, "/offers?wished=1", script);
  await expect(other.getByRole("main").locator("a[href='/offers/reef-snorkelling']").first()).toBeVisible();
  await expect(other.getByRole("main").locator("a[href='/offers/glass-boat']")).toHaveCount(0);
  await open(other, "/wishes", script);
  await expect(other.getByRole("main").locator("a[href='/offers/reef-snorkelling']")).toBeVisible();
  await expect(other.getByRole("main").locator("a[href='/book?offer=reef-snorkelling']")).toBeVisible();

  await open(page, "/wishes", script);
  await ready(page, script);
  await page.getByRole("main").getByRole("button", { name: "Wish list" }).click();
  await expect(page.getByText("Your wish list is empty.")).toBeVisible();
  await open(page, "/offers?wished=1", script);
  await expect(page.getByText("Nothing on your wish list yet.")).toBeVisible();
});

test("a price is watched, and the desk sees it until it is bought", async ({ page, another, resort, script }) => {
  const bell = page.getByRole("button", { name: "Tell me when the price falls" });
  // Nobody of this room orders champagne in another walk: what is bought is wished for no more.
  await signIn(page, resort, "HB-1054", script);
  await open(page, "/offers/champagne", script);
  await expect(bell).toHaveAttribute("aria-pressed", "false");
  const heard = script ? page.waitForResponse(/\/api\/mark/) : undefined;
  await bell.click();
  await expect(bell).toHaveAttribute("aria-pressed", "true");
  await heard;
  await open(page, "/wishes", script);
  await expect(bell).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("main").locator("a[href='/order/champagne']")).toBeVisible();

  const desk = await another();
  await staffSignIn(desk, resort, "mona", script);
  await desk.getByRole("link", { name: "Demand" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Demand" })).toBeVisible();
  await desk.getByRole("main").locator("a[href='/staff/demand?offer=champagne#stays']").click();
  await expect(desk.getByRole("row").filter({ hasText: "George Papadopoulos" })).toContainText("Watches the price");

  await ready(page, script);
  await bell.click();
  await expect(page.getByText("Your wish list is empty.")).toBeVisible();
});

test("a heart before signing in leads to the door and back", async ({ page, script }) => {
  await open(page, "/offers/reef-snorkelling", script);
  await page.getByRole("link", { name: "Sign in to keep a wish list" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=\/offers\/reef-snorkelling/);
});
