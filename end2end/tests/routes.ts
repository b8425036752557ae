// Every page there is, for walks that look at all of them.
import type { Page } from "@playwright/test";
import { expect, letSignIn, open, orderTowels, ready, tab, tomorrow } from "./fixtures";

export const PUBLIC = [
  "/sign-in", "/sign-in?told=ended", "/", "/book", "/offers", "/offers?q=zzzz", "/offers/reef-snorkelling", "/order", "/guide", "/guide/nothing", "/guide?day=nonsense", "/around", "/me", "/offline", "/nowhere", "/offers/nothing",
];

// Addresses of these that answer with a refusal.
export const REFUSED = ["/nowhere", "/guide/nothing", "/offers/nothing"];

export const CONSOLE = [
  "/staff", "/staff/orders", "/staff/orders?state=all", "/staff/bookings", "/staff/bookings/close", "/staff/waitlist", "/staff/demand", "/staff/money", "/staff/receipts", "/staff/tickets", "/staff/stays", "/staff/stays?show=all", "/staff/stays/new",
  "/staff/stays/1", "/staff/slips", "/staff/slips/1", "/staff/log", "/staff/account",
];

// The console's pages, with those of an order and of a ticket: somebody signed in as a guest makes both.
export async function consoleOf(guest: Page): Promise<string[]> {
  const here = () => new URL(guest.url()).pathname.split("/").pop()!;
  await tomorrow(guest, "Beach volleyball");
  const session = here();
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await guest.getByRole("button", { name: /^Confirm/ }).click();
  const code = (await guest.locator(".ticket-code").first().textContent())!.replace(/\s/g, "");
  await orderTowels(guest);
  return [...CONSOLE, `/staff/orders/${here()}`, `/staff/tickets/${code}`, "/staff/tickets/23456789ACDEFHJKMN", "/staff/stays/999999", `/staff/sessions/${session}`];
}

// Addresses of the console that answer with a refusal, and the doors behind them.
export const CONSOLE_REFUSED = ["/staff/tickets/23456789ACDEFHJKMN", "/staff/stays/999999", "/api/staff-ticket", "/api/staff-stay", "/api/staff-room-owes", "/api/staff-points"];

// Signed in as a guest who reads English: makes a booking, one given back, one cancelled, a hold and an order, and
// answers the address of every page.
export async function pagesOf(page: Page, script: boolean, titles = ["Beach volleyball", "Glass-bottom boat"]): Promise<string[]> {
  const here = () => new URL(page.url()).pathname;
  await tomorrow(page, titles[0]);
  const session = here();
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const booked = here();
  await tomorrow(page, "Morning yoga by the sea");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const cancelled = here();
  await page.locator("summary").filter({ hasText: "Cancel" }).click();
  await page.getByRole("button", { name: "Yes, cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancelled" })).toBeVisible();
  await tomorrow(page, titles[1]);
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("button", { name: "Give the places back" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Given back" })).toBeVisible();
  const ended = here();
  await tomorrow(page, titles[1]);
  await page.getByRole("button", { name: /^Hold/ }).click();
  await expect(page.getByRole("button", { name: /^Confirm/ })).toBeVisible();
  const held = here();
  await orderTowels(page);
  const order = here();
  await open(page, "/order", script);
  await page.getByRole("button", { name: "Add to the basket: Extra towels" }).click();
  await expect(page.getByText("1 in the basket")).toBeVisible();
  await open(page, "/book?offer=massage-60", script);
  await page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(1).click();
  await expect(page.getByRole("heading", { name: "Tomorrow" })).toBeVisible();
  const times = `${here()}${new URL(page.url()).search}`;
  const time = (await page.getByRole("navigation", { name: /^Times/ }).getByRole("link").first().getAttribute("href"))!;
  await open(page, "/book", script);
  const month = (await page.getByRole("link", { name: "Month" }).getAttribute("href"))!;
  await open(page, "/guide", script);
  const article = (await page.getByRole("main").locator("a[href^='/guide/']").first().getAttribute("href"))!;
  return [
    "/", "/notices", "/offers", "/offers?included=1", "/offers/reef-snorkelling", "/offers/massage-60", "/book", month, times, session, time, booked, `${booked}/move`, held, ended, cancelled,
    "/order", "/order/breakfast-in-room", "/basket", order, "/guide", article, "/around", "/me", "/history", "/wishes", "/bill",
  ];
}

// Signed in as an adult who reads English and has a child: pays an order by card, makes a slip for the child, who signs in
// with it on a phone of their own and asks for more than they may spend. Answers the addresses that only such a party has,
// to be looked at by the adult and by the child.
export async function familyOf(page: Page, phone: Page, script: boolean): Promise<{ adult: string[]; child: string[] }> {
  const here = (of: Page) => new URL(of.url()).pathname;
  // More than any package gives in a day, and more than a child may spend.
  const fruit = async (of: Page) => {
    await tab(of, "Order").click();
    for (const many of [1, 2, 3]) {
      await of.getByRole("button", { name: "Add to the basket: Fruit of the day" }).click();
      await expect(of.getByText(`${many} in the basket`)).toBeVisible();
    }
    await of.locator("a.basket-bar").click();
    await of.getByRole("button", { name: "Place the order" }).click();
  };
  await fruit(page);
  await expect(page.getByRole("heading", { level: 1, name: /^Order/ })).toBeVisible();
  await ready(page, script);
  const order = here(page);
  await page.getByRole("button", { name: /^Pay .* by card now/ }).click();
  await page.getByRole("button", { name: "The card that is accepted" }).click();
  const receipt = (await page.getByRole("link", { name: /paid by card/ }).getAttribute("href"))!;

  await open(page, "/me", script);
  await letSignIn(page.locator("#spending .spender").last());
  const said = async (what: string) => (await page.locator(`[data-slip='${what}']`).textContent())!;
  const [login, password] = [await said("login"), await said("password")];
  const slip = here(page);
  await open(phone, "/sign-in", script);
  await phone.getByLabel("Login").fill(login);
  await phone.getByLabel("Password").fill(password);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await fruit(phone);
  await phone.getByRole("button", { name: /^Ask / }).click();
  await expect(phone.getByText(/^Asked\./)).toBeVisible();
  const ask = here(phone);
  return { adult: [order, receipt, slip, ask, "/me", "/notices"], child: [ask, "/me", "/basket"] };
}
