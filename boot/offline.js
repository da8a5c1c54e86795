// Registers the service worker and lets a newer release take over when that disturbs nobody.
//
// Event on window: motcua:update-ready when a newer release is kept on the device and waits; the
// next start of the app uses it.

/** Registers the worker at `address` once the page has settled. */
export function keepOffline(address) {
  if (!("serviceWorker" in navigator)) return;
  if (document.readyState === "complete") {
    void register(address);
  } else {
    addEventListener("load", () => void register(address), { once: true });
  }
}

async function register(address) {
  try {
    // updateViaCache: the worker is the one file whose staleness would hold back all others.
    const registration = await navigator.serviceWorker.register(address, {
      updateViaCache: "none",
    });
    if (registration.waiting) offer(registration.waiting);
    registration.addEventListener("updatefound", () => follow(registration.installing));
  } catch (error) {
    // The app works without; only the offline visit is lost (private windows forbid workers).
    console.info("No offline copy:", error);
  }
}

function follow(worker) {
  worker?.addEventListener("statechange", () => {
    // Without a controller this is the first visit: there is nothing older to replace.
    if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
  });
}

function offer(worker) {
  // The worker itself looks whether this page is the only one open.
  worker.postMessage({ type: "take-over-if-alone" });
  dispatchEvent(new CustomEvent("motcua:update-ready"));
}
