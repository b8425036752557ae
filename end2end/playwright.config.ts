// The walks through the product in Debian's Chromium: on a phone and on a desktop, with JavaScript and without.
import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
// Twice the points would be four times the painting; only the pictures are looked at.
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 };
const desktop = { viewport: { width: 1280, height: 800 } };

export default defineConfig({
  testDir: "tests",
  outputDir: "results",
  // Each worker starts a server of its own (fixtures.ts).
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  // A busy machine may starve a browser for a while; what only passes the second time is reported as flaky.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    trace: "on-first-retry",
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  projects: [
    { name: "phone", use: phone, testIgnore: /\.once\.spec\.ts/ },
    { name: "desktop", use: desktop, testIgnore: /\.(once|phone)\.spec\.ts/ },
    // The same walks as plain links and forms; what truly needs JavaScript is named *.wasm.spec.ts.
    { name: "phone-plain", use: { ...phone, javaScriptEnabled: false }, testIgnore: /\.(wasm|once)\.spec\.ts/ },
    { name: "once", use: { ...phone, deviceScaleFactor: 2 }, testMatch: /\.once\.spec\.ts/ },
  ],
});
