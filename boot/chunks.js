// Fetches the app's wasm, whole and unaltered, however long the network stays away. The build fills
// in CHUNKS_ADDRESS and CHUNKS_INTEGRITY: the table of the chunks' names and integrity.
//
// A promise that rejects would end the app: the Rust side panics when a chunk's load fails. So
// this one waits and tries again, tells the page that it waits, and resolves once the bytes are
// there.
//
// Events on window:
//   motcua:waiting-for-network   a file is needed and cannot be had for now
//   motcua:network-back          all that was waited for has come
//   motcua:outdated              the server no longer has this release's files; the page is then
//                                reloaded, unless a listener prevents it
//   motcua:crashed               not even a reload brought the file

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** How often a file may arrive with other bytes than the release's before it counts as gone. */
const ALTERED_LIMIT = 3;
/** The file for whose sake the page was last reloaded, so that it is not reloaded for ever. */
const RELOADED_FOR = "motcua.reloaded-for";

/** How many fetches are waiting for the network. */
let waiting = 0;

/** Where each chunk lies, by its name: fetched with the first one, since the first screen needs none. */
let places;

/** The styles of all screens but the first: there before the first of their chunks is. */
let styled;

/** The packs that were asked for, by their address: several chunks lie in one. */
const packs = new Map();

/** A response with the chunk that the splitter calls `name`; never rejects. */
export async function fetchChunk(name) {
  places ??= fetchFile(CHUNKS_ADDRESS, CHUNKS_INTEGRITY).then((response) => response.json()).then(read);
  const { chunks, styles } = await places;
  styled ??= style(...styles);
  await styled;
  const { file, from, bytes } = chunks.get(name);
  if (from === undefined) return fetchFile(...file);
  const [address] = file;
  if (!packs.has(address)) packs.set(address, fetchFile(...file).then((response) => response.arrayBuffer()));
  const part = new Uint8Array(await packs.get(address), from, bytes);
  return new Response(part, { headers: { "content-type": "application/wasm" } });
}

/** Reads the table of chunks; crates/build/src/loader.rs says what stands in it. */
function read({ styles, files }) {
  const chunks = new Map();
  for (const [stem, digest, held] of files) {
    const whole = typeof held === "string";
    const file = [`/${stem}-${named(digest)}.${whole ? "wasm" : "pack"}`, `sha256-${digest}`];
    if (whole) chunks.set(held, { file });
    for (let at = 0, from = 0; !whole && at < held.length; at += 2) {
      const bytes = held[at + 1];
      chunks.set(`chunk_${held[at]}`, { file, from, bytes });
      from += bytes;
    }
  }
  return { styles, chunks };
}

/** What a digest gives to the name of its file. */
function named(digest) {
  return Array.from(atob(digest).slice(0, 6), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

/** Adds a stylesheet after those of the page; never rejects. */
async function style(address, integrity) {
  const response = await fetchFile(address, integrity);
  // Not a link: what cannot be had now is waited for, as every file of the release is.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  document.adoptedStyleSheets.push(sheet);
}

/** A response with the file at `address`; never rejects. */
export async function fetchFile(address, integrity) {
  let waited = false;
  let altered = 0;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const response = await verified(address, integrity, waited);
    if (response) {
      if (waited && --waiting === 0) tell("motcua:network-back");
      return response;
    }
    const status = await statusOf(address);
    if (status === 200) altered++;
    if ((status >= 400 && status < 500) || altered === ALTERED_LIMIT) return outdated(address);
    if (!waited) {
      waited = true;
      if (waiting++ === 0) tell("motcua:waiting-for-network");
    }
    await rest(pause);
  }
}

/** The file, if it can be had and is the release's: a browser tells neither case from the other. */
async function verified(address, integrity, again) {
  try {
    // A second try goes past the browser's cache: a copy damaged there would never fit.
    const response = await fetch(address, { integrity, cache: again ? "reload" : "default" });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
}

/** What the server says about the file, or undefined when no server is within reach. */
async function statusOf(address) {
  try {
    return (await fetch(address, { method: "HEAD", cache: "no-store" })).status;
  } catch {
    return undefined;
  }
}

/** Waits `pause` milliseconds, or less when the browser says that it is online again. */
function rest(pause) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, pause);
    addEventListener("online", done);
  });
}

/** A newer release has taken this one's place on the server: the page has to start anew. */
function outdated(address) {
  if (tell("motcua:outdated")) {
    if (lastReloadedFor() === address) {
      tell("motcua:crashed");
    } else {
      rememberReloadFor(address);
      location.reload();
    }
  }
  // Nothing more can come of this page.
  return new Promise(() => {});
}

function lastReloadedFor() {
  try {
    return sessionStorage.getItem(RELOADED_FOR);
  } catch {
    return null;
  }
}

function rememberReloadFor(address) {
  try {
    sessionStorage.setItem(RELOADED_FOR, address);
  } catch {
    // Without storage the page may reload once more; it still ends in the failure message.
  }
}

function tell(name) {
  return dispatchEvent(new CustomEvent(name, { cancelable: true }));
}
