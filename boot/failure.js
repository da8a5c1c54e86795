// Says so, in plain words, when the app cannot start or has stopped: a blank or dead page helps
// nobody. The words stand in index.html's <template id="failure">, so that this works with no
// wasm, no network and no app at all.
//
// What leads here: a script that cannot be loaded or parsed, a wasm trap (a Rust panic ends in
// one), or the event "motcua:crashed".

let shown = false;

/** Puts the failure message in the place of what the page was showing. */
function show() {
  if (shown) return;
  if (document.readyState === "loading") {
    addEventListener("DOMContentLoaded", show, { once: true });
    return;
  }
  const message = document.querySelector("template#failure")?.content.cloneNode(true);
  if (!message) return;
  shown = true;
  const place = document.querySelector("main") ?? document.body;
  place.replaceChildren(message);
  place.removeAttribute("aria-busy");
  place.querySelector("[data-reload]")?.addEventListener("click", () => location.reload());
  place.scrollIntoView();
  void nameHotline(place);
}

/** Fills in the portal's hotline where its configuration is within reach. */
async function nameHotline(place) {
  try {
    const { hotline } = await (await fetch("/config.json")).json();
    if (typeof hotline !== "string" || hotline === "") return;
    for (const link of place.querySelectorAll("[data-hotline]")) {
      link.textContent = hotline;
      link.setAttribute("href", `tel:${hotline.replace(/[^+\d]/g, "")}`);
      link.closest("[hidden]")?.removeAttribute("hidden");
    }
  } catch {
    // No configuration: the message stands without a number.
  }
}

const isTrap = (error) => error instanceof (globalThis.WebAssembly?.RuntimeError ?? Function);
const isOwnScript = (target) => target instanceof HTMLScriptElement;

// In the capture phase, since the error of an element that cannot load does not bubble.
addEventListener(
  "error",
  (event) => {
    if (isOwnScript(event.target) || isTrap(event.error) || event.error instanceof SyntaxError) {
      show();
    }
  },
  true,
);
addEventListener("unhandledrejection", (event) => {
  if (isTrap(event.reason)) show();
});
addEventListener("motcua:crashed", show);

// Until the app runs, the shell itself says that it waits; the app's own notice comes after.
const say = (waiting) => {
  const line = document.getElementById("shell-waiting");
  if (line) line.textContent = waiting ? line.dataset.words : "";
};
addEventListener("motcua:waiting-for-network", () => say(true));
addEventListener("motcua:network-back", () => say(false));
