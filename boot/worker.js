// The service worker: keeps one release of the app and the public catalogue on the device, so
// that a repeat visit starts at once and without a network.
//
// The build fills in VERSION, HASHED_FILES (their names follow from their content, so a kept copy
// is never stale) and PLAIN_FILES (the rest: the page, the mark, the configuration).
//
// It also shows what the portal tells this device by web push, and opens the app at a tap on it.
//
// Nothing personal is ever kept: only GET answers of the resources in PUBLIC are, and of those
// none that the portal marks private or no-store.

const RELEASE = `motcua-release-${VERSION}`;
const CATALOGUE = "motcua-catalogue";
const PAGE = "/index.html";
const API = "/api/v1/";
/** The API's public, impersonal resources: the first segment below /api/v1/. */
const PUBLIC = new Set([
  "agencies",
  "catalogue",
  "fields",
  "life-events",
  "places",
  "portal",
  "services",
]);
/** A kept answer is shown when the portal has not answered within this time. */
const PATIENCE_MS = 4000;
/** How many catalogue answers are kept; the oldest go first. */
const CATALOGUE_LIMIT = 300;

/** The app's screens to which a notification leads (src/route.rs): a dossier, by its code, or all. */
const DOSSIER = "/ho-so/";
const NOTIFICATIONS = "/thong-bao";
/** Pages on this origin that are not the app's. */
const OTHER_PAGES = ["/api/", "/sandbox/"];
const ICON = "/icons/icon-192.png";
/** What is shown for a message that cannot be read: the browser insists that something is. */
const UNREADABLE = {
  title: "Có tin mới từ cổng dịch vụ công",
  text: "Mở cổng để xem.",
  language: "vi",
};
/** How long to wait before the portal is told once more of a subscription that changed. */
const TOLD_AGAIN_MS = [2_000, 15_000];

const hashed = new Set(HASHED_FILES);

addEventListener("install", (event) => {
  event.waitUntil(keepRelease());
});

addEventListener("activate", (event) => {
  event.waitUntil(dropOlderReleases().then(() => clients.claim()));
});

addEventListener("message", (event) => {
  if (event.data?.type === "take-over-if-alone") event.waitUntil(takeOverIfAlone());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = new URL(request.url);
  if (address.pathname.startsWith(API)) {
    if (isPublic(request, address)) event.respondWith(freshOrKept(event, request));
  } else if (address.origin !== location.origin) {
    // Another server's file: none of our business.
  } else if (request.mode === "navigate") {
    event.respondWith(page(request));
  } else if (hashed.has(address.pathname)) {
    event.respondWith(keptOrFetched(request, address.pathname));
  } else if (PLAIN_FILES.includes(address.pathname)) {
    event.respondWith(fetchedOrKept(request, address.pathname));
  }
});

addEventListener("push", (event) => {
  event.waitUntil(show(message(event.data)));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(screenOf(event.notification.data?.dossier)));
});

addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event.oldSubscription, event.newSubscription));
});

/** Keeps the whole release, or fails and leaves the older one in charge. */
async function keepRelease() {
  const cache = await caches.open(RELEASE);
  // Hashed files may come from the browser's cache; the others must be this release's.
  const plain = PLAIN_FILES.map((file) => new Request(file, { cache: "reload" }));
  await cache.addAll([...HASHED_FILES, ...plain]);
}

async function dropOlderReleases() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("motcua-release-") && name !== RELEASE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** Replaces the older worker, unless a page still runs that may need the older release's files. */
async function takeOverIfAlone() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length <= 1) await skipWaiting();
}

/** Every address of the app is the same page: the server's, or the kept one without a network. */
async function page(request) {
  try {
    const response = await within(PATIENCE_MS, fetch(request));
    if (response.status < 500) return response;
  } catch {
    // No network, or none to speak of.
  }
  return (await kept(PAGE)) ?? fetch(request);
}

async function keptOrFetched(request, name) {
  return (await kept(name)) ?? fetch(request);
}

async function fetchedOrKept(request, name) {
  try {
    return await within(PATIENCE_MS, fetch(request));
  } catch {
    return (await kept(name)) ?? Response.error();
  }
}

async function kept(name) {
  const cache = await caches.open(RELEASE);
  return cache.match(name);
}

function isPublic(request, address) {
  const [resource] = address.pathname.slice(API.length).split("/");
  return PUBLIC.has(resource) && !request.headers.has("Authorization");
}

/** The portal's answer; the kept one when the portal fails or takes too long. */
async function freshOrKept(event, request) {
  const fresh = fetch(request).then((response) => {
    if (mayKeep(response)) event.waitUntil(keepAnswer(request, response.clone()));
    return response;
  });
  try {
    const response = await within(PATIENCE_MS, fresh);
    if (response.status < 500) return response;
  } catch {
    // No network, or none to speak of.
  }
  const cache = await caches.open(CATALOGUE);
  return (await cache.match(request)) ?? fresh;
}

function mayKeep(response) {
  const control = response.headers.get("Cache-Control") ?? "";
  return response.status === 200 && !/\b(private|no-store)\b/i.test(control);
}

async function keepAnswer(request, response) {
  const cache = await caches.open(CATALOGUE);
  // Putting an answer anew moves it to the end, so the keys stand from oldest to newest.
  await cache.delete(request);
  await cache.put(request, await dated(response));
  const requests = await cache.keys();
  const tooMany = requests.slice(0, Math.max(0, requests.length - CATALOGUE_LIMIT));
  await Promise.all(tooMany.map((old) => cache.delete(old)));
}

/** The same answer with the time at which it was kept, so that the app can say how old it is. */
async function dated(response) {
  const headers = new Headers(response.headers);
  headers.set("Motcua-Kept-At", localTime(new Date()));
  // The body is unpacked by now.
  headers.delete("Content-Encoding");
  return new Response(await response.blob(), { status: response.status, headers });
}

/** RFC 3339 by this device's clock: 2026-11-22T08:05:00+07:00. */
function localTime(now) {
  const east = -now.getTimezoneOffset();
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const shifted = new Date(now.getTime() + east * 60_000).toISOString().slice(0, 19);
  return `${shifted}${east < 0 ? "-" : "+"}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
}

/** What `promise` gives, or a rejection after `milliseconds`. */
function within(milliseconds, promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too slow")), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The contract's PushMessage, as far as it is one. */
function message(data) {
  try {
    const { title, text, language, dossier } = data.json();
    if (![title, language].every((word) => typeof word === "string" && word)) return UNREADABLE;
    return {
      title,
      language,
      text: typeof text === "string" ? text : undefined,
      dossier: typeof dossier === "string" && dossier ? dossier : undefined,
    };
  } catch {
    return UNREADABLE;
  }
}

/** Says what the message says and no more. News of one dossier replace each other. */
function show({ title, text, language, dossier }) {
  return registration.showNotification(title, {
    body: text,
    lang: language,
    tag: dossier ?? NOTIFICATIONS,
    renotify: true,
    icon: ICON,
    data: { dossier },
  });
}

/** A path of the app, whatever the message held. */
function screenOf(dossier) {
  return dossier ? DOSSIER + encodeURIComponent(dossier) : NOTIFICATIONS;
}

/** Brings the screen before the person: in a window that shows it, in another of the app's, or in a new one. */
async function lead(screen) {
  const pathOf = (page) => new URL(page.url).pathname;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const pages = open.filter((page) => !OTHER_PAGES.some((other) => pathOf(page).startsWith(other)));
  const page = pages.find((one) => pathOf(one) === screen) ?? pages[0];
  try {
    const shown = await page?.focus();
    if (shown) return pathOf(shown) === screen ? shown : await shown.navigate(screen);
  } catch {
    // A page that this worker does not look after cannot be led.
  }
  return clients.openWindow(screen);
}

/** The browser has given up a subscription: makes another, and tells the portal as soon as it listens. */
async function renew(old, made) {
  const key = old?.options.applicationServerKey ?? (await portalKey());
  const subscription =
    made ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  const { endpoint, keys } = subscription.toJSON();
  const request = {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
    body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  };
  for (const pause of [0, ...TOLD_AGAIN_MS]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const answer = await fetch(`${API}me/push-subscriptions`, request);
      // What it refuses now it refuses again; the person turns it on anew in the app.
      if (answer.status < 500) return;
    } catch {
      // No network, or none to speak of.
    }
  }
}

async function portalKey() {
  const answer = await fetch(`${API}me/notification-channels`);
  return (await answer.json()).pushKey;
}
