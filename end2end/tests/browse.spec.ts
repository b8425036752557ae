// Looking around without a slip: everything can be read, and the last step asks for it and leads back.
import { expect, open, ready, test, type Resort } from "./fixtures";
import type { Page } from "@playwright/test";
import { REFUSED } from "./routes";

async function typeSlip(page: Page, resort: Resort, reference: string, script: boolean) {
  const { login, password } = resort.slip(reference);
  await expect(page.getByRole("heading", { level: 1, name: "Welcome" })).toBeVisible();
  await ready(page, script);
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("the catalogue: searched, narrowed, one offer, and its last step", async ({ page, resort, script }) => {
  await open(page, "/", script);
  await page.getByRole("main").getByRole("link", { name: "Look around" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "What is here" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();

  await page.getByRole("searchbox", { name: "Search everything" }).fill("massage");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText(/^\d+ things? found$/)).toBeVisible();
  await expect(page.getByRole("link", { name: /Massage, one hour/ })).toContainText("€55");
  await expect(page.getByRole("link", { name: /Glass-bottom boat/ })).toHaveCount(0);
  expect(page.url()).toContain("q=massage");

  await page.locator("summary").filter({ hasText: "Filters" }).click();
  await page.getByLabel("For a child").selectOption("5");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Nothing fits this exactly.")).toBeVisible();
  await page.getByRole("link", { name: /Take away:\s*5 years old/ }).click();
  await page.getByRole("link", { name: /Massage, one hour/ }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Massage, one hour" })).toBeVisible();
  await expect(page.getByText("from 16 years")).toBeVisible();
  await page.getByRole("link", { name: "Choose a time" }).click();
  await expect(page.getByRole("navigation", { name: "Days" })).toBeVisible();
  await page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(1).click();
  await expect(page.getByRole("heading", { name: "Tomorrow" })).toBeVisible();
  await page.getByRole("navigation", { name: /^Times/ }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Massage, one hour" })).toBeVisible();
  const here = new URL(page.url()).pathname;
  expect(here).toMatch(/^\/times\/massage-60\//);
  await page.getByRole("link", { name: "Sign in to book" }).click();

  await typeSlip(page, resort, "HB-1052", script);
  await expect(page.getByRole("group", { name: "Who comes along?" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(here);
});

test("the guide and what is around", async ({ page, script }) => {
  await open(page, "/guide", script);
  await expect(page.getByRole("heading", { level: 1, name: "Your guide" })).toBeVisible();
  await expect(page.getByText("HalcyonBay", { exact: true })).toBeVisible();
  await expect(page.getByText("red-sea-calm")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Sign in with your slip to see the password." })).toBeVisible();
  await page.getByRole("navigation", { name: "Choose a day" }).getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/day=/);
  await page.getByRole("main").locator("a[href^='/guide/']").first().click();
  await expect(page).toHaveURL(/\/guide\/[a-z]/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await open(page, "/guide", script);
  await page.getByRole("link", { name: "Everything around" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Around us" })).toBeVisible();
  await page.getByRole("navigation", { name: "Kinds of places" }).getByRole("link", { name: "Food" }).click();
  await expect(page.getByRole("navigation", { name: "Kinds of places" }).getByRole("link", { name: "Food" })).toHaveAttribute("aria-current", /./);
  await expect(page.getByText(/\d (m|km)\b/).first()).toBeVisible();
});

test("a basket filled before signing in waits", async ({ page, resort, script }) => {
  await open(page, "/order", script);
  await page.getByRole("button", { name: "Add to the basket: Extra towels" }).click();
  await expect(page.getByText("1 in the basket")).toBeVisible();
  await page.locator("a.basket-bar").click();
  await page.getByRole("link", { name: "Sign in to order" }).click();
  await typeSlip(page, resort, "HB-1052", script);
  await expect(page.getByRole("heading", { level: 1, name: "Your basket" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Extra towels" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Place the order" })).toBeVisible();
});

test("what leads nowhere says so, with the status that says so", async ({ page, script, refuses }) => {
  refuses(...REFUSED);
  for (const path of REFUSED) {
    const answer = await page.goto(path);
    expect(answer!.status(), path).toBe(404);
    await ready(page, script);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
