// Two guests reach for the last place: one has it, the other is told so and shown where there is room.
import { expect, signIn, smallBoat, testWith, tomorrow } from "./fixtures";

const test = testWith(smallBoat);

test("the last place in the boat", async ({ page, another, resort, refuses }) => {
  refuses("/api/hold");
  const other = await another();
  await signIn(page, resort, "HB-1002");
  await signIn(other, resort, "HB-1044");
  const both = [page, other];
  for (const one of both) {
    await tomorrow(one, "Glass-bottom boat");
    await expect(one.getByText("1 place left").first()).toBeVisible();
  }
  // Whoever hears first that the place is gone has no button any more to press.
  await Promise.all(both.map((one) => one.getByRole("button", { name: "Hold 1 place for 15 min" }).click({ timeout: 5000 }).catch(() => {})));

  const has = (one: typeof page) => one.getByText(/^The places are yours until/);
  const lost = (one: typeof page) => one.getByText(/somebody else took the last place|was a moment quicker|Somebody is holding places/);
  await Promise.all(both.map((one) => expect(has(one).or(lost(one)).first()).toBeVisible()));
  const winners = await Promise.all(both.map((one) => has(one).isVisible()));
  expect(winners.filter(Boolean)).toHaveLength(1);
  const [winner, loser] = winners[0] ? [page, other] : [other, page];
  await expect(loser.getByRole("heading", { name: "Where there is room" }).first()).toBeVisible();
  await expect(loser.getByRole("main").locator("a[href^='/sessions/']").first()).toBeVisible();
  await expect(loser.getByRole("button", { name: /^Hold/ })).toHaveCount(0);

  await winner.getByRole("button", { name: /^Confirm/ }).click();
  await expect(winner.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  await loser.getByRole("main").locator("a[href^='/sessions/']").first().click();
  await expect(loser.getByRole("button", { name: /^Hold/ })).toBeVisible();
});
