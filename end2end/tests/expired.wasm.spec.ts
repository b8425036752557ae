// A hold that ran out: the page says so by itself, shows where there is room, and cannot be confirmed any more.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, open, signIn, testWith, tomorrow } from "./fixtures";

const test = testWith((folder) => {
  const file = join(folder, "resort.toml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^hold_minutes = \d+$/m, "hold_minutes = 1"));
});

test("after a minute the places are free again", async ({ page, another, resort, viewport, refuses }) => {
  test.skip(viewport!.width > 900, "a minute of waiting is enough once");
  test.setTimeout(150_000);
  refuses("/api/confirm");
  await signIn(page, resort, "HB-1002");
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("button", { name: /^Hold 1 place for 1 min/ }).click();
  await expect(page.getByText("Less than two minutes left")).toBeVisible();
  const confirm = page.getByRole("button", { name: /^Confirm/ });
  await expect(confirm).toBeEnabled();
  const booking = new URL(page.url()).pathname;

  // A page without JavaScript does not notice the end; its button must not work afterwards either.
  const state = await page.context().storageState();
  const plain = await another({ javaScriptEnabled: false, storageState: state });
  await open(plain, booking, false);
  await expect(plain.getByRole("button", { name: /^Confirm/ })).toBeVisible();

  await expect(page.getByRole("heading", { level: 1, name: "The hold has lapsed" })).toBeVisible({ timeout: 75_000 });
  await expect(page.getByText("The time ran out, so the places are free for everybody again. Nothing was charged.")).toBeVisible();
  await expect(confirm).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Where there is room" })).toBeVisible();

  await plain.getByRole("button", { name: /^Confirm/ }).click();
  await expect(plain.getByRole("heading", { level: 1, name: "The hold has lapsed" })).toBeVisible();
  await open(page, "/bill");
  await expect(page.getByText("Nothing has been charged to your room.")).toBeVisible();

  // Nobody else took it, so one tap holds it once more.
  await open(page, booking);
  await page.getByRole("button", { name: "Hold 1 place for 1 min" }).click();
  await expect(page.getByText(/^The places are yours until/)).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(booking);
});
