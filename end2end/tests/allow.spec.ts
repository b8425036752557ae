// The desk allows more than the rules do: one more place, a hold that lasts longer, a hold given back.
import { expect, open, ready, signIn, smallBoat, staffSignIn, testWith, tomorrow } from "./fixtures";

const test = testWith(smallBoat);

test("one more place, held for longer, and given back", async ({ page, another, resort, script }) => {
  const first = await another();
  await signIn(first, resort, "HB-1002", script);
  await tomorrow(first, "Glass-bottom boat");
  const boat = new URL(first.url()).pathname;
  await first.getByRole("button", { name: /^Hold/ }).click();
  await first.getByRole("button", { name: /^Confirm/ }).click();
  await expect(first.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();

  await staffSignIn(page, resort, "ana", script);
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: /^Bookings/ }).click();
  await page.getByRole("link", { name: "The day after" }).click();
  const line = page.getByRole("listitem").filter({ has: page.locator(`input[name="session"][value="${boat.split("/").pop()}"]`) }).first();
  const unfold = async () => {
    await ready(page, script);
    if (!(await line.getByRole("table").isVisible())) await line.locator("summary").first().click();
  };
  await unfold();
  await line.getByText("More places").click();
  await line.getByLabel("Places beyond those it has").fill("1");
  await line.getByLabel("Reason").last().fill("The skipper lends his seat");
  await line.getByRole("button", { name: "Allow" }).click();
  await expect(line.getByText("1 of 2")).toBeVisible();

  const second = await another();
  await signIn(second, resort, "HB-1044", script);
  await open(second, boat, script);
  await second.getByRole("button", { name: /^Hold/ }).click();
  await expect(second.getByText(/^The places are yours until/)).toBeVisible();
  const later = new Date(Date.now() + 3_600_000).toLocaleTimeString("en-GB", { timeZone: "Africa/Cairo", hour: "2-digit", minute: "2-digit" });

  if (!script) await page.reload();
  await expect(line.getByText("2 of 2")).toBeVisible();
  await unfold();
  await line.getByText(/^Change what/).click();
  await line.getByLabel("Keep until").fill(later);
  await line.getByLabel("Reason").nth(1).fill("They pay by invoice");
  await line.getByRole("button", { name: "Keep for them" }).click();
  if (!script) await second.reload();
  await expect(second.getByText(`The places are yours until ${later}`)).toBeVisible();

  await unfold();
  const back = line.getByRole("button", { name: "Give the places back" });
  if (!(await back.isVisible())) await line.getByText(/^Change what/).click();
  await line.getByLabel("Reason").nth(2).fill("They changed their minds on the phone");
  await back.click();
  await expect(line.getByText("1 of 2")).toBeVisible();
  if (!script) await second.reload();
  await expect(second.getByRole("heading", { level: 1, name: "Given back" })).toBeVisible();
  // There is still room, so one tap has it again.
  await second.getByRole("button", { name: /^Hold 1 place/ }).click();
  await expect(second.getByText(/^The places are yours until/)).toBeVisible();
});
