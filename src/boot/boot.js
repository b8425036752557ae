(() => {
  const data = document.currentScript.dataset, root = document.documentElement, mark = root.classList;
  mark.add("script");

  // What the page's looks depend on: signal, and whether the cabinet can be put on the home screen.
  const signal = () => mark.toggle("offline", !navigator.onLine);
  addEventListener("online", signal);
  addEventListener("offline", signal);
  signal();
  const standalone = navigator.standalone || matchMedia("(display-mode: standalone)").matches;
  // An iPad says it is a Mac, but no Mac has a touch screen.
  const apple = /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  if (!standalone && apple) mark.add("can-add");
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.cabanaInstall = event;
    mark.add("can-install");
  });
  addEventListener("appinstalled", () => mark.remove("can-install"));

  // The worker comes when the page is whole, so that what it keeps does not compete with what the guest waits for.
  // The console needs signal anyway.
  const worker = () => {
    const place = navigator.serviceWorker;
    if (!place || /^\/staff(\/|$)/.test(location.pathname)) return;
    const first = !place.controller, say = (what) => place.controller?.postMessage(what);
    const sheets = () => [...document.querySelectorAll("link[rel=stylesheet]")].map((sheet) => sheet.href);
    place.addEventListener("controllerchange", () => {
      // A newer version took over: from here on links load whole pages.
      if (!first) return mark.add("renewed");
      say({ files: [data.words, ...sheets()], page: location.href });
    });
    if (localStorage.getItem("offline") !== root.lang) {
      localStorage.setItem("offline", root.lang);
      say({ offline: true });
    }
    // Pages reached without a whole load are kept too, once the guest stays on one.
    let waiting;
    const push = history.pushState;
    history.pushState = function (...all) {
      push.apply(this, all);
      clearTimeout(waiting);
      waiting = setTimeout(() => navigator.onLine && say({ page: location.href }), 1000);
    };
    place.register("/sw.js").catch(() => {});
  };

  // After an update, or without signal, links load whole pages (from the server, or from what the phone kept) instead
  // of asking this page's code for parts that may be gone.
  document.addEventListener("click", (event) => {
    if ((mark.contains("renewed") || mark.contains("offline")) && event.target.closest?.("a[href]")) event.stopImmediatePropagation();
  }, true);

  // A part that fails to load leads to one reload; after that the page stays as plain links and forms, which work.
  const again = () => {
    if (navigator.onLine && !sessionStorage.getItem("reloaded")) {
      sessionStorage.setItem("reloaded", "1");
      location.reload();
    } else {
      mark.add("plain");
    }
  };
  addEventListener("unhandledrejection", (event) => { if (/import|fetch|module|chunk/i.test(String(event.reason))) again(); });
  Promise.all([
    import(data.script),
    fetch(data.words).then((answer) => { if (!answer.ok) throw answer.status; return answer.text(); }),
  ]).then(([code, words]) => code.default({ module_or_path: data.wasm }).then(() => code.hydrate(words)))
    .then(() => sessionStorage.removeItem("reloaded"), again)
    .then(worker);
})();
