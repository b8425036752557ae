// The camera reads codes: the guest's own slip at the sign-in, a ticket at the desk. The camera is a film made here.
import { chromium, type Page } from "@playwright/test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import config from "../playwright.config";
import { expect, open, signIn, staffSignIn, test, tomorrow } from "./fixtures";

const WIDTH = 640;
const HEIGHT = 480;

// A film of one frame: the code of an SVG on white paper.
async function film(page: Page, svg: string): Promise<Buffer> {
  const light = await page.evaluate(
    async ([svg, width, height]) => {
      const picture = new Image();
      picture.src = `data:image/svg+xml,${encodeURIComponent(svg.replace(/ xmlns="[^"]*"/, "").replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"'))}`;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      const context = canvas.getContext("2d")!;
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      context.drawImage(picture, (width - 400) / 2, (height - 400) / 2, 400, 400);
      const points = context.getImageData(0, 0, width, height).data;
      let bytes = "";
      for (let at = 0; at < points.length; at += 4) bytes += String.fromCharCode(points[at]);
      return btoa(bytes);
    },
    [svg, WIDTH, HEIGHT] as [string, number, number],
  );
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\nFRAME\n`);
  return Buffer.concat([head, Buffer.from(light, "base64"), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}

// A browser whose camera sees that film.
async function seeing(film: Buffer, work: (page: Page) => Promise<void>, baseURL: string) {
  const folder = mkdtempSync(join(tmpdir(), "cabana-film-"));
  const file = join(folder, "film.y4m");
  writeFileSync(file, film);
  const launch = config.use!.launchOptions!;
  const cameras = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
  const browser = await chromium.launch({ ...launch, args: [...launch.args!, ...cameras] });
  try {
    await work(await (await browser.newContext({ baseURL, permissions: ["camera"] })).newPage());
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

test("a slip is scanned instead of typed", async ({ page, resort }) => {
  await staffSignIn(page, resort, "mona");
  await open(page, "/staff/stays?q=HB-1049");
  await page.getByRole("row").filter({ hasText: "HB-1049" }).getByRole("link").first().click();
  await page.getByRole("link", { name: "Slip", exact: true }).click();
  const svg = await page.locator(".slip-qr svg").first().evaluate((code) => code.outerHTML);
  await seeing(
    await film(page, svg),
    async (phone) => {
      await open(phone, "/sign-in");
      await phone.getByRole("button", { name: "Scan with the camera" }).click();
      await phone.waitForURL((url) => url.pathname === "/");
      await expect(phone.getByRole("link", { name: /^Notices/ })).toBeVisible();
    },
    resort.url,
  );
});

test("a ticket is read by the desk's camera", async ({ page, another, resort }) => {
  const guest = await another();
  await signIn(guest, resort, "HB-1051");
  await tomorrow(guest, "Morning yoga by the sea");
  await guest.getByRole("button", { name: /^Hold/ }).click();
  await guest.getByRole("button", { name: /^Confirm/ }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "You are going" })).toBeVisible();
  const svg = await guest.locator(".qr svg").first().evaluate((code) => code.outerHTML);
  await seeing(
    await film(page, svg),
    async (desk) => {
      await staffSignIn(desk, resort, "karim");
      await open(desk, "/staff/tickets");
      await desk.getByRole("button", { name: "Scan with the camera" }).click();
      await expect(desk.getByText("For another day")).toBeVisible();
    },
    resort.url,
  );
});
