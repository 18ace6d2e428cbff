// The part of Vloot that lives in the browser when no page is open: what was read last, what waits to be sent, and notifications.
// TOLD (build, files, pages, words) stands above this, put there by web/shell/app.py. Nothing of this runs on a shared device.
const SHELL = `vloot-shell-${TOLD.build}`;
const META = "vloot-meta";
const PAGES = "vloot-pages-"; // and the reader: what one has read is nobody else's
const MOST_PAGES = 60;
const MOST_FACES = 300;
const OLDEST = 14 * 86400 * 1000; // milliseconds
const HASHED = /^\/static\/.*\.[0-9a-f]{12}\./;
const AWAY = new Set([502, 503, 504]); // what stands in front answers, Vloot does not
const SENDABLE = /^\/(ask\/|s\/[^/]+\/|t\/\d+\/answers\/|p\/\d+\/(comments|replies)\/)?$/;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => route(event));
addEventListener("message", (event) => event.waitUntil(hear(event.data)));
addEventListener("sync", (event) => event.waitUntil(flush()));
addEventListener("push", (event) => event.waitUntil(tell(event.data)));
addEventListener("notificationclick", (event) => event.waitUntil(open(event.notification)));
addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

async function install() {
  const shell = await caches.open(SHELL);
  // As nobody: these pages are the same for all.
  const wanted = [...TOLD.files, ...Object.values(TOLD.offline)];
  await shell.addAll(wanted.map((url) => new Request(url, { credentials: "omit", cache: "no-cache" })));
  await skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith("vloot-shell-") && name !== SHELL) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
}

function route(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate" && request.method === "GET") return event.respondWith(page(event));
  if (request.mode === "navigate" && request.method === "POST" && SENDABLE.test(url.pathname)) return event.respondWith(send(event));
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/static/")) event.respondWith(still(request, HASHED.test(url.pathname)));
  else if (url.pathname.startsWith("/faces/")) event.respondWith(face(request));
}

// Pages: always from Vloot when it is there.
async function page(event) {
  let answer;
  try {
    answer = (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await kept(event.request.url)) ?? adrift();
  }
  if (AWAY.has(answer.status)) return (await kept(event.request.url)) ?? answer;
  event.waitUntil(look(event.request.url, answer.clone()));
  return answer;
}

// Each page says who reads it, or that nobody does: then nothing that somebody read stays here.
async function look(url, answer) {
  if (answer.type === "opaqueredirect" || !answer.headers.get("Content-Type")?.startsWith("text/html")) return;
  const reader = answer.headers.get("Vloot-Reader") ?? "";
  const before = await known("reader");
  for (const name of await caches.keys()) if (name.startsWith(PAGES) && name !== PAGES + reader) await caches.delete(name);
  if (before !== reader) await know("reader", reader);
  if (reader) await know("language", answer.headers.get("Content-Language") ?? "en");
  if (!reader) return;
  const pages = await caches.open(PAGES + reader);
  const address = bare(url);
  await pages.delete(address);
  if (!answer.headers.has("Vloot-Keep")) return;
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Set-Cookie"]) headers.delete(name);
  headers.set("Vloot-At", String(Date.now()));
  await pages.put(address, new Response(await answer.text(), { headers }));
  await trim(pages, (request) => !new URL(request.url).pathname.startsWith("/faces/"), MOST_PAGES);
}

async function kept(url) {
  const reader = await known("reader");
  if (!reader) return null;
  const pages = await caches.open(PAGES + reader);
  const found = await pages.match(bare(url));
  const at = Number(found?.headers.get("Vloot-At"));
  if (!found || Date.now() - at > OLDEST) return null;
  const text = (await found.text()).replace("<html ", `<html data-kept-at="${at}" `);
  return new Response(text, { headers: found.headers });
}

async function adrift() {
  const language = (await known("language")) || "en";
  const shell = await caches.open(SHELL);
  return (await shell.match(TOLD.offline[language] ?? TOLD.offline.en)) ?? Response.error();
}

async function still(request, isHashed) {
  const shell = await caches.open(SHELL);
  const found = await shell.match(request);
  if (found && isHashed) return found;
  try {
    return await fetch(request);
  } catch (error) {
    if (found) return found;
    throw error;
  }
}

async function face(request) {
  const reader = await known("reader");
  try {
    const answer = await fetch(request);
    if (reader && answer.ok) {
      const pages = await caches.open(PAGES + reader);
      await pages.put(request, answer.clone());
      await trim(pages, (one) => new URL(one.url).pathname.startsWith("/faces/"), MOST_FACES);
    }
    return answer;
  } catch (error) {
    const found = reader && (await (await caches.open(PAGES + reader)).match(request));
    if (found) return found;
    throw error;
  }
}

async function trim(pages, isMeant, most) {
  const meant = (await pages.keys()).filter(isMeant);
  for (const request of meant.slice(0, Math.max(0, meant.length - most))) await pages.delete(request);
}

const bare = (url) => url.split("#")[0];

async function know(name, value) {
  await (await caches.open(META)).put(`/${name}`, new Response(value));
}

async function known(name) {
  return (await (await caches.open(META)).match(`/${name}`))?.text() ?? "";
}

// What is written while Vloot is out of reach waits here, and goes out once: the server knows a repeat by its `once`.
async function send(event) {
  const copy = event.request.clone();
  let away;
  try {
    const answer = await fetch(event.request);
    if (!AWAY.has(answer.status)) return answer;
    away = answer;
  } catch (error) {
    away = null;
  }
  const reader = await known("reader");
  const form = await copy.formData().catch(() => null);
  if (!reader || !form?.get("draft_key")) return away ?? adrift();
  await lay(reader, event.request, form);
  await registration.sync?.register("outbox").catch(() => {});
  const back = event.request.referrer || "/";
  return Response.redirect(`${bare(back)}#outbox`, 303);
}

async function lay(reader, request, form) {
  const fields = [...form].filter(([name, value]) => name !== "csrfmiddlewaretoken" && !(value instanceof File && !value.size));
  const item = {
    key: crypto.randomUUID(),
    reader,
    fields,
    action: new URL(request.url).pathname,
    from: bare(request.referrer || "/"),
    once: form.get("once") ?? form.get("csrfmiddlewaretoken"),
    words: [form.get("title"), form.get("body")].filter(Boolean).join("\n"),
    draft: form.get("draft_key"),
    at: Date.now(),
    state: "waiting",
    why: "",
  };
  await box("readwrite", (store) => store.put(item));
}

function box(mode, deed) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("vloot", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("outbox", { keyPath: "key" });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const asked = deed(base.transaction("outbox", mode).objectStore("outbox"));
      asked.onsuccess = () => (base.close(), resolve(asked.result));
      asked.onerror = () => (base.close(), reject(asked.error));
    };
  });
}

// One tide at a time: a page, the browser and another page may all ask for it at once.
const flush = () => navigator.locks.request("vloot-outbox", flushed);

async function flushed() {
  const waiting = (await box("readonly", (store) => store.getAll())).filter((item) => item.state === "waiting");
  if (!waiting.length) return;
  const answer = await fetch("/app/state/", { headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok) throw new Error(`state ${answer.status}`);
  const state = await answer.json();
  for (const item of waiting.sort((a, b) => a.at - b.at)) if (item.reader === state.reader) await post(item, state.token);
}

async function post(item, token) {
  const form = new FormData();
  for (const [name, value] of item.fields) form.append(name, value);
  form.set("csrfmiddlewaretoken", token);
  form.set("once", item.once);
  const answer = await fetch(item.action, { method: "POST", body: form, headers: { "X-Requested-With": "outbox" } });
  if (answer.redirected && answer.ok && !new URL(answer.url).pathname.startsWith("/account/")) {
    await box("readwrite", (store) => store.delete(item.key));
    return say({ kind: "sent", url: answer.url, draft: item.draft, action: item.action });
  }
  if (![404, 413, 422].includes(answer.status)) throw new Error(`not sent: ${answer.status}`);
  const why = decodeURIComponent(answer.headers.get("Vloot-Refusal") ?? "");
  await box("readwrite", (store) => store.put({ ...item, state: "refused", why }));
  await say({ kind: "refused" });
}

async function say(told) {
  for (const client of await clients.matchAll({ type: "window" })) client.postMessage(told);
}

async function hear(said) {
  if (said?.kind === "flush") await flush().catch(() => {});
  if (said?.kind === "keep") {
    const answer = await fetch(said.url, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer && !answer.redirected) await look(said.url, answer);
  }
}

// Notifications. The message itself says only that there is something; what it is about is asked for with the reader's own session.
async function tell(data) {
  let told = { key: "vloot", title: "Vloot", body: "", url: "/notices/", ids: [] };
  try {
    told = { ...told, ...data.json() };
  } catch {
    // A message without content is still a reason to look.
  }
  const words = await about(told.ids).catch(() => null);
  const { title, body, url } = words ?? told;
  await registration.showNotification(title, { body, tag: told.key, data: { url }, icon: TOLD.icon, badge: TOLD.icon });
}

async function about(ids) {
  if (!ids.length) return null;
  const asked = new URLSearchParams(ids.map((id) => ["id", id]));
  const answer = await fetch(`${TOLD.told}?${asked}`, { headers: { "X-Requested-With": "fetch" }, signal: AbortSignal.timeout(8000) });
  return answer.status === 200 && !answer.redirected ? answer.json() : null;
}

async function open(notification) {
  notification.close();
  const url = new URL(notification.data?.url ?? "/", location.origin);
  if (url.origin !== location.origin) return;
  const [client] = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!client) return clients.openWindow(url.href);
  await client.focus();
  await client.navigate(url.href).catch(() => clients.openWindow(url.href));
}

async function renew(event) {
  const options = event.oldSubscription?.options;
  const given = event.newSubscription ?? (options && (await registration.pushManager.subscribe(options)));
  const state = await (await fetch("/app/state/", { headers: { "X-Requested-With": "fetch" } })).json();
  if (!given || !state.reader) return;
  const { endpoint, keys } = given.toJSON();
  const body = new URLSearchParams({ endpoint, ...keys, csrfmiddlewaretoken: state.token });
  await fetch(TOLD.register, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
}
