// Starts the app: fetches the main wasm module, runs it, then sees to the service worker.
//
// The build fills in APP_ADDRESS and APP_INTEGRITY (the main module) and WORKER (the service
// worker's address, or null in development), and resolves @motcua/app to wasm-bindgen's bindings.

import init from "@motcua/app";
import { fetchFile } from "./chunks.js";
import { keepOffline } from "./offline.js";

try {
  await init({ module_or_path: fetchFile(APP_ADDRESS, APP_INTEGRITY) });
  if (WORKER) keepOffline(WORKER);
} catch (error) {
  console.error(error);
  dispatchEvent(new CustomEvent("motcua:crashed"));
}
