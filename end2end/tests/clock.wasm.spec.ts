// A phone whose clock is wrong counts down rightly all the same: the server's time decides.
import { expect, signIn, test, tomorrow } from "./fixtures";

const HOUR = 3_600_000;

for (const [name, off] of [["two hours fast", 2 * HOUR], ["two hours slow", -2 * HOUR]] as const) {
  test(`the hold on a phone that is ${name}`, async ({ another, resort, viewport }) => {
    test.skip(viewport!.width > 900, "a clock is a clock");
    test.setTimeout(120_000);
    const page = await another();
    await page.addInitScript((off) => {
      const Real = Date;
      class Wrong extends Real {
        constructor(...all: []) {
          if (all.length) super(...all);
          else super(Real.now() + off);
        }
        static now = () => Real.now() + off;
      }
      Object.defineProperty(globalThis, "Date", { value: Wrong, configurable: true, writable: true });
    }, off);
    await signIn(page, resort, off > 0 ? "HB-1044" : "HB-1046");
    expect(Math.round((await page.evaluate(() => Date.now()) - Date.now()) / HOUR) * HOUR, "the phone's clock is wrong").toBe(off);
    await tomorrow(page, "Glass-bottom boat");
    await page.getByRole("button", { name: /^Hold/ }).click();
    const bar = page.locator(".hold-bar");
    await expect(bar.getByText(/^Held for you until \d\d:\d\d$/)).toBeVisible();
    // Some ticks later there are still fourteen minutes and some seconds, and the button still books.
    await page.waitForTimeout(2500);
    await expect(bar.locator(".ring-text")).toHaveText("14");
    await expect(page.getByText("Less than two minutes left")).toHaveCount(0);
    const left = await page.locator(".ring").evaluate((ring) => Number((ring as HTMLElement).style.getPropertyValue("--left")));
    expect(left).toBeGreaterThan(0.9);
    expect(left).toBeLessThan(1);
    await page.getByRole("button", { name: /^Confirm/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  });
}
