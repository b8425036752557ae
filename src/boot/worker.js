// The service worker. It keeps the hashed files of this version and one calm page for when there is no signal.
// Pages of the cabinet are kept only as long as the guest is signed in: "forget" clears them.
const VERSION = "__VERSION__";
const KEPT = "__KEPT__";
const APP = "app-" + VERSION, PAGES = "pages", OFFLINE = "/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(APP).then((cache) => cache.addAll([...KEPT, OFFLINE, "/icons.svg"])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== APP && name !== PAGES).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  const { forget, files = [], page: opened, offline } = event.data ?? {};
  if (forget) event.waitUntil(caches.delete(PAGES));
  const wanted = files.map((file) => kept(new Request(file)));
  // A page reached without a whole load: its copy is fetched for the time without signal.
  if (opened && !theirs(new URL(opened).pathname)) wanted.push(page(new Request(opened, { headers: { Accept: "text/html" } })));
  // In the language of the phone now.
  if (offline) wanted.push(caches.open(APP).then((cache) => cache.add(OFFLINE)));
  event.waitUntil(Promise.allSettled(wanted));
});

// What no phone keeps: the console, the doors, links on slips, the live stream.
const theirs = (path) => /^\/(staff|api|s|live)(\/|$)/.test(path);

self.addEventListener("fetch", (event) => {
  const request = event.request, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  const path = address.pathname;
  if (theirs(path)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/(pkg|words|pictures|fonts)\//.test(path) || /^\/(icons|brand)\b/.test(path)) event.respondWith(kept(request));
});

async function kept(request) {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(APP);
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) {
      const cache = await caches.open(PAGES);
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch {
    return (await caches.match(request, { ignoreVary: true })) || (await caches.match(OFFLINE)) || Response.error();
  }
}
