// What a guest puts their heart on is found again, by everybody of the room, until they take it away.
import { expect, open, ready, signIn, tab, test } from "./fixtures";

test("a favourite is kept and taken away", async ({ page, another, resort, script }) => {
  const heart = page.getByRole("button", { name: "Favourite" });
  await signIn(page, resort, "HB-1053", script);
  await tab(page, "Me").click();
  await page.getByRole("link", { name: "Favourites" }).click();
  await expect(page.getByText("No favourites yet.")).toBeVisible();

  await open(page, "/offers/reef-snorkelling", script);
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await open(page, "/offers/reef-snorkelling", script);
  await expect(heart).toHaveAttribute("aria-pressed", "true");

  const other = await another();
  await signIn(other, resort, "HB-1053", script);
  await open(other, "/offers?favourites=1", script);
  await expect(other.getByRole("main").locator("a[href='/offers/reef-snorkelling']").first()).toBeVisible();
  await expect(other.getByRole("main").locator("a[href='/offers/glass-boat']")).toHaveCount(0);

  await ready(page, script);
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await open(page, "/offers?favourites=1", script);
  await expect(page.getByText("No favourites yet.")).toBeVisible();
});

test("a heart before signing in leads to the door and back", async ({ page, script }) => {
  await open(page, "/offers/reef-snorkelling", script);
  await page.getByRole("link", { name: "Sign in to keep your favourites" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=\/offers\/reef-snorkelling/);
});
