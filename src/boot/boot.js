(() => {
  const data = document.currentScript.dataset, root = document.documentElement, mark = root.classList;
  mark.add("script");

  // What the page's looks depend on: signal, and whether the cabinet can be put on the home screen.
  const signal = () => mark.toggle("offline", !navigator.onLine);
  addEventListener("online", signal);
  addEventListener("offline", signal);
  signal();
  const standalone = navigator.standalone || matchMedia("(display-mode: standalone)").matches;
  if (!standalone && /iPhone|iPad/.test(navigator.userAgent)) mark.add("can-add");
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.cabanaInstall = event;
    mark.add("can-install");
  });
  addEventListener("appinstalled", () => mark.remove("can-install"));

  // A newer version took over, or there is no signal: links then load whole pages (from the server, or from what the
  // phone kept) instead of asking this page's code for parts that may be gone.
  if ("serviceWorker" in navigator) {
    const first = !navigator.serviceWorker.controller;
    navigator.serviceWorker.register("/sw.js").catch(() => {});
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (!first) return mark.add("renewed");
      const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map((sheet) => sheet.href);
      navigator.serviceWorker.controller.postMessage({ files: [data.words, ...sheets], page: location.href });
    });
  }
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
    .then(() => sessionStorage.removeItem("reloaded"), again);
})();
