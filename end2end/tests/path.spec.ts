// The whole path of a guest: from the slip in the hand to a place on the boat, a tray at the door, and back.
import { expect, ready, signIn, tab, test, tomorrow } from "./fixtures";

// The places of the boat before anybody of this walk booked.
let places = "";

test("from the slip to a booked place, something brought to the room, and a place given back", async ({ page, resort, script }) => {
  await test.step("the code on the slip leads in, without a question", async () => {
    await signIn(page, resort, "HB-1002", script);
    await expect(page.getByRole("heading", { level: 1, name: /^(Good (morning|afternoon|evening)|Hello), .*James/ })).toBeVisible();
    await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  });

  await test.step("what is on tomorrow, with the places left", async () => {
    await tab(page, "Book").click();
    await page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(1).click();
    await expect(page.getByRole("heading", { name: "Tomorrow" })).toBeVisible();
    const boat = page.getByRole("link", { name: /11:00.*Glass-bottom boat/ });
    await expect(boat).toContainText(/\d+ places left/);
    places = /\d+ places left/.exec((await boat.textContent())!)![0];
    await expect(boat).toContainText("€18");
    await boat.click();
    await expect(page.getByRole("heading", { level: 1, name: "Glass-bottom boat" })).toBeVisible();
  });

  await test.step("who goes, and for how much", async () => {
    await expect(page.getByRole("checkbox", { name: /James Whitfield/ })).toBeChecked();
    await page.getByRole("checkbox", { name: /Margaret Whitfield/ }).check();
    await expect(page.getByRole("heading", { name: "If your plans change" })).toBeVisible();
    if (script) {
      await expect(page.getByRole("status").filter({ hasText: "Total" })).toContainText("€36");
      await page.getByRole("button", { name: "Hold 2 places for 15 min" }).click();
    } else {
      await page.getByRole("button", { name: "Hold for 15 min" }).click();
    }
  });

  await test.step("held, with the time that is left", async () => {
    await expect(page.getByText(/^The places are yours until \d\d:\d\d/)).toBeVisible();
    await expect(page.getByText(/^Held for you until \d\d:\d\d$/)).toBeVisible();
    await expect(page.locator(".sum-total")).toContainText("€36");
    await page.getByRole("button", { name: "Confirm, €36 to the room" }).click();
  });

  const booking = await test.step("booked: one ticket for each", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
    await expect(page.getByRole("img", { name: "Ticket of James Whitfield" })).toBeVisible();
    await expect(page.getByRole("img", { name: "Ticket of Margaret Whitfield" })).toBeVisible();
    await expect(page.getByText("Booked, €36 to the room")).toBeVisible();
    return new URL(page.url()).pathname;
  });

  await test.step("the bell has rung", async () => {
    await page.getByRole("link", { name: "Notices: 1 new" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Notices" })).toBeVisible();
    const notice = page.getByRole("link", { name: /Booked: Glass-bottom boat/ });
    await expect(notice).toHaveAttribute("href", booking);
    await expect(notice).toContainText(/Booked: Glass-bottom boat, .+ at 11:00\./);
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  });

  await test.step("it stands in the history", async () => {
    await tab(page, "Me").click();
    await page.getByRole("link", { name: "Bookings and orders" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
    await expect(page.getByRole("link", { name: /11:00 Glass-bottom boat.*€36.*Booked/ })).toBeVisible();
  });

  await test.step("something to the room, by way of the basket", async () => {
    await tab(page, "Order").click();
    await expect(page.getByRole("heading", { level: 1, name: "To your room" })).toBeVisible();
    await page.getByRole("button", { name: "Add to the basket: Extra towels" }).click();
    await expect(page.getByText("1 in the basket")).toBeVisible();
    await page.getByRole("link", { name: "Choose: Champagne on ice" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Champagne on ice" })).toBeVisible();
    await page.getByText("Rosé, with red berries").click();
    await page.getByRole("button", { name: "Add to the basket" }).click();
    await expect(page.getByText("Champagne on ice: now in your basket.")).toBeVisible();
    await page.getByRole("link", { name: "See the basket" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your basket" })).toBeVisible();
    await expect(page.locator(".sum-total")).toContainText("€115");
    await ready(page, script);
    await page.getByLabel("Anything we should know?").fill("Two <b>glasses</b> & a candle, please");
    await page.getByRole("button", { name: "Place the order" }).click();
  });

  await test.step("the order's own page", async () => {
    await expect(page.getByRole("heading", { level: 1, name: /^Order \d+$/ })).toBeVisible();
    await expect(page.getByText("We have your order and will look at it in a moment.")).toBeVisible();
    await expect(page.getByText("Two <b>glasses</b> & a candle, please")).toBeVisible();
    await expect(page.locator(".sum-total")).toContainText("€115");
  });

  await test.step("one of the two does not go", async () => {
    await page.goto(booking);
    await ready(page, script);
    await page.locator("summary").filter({ hasText: "One of you does not go" }).click();
    await expect(page.getByText("Cancelling costs nothing now. €18 is taken off the room’s bill.").first()).toBeVisible();
    await page.getByRole("button", { name: "Margaret Whitfield does not go" }).click();
    await expect(page.locator(".timeline")).toContainText("Margaret Whitfield does not go");
    await expect(page.locator(".ticket-stub")).toHaveCount(1);
    await expect(page.locator("summary").filter({ hasText: "One of you does not go" })).toHaveCount(0);
  });

  await test.step("the place is given back, after the sum was shown", async () => {
    await page.locator("summary").filter({ hasText: "Cancel" }).click();
    await expect(page.getByText("Cancelling costs nothing now. €18 is taken off the room’s bill.")).toBeVisible();
    await page.getByRole("button", { name: "Yes, cancel" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Cancelled" })).toBeVisible();
    await expect(page.getByText("Cancelled. Nothing was kept.")).toBeVisible();
    await page.goto("/bill");
    await ready(page, script);
    await expect(page.locator(".sum-total")).toContainText("€115");
  });
});

test("the boat has room again for the next guest", async ({ page, resort, script }) => {
  await signIn(page, resort, "HB-1045", script);
  await tomorrow(page, "Glass-bottom boat");
  await expect(page.getByText(places).first()).toBeVisible();
});
