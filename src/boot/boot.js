(() => {
  const data = document.currentScript.dataset, root = document.documentElement;
  root.classList.add("script");
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
  Promise.all([
    import(data.script),
    fetch(data.words).then((answer) => { if (!answer.ok) throw answer.status; return answer.text(); }),
  ]).then(([code, words]) => code.default({ module_or_path: data.wasm }).then(() => code.hydrate(words)))
    .then(() => sessionStorage.removeItem("reloaded"))
    .catch(() => {
      if (navigator.onLine && !sessionStorage.getItem("reloaded")) {
        sessionStorage.setItem("reloaded", "1");
        location.reload();
      } else {
        root.setAttribute("data-plain", "");
      }
    });
})();
