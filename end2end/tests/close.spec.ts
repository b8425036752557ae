// The resort calls something off: everybody whom it concerns is listed, each goes the way that was chosen, and is told.
import { expect, open, ready, signIn, staffSignIn, testWith, tomorrow } from "./fixtures";

// A resort of its own: what is called off here is sold in other walks.
const test = testWith(() => {});

test("a boat is called off and opens again", async ({ page, another, resort, script }) => {
  const priya = await another();
  await signIn(priya, resort, "HB-1050", script);
  await tomorrow(priya, "Glass-bottom boat");
  const session = new URL(priya.url()).pathname;
  const number = session.split("/").pop();
  const book = async (guest: typeof priya) => {
    await guest.getByRole("button", { name: /^Hold/ }).click();
    await guest.getByRole("button", { name: /^Confirm/ }).click();
    await expect(guest.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
    return new URL(guest.url()).pathname;
  };
  const hers = await book(priya);
  const george = await another();
  await signIn(george, resort, "HB-1054", script);
  await open(george, session, script);
  const his = await book(george);

  await staffSignIn(page, resort, "ana", script);
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: /^Bookings/ }).click();
  await page.getByRole("link", { name: "The day after" }).click();
  const link = page.locator(`a[href="/staff/bookings/close?session=${number}"]`);
  await page.locator("details").filter({ has: link }).locator("summary").first().click();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Call off or close" })).toBeVisible();
  await expect(page.getByText("2 bookings are affected. Choose what becomes of each.")).toBeVisible();
  await ready(page, script);
  await page.getByRole("group", { name: /Priya Sharma/ }).getByText("Cancel, everything comes back").click();
  await page.getByRole("group", { name: /George Papadopoulos/ }).getByText(/^Move to/).first().click();
  await page.getByLabel("Reason").fill("The <i>engine</i> coughs");
  await page.getByRole("button", { name: "Call it off" }).click();

  await expect(page.getByRole("heading", { level: 2, name: "Called off or closed" })).toBeVisible();
  await expect(page.getByText("The <i>engine</i> coughs")).toBeVisible();

  await open(priya, hers, script);
  await expect(priya.getByRole("heading", { level: 1, name: "Called off by the resort" })).toBeVisible();
  await expect(priya.getByText("The reason: The <i>engine</i> coughs")).toBeVisible();
  await expect(priya.getByRole("heading", { name: "Where there is room" })).toBeVisible();
  await open(priya, "/notices", script);
  await expect(priya.getByRole("link", { name: /had to call this off: Glass-bottom boat/ })).toHaveAttribute("href", hers);
  await open(priya, session, script);
  await expect(priya.getByText("Called off", { exact: true }).first()).toBeVisible();
  await open(george, his, script);
  await expect(george.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await expect(george.getByText(/^Moved by the resort from/)).toBeVisible();

  await page.getByRole("button", { name: /^Open again: Glass-bottom boat/ }).click();
  await expect(page.getByRole("button", { name: /^Open again/ })).toHaveCount(0);
  await open(priya, session, script);
  await expect(priya.getByText("20 places left").first()).toBeVisible();
});

test("a court is closed for some hours", async ({ page, another, resort, script }) => {
  await staffSignIn(page, resort, "mona", script);
  await open(page, "/staff/bookings", script);
  await page.getByRole("link", { name: "The day after" }).click();
  await page.getByRole("link", { name: "Close a court, a person or an offer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Call off or close" })).toBeVisible();
  await ready(page, script);
  const form = page.locator("form").filter({ has: page.getByLabel("Until") });
  await form.getByLabel("Which").selectOption({ index: 2 });
  await form.getByLabel("From").fill("09:00");
  await form.getByLabel("Until").fill("12:00");
  await form.getByRole("button", { name: "Show who is affected" }).click();
  await expect(page.getByText("Nobody has booked it.")).toBeVisible();
  await ready(page, script);
  await page.getByLabel("Reason").fill("The net is torn");
  await page.getByRole("button", { name: "Call it off" }).click();
  await expect(page.getByText("The net is torn")).toBeVisible();

  const guest = await another();
  await signIn(guest, resort, "HB-1044", script);
  await open(guest, "/book?offer=padel-court", script);
  await guest.getByRole("navigation", { name: "Days" }).getByRole("link").nth(1).click();
  await expect(guest.getByRole("heading", { name: "Tomorrow" })).toBeVisible();
  const times = guest.getByRole("navigation", { name: /^Times/ });
  await expect(times.getByText("Called off")).toHaveCount(3);
  await expect(times.getByRole("link", { name: /^12:00/ })).toBeVisible();
});
