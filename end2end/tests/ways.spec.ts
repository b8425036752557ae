// Another way to pay: at the desk before it begins, or by card after all.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, ready, signIn, speak, testWith, tomorrow } from "./fixtures";

const test = testWith((folder: string) => {
  const file = join(folder, "resort.toml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^card = .*$/m, 'card = "sandbox"\npay = ["room", "card", "invoice", "desk"]'));
});

test("who pays at the desk is booked at once, and reads what is due", async ({ page, resort, script }) => {
  await speak(page, resort, "en");
  await signIn(page, resort, "HB-1021", script);
  await tomorrow(page, "Glass-bottom boat");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await ready(page, script);
  await page.getByRole("button", { name: "Pay at the desk" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(page.getByText(/^Please pay .* at the desk before it begins/)).toBeVisible();
  // Or by card after all.
  await page.getByRole("button", { name: /^Pay .* by card now/ }).click();
  await page.getByRole("button", { name: "The card that is accepted" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(page.getByText(/^Please pay .* at the desk/)).toHaveCount(0);
});
