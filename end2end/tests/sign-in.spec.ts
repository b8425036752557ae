// The door: what is printed on the slip, however it is typed.
import { expect, open, ready, test } from "./fixtures";

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю";

// The same keys on a Russian keyboard.
const cyrillic = (text: string) => [...text.toLowerCase()].map((key) => RUSSIAN[LATIN.indexOf(key)] ?? key).join("");
const grouped = (login: string) => login.replace(/\s/g, "").replace(/(...)(?=.)/g, "$1 ");
const greeting = /^(Good (morning|afternoon|evening)|Hello), /;

test("the login in small letters and with spaces", async ({ page, resort, script }) => {
  const { login, password } = resort.slip("HB-1044");
  await open(page, "/sign-in", script);
  await page.getByLabel("Login").fill(` ${grouped(login).toLowerCase()} `);
  await page.getByLabel("Password", { exact: true }).fill(password);
  if (script) {
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
  }
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: greeting })).toContainText("Patrick");
});

test("typed on a Cyrillic keyboard it is understood, and the guest is told", async ({ page, resort, script }) => {
  const { login, password } = resort.slip("HB-1044");
  await open(page, "/sign-in", script);
  await page.getByLabel("Login").fill(cyrillic(login));
  if (script) await expect(page.getByText(`We read it as ${grouped(login)}.`)).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(cyrillic(password));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: greeting })).toBeVisible();
  await expect(page.getByText("Your keyboard was set to Cyrillic. We understood you all the same.")).toBeVisible();
});

test("a wrong password: said kindly, nothing lost", async ({ page, resort, script, refuses }) => {
  refuses("/api/sign-in");
  const { login } = resort.slip("HB-1044");
  await open(page, "/sign-in?next=/history", script);
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Password", { exact: true }).fill("quite wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toHaveText("The login and the password do not belong together. Look at the slip once more, or ask at the desk.");
  if (script) {
    await expect(page.getByLabel("Login")).toHaveValue(login);
  }
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(resort.slip("HB-1044").password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
});

test("a mistyped login is told apart from a wrong one", async ({ page, resort, script, refuses }) => {
  refuses("/api/sign-in");
  const { login } = resort.slip("HB-1044");
  const typo = (login[0] === "A" ? "C" : "A") + login.slice(1);
  await open(page, "/sign-in", script);
  await page.getByLabel("Login").fill(typo);
  await page.getByLabel("Password", { exact: true }).fill("whatever");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("This is not quite a login.");
});

test("a link of no slip says so", async ({ page, script }) => {
  await open(page, "/s/00000000000000000000000000000000", script);
  await expect(page.getByText("This link is not valid.")).toBeVisible();
});

test("the language is one tap away, and remembered", async ({ page, script }) => {
  await open(page, "/sign-in", script);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1, name: "Herzlich willkommen" })).toBeVisible();
  await open(page, "/guide?day=", script);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.locator("header summary").click();
  await page.getByRole("banner").getByRole("button", { name: "العربية" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(new URL(page.url()).pathname).toBe("/guide");
  await ready(page, script);
});

test("signing out ends it", async ({ page, resort, script }) => {
  await open(page, resort.slip("HB-1044").link, script);
  await open(page, "/me", script);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out. Nothing of yours is left on this phone.")).toBeVisible();
  await open(page, "/me", script);
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in with the slip" })).toBeVisible();
  await expect(page.getByText("Patrick")).toHaveCount(0);
});
