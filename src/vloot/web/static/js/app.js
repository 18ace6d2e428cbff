// Vloot as an app: its worker, the bar that says from when a page is, and what waits to be sent.
import { box } from "./sending.js";
import { say, word } from "./say.js";

const isShared = () => "sharedDevice" in document.body.dataset;
const keptAt = () => Number(document.documentElement.dataset.keptAt ?? 0);

// Nothing stays on a device that others use too.
async function leave() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  indexedDB.deleteDatabase("vloot");
}

async function install() {
  const isFirst = !navigator.serviceWorker.controller;
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  if (isFirst) active.postMessage({ kind: "keep", url: location.href });
  flush();
}

function flush() {
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ kind: "flush" }));
}

function when(at) {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const style = isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  return new Intl.DateTimeFormat(document.documentElement.lang, style).format(at);
}

function showKept() {
  const bar = document.querySelector("[data-kept]");
  if (!bar || !keptAt()) return;
  bar.querySelector("[data-kept-words]").textContent = bar.dataset.words.replace("{at}", when(keptAt()));
  bar.hidden = false;
  bar.querySelector("a").href = location.href.split("#")[0];
}

const isWriting = () => [...document.querySelectorAll("form[data-draft] textarea, form[data-draft] input[type=text]")].some((field) => field.value.trim());

async function back() {
  flush();
  if (!keptAt()) return;
  const answer = await fetch("/app/state/", { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (!answer?.ok) return;
  if (!isWriting()) return location.reload();
  const bar = document.querySelector("[data-kept]");
  bar.querySelector("[data-kept-words]").textContent = bar.dataset.back;
}

// Mine only, whoever else wrote on this browser.
const mine = async () => (await box("readonly", (store) => store.getAll())).filter((item) => item.reader === word("me"));

async function showOutbox() {
  const strip = document.querySelector("[data-outbox]");
  if (!strip) return;
  const items = await mine();
  const list = strip.querySelector("ul");
  list.replaceChildren(...items.sort((a, b) => a.at - b.at).map((item) => row(strip, item)));
  strip.hidden = !items.length;
  const lost = document.querySelector("[data-lost-words]");
  if (lost) lost.hidden = !items.length;
  for (const item of items) empty(item);
}

function row(strip, item) {
  const line = strip.querySelector("template").content.firstElementChild.cloneNode(true);
  line.querySelector("[data-words]").textContent = item.words.slice(0, 300);
  const state = item.state === "refused" ? strip.dataset.refused.replace("{why}", item.why) : strip.dataset.waiting.replace("{at}", when(item.at));
  line.querySelector("[data-state]").textContent = state.trim();
  const link = line.querySelector("a");
  link.href = item.from;
  link.hidden = item.state !== "refused";
  line.querySelector("[data-take-back]").addEventListener("click", () => takeBack(item));
  return line;
}

async function takeBack(item) {
  await box("readwrite", (store) => store.delete(item.key));
  const field = document.querySelector(`form[data-draft="${CSS.escape(item.draft)}"] textarea[name=body]`);
  const body = item.fields.find(([name]) => name === "body")?.[1] ?? "";
  if (field && !field.value.trim()) {
    field.value = body;
    field.closest("details")?.setAttribute("open", "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }
  await showOutbox();
}

// Whoever comes next to this browser finds no words of who has signed out.
async function signOut(event) {
  const form = event.currentTarget;
  if (form.querySelector("[data-lost-words]").hidden) return; // only what the page said goes
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const drop = async () => {
    for (const item of await mine()) await box("readwrite", (store) => store.delete(item.key));
  };
  await drop().catch(() => {}); // a browser that keeps nothing has nothing to drop
  form.submit();
}

// What waits in the box is no longer a draft in its form.
function empty(item) {
  if (item.state !== "waiting") return;
  localStorage.removeItem(`draft:${word("me")}:${item.draft}`);
  const form = document.querySelector(`form[data-draft="${CSS.escape(item.draft)}"]`);
  const body = item.fields.find(([name]) => name === "body")?.[1];
  if (form?.elements.body && form.elements.body.value === body) form.reset();
}

function hear({ data }) {
  showOutbox();
  if (data.kind !== "sent") return;
  const { pathname, hash } = new URL(data.url);
  if (pathname !== location.pathname || isWriting()) return say(document.querySelector("[data-outbox]")?.dataset.sent ?? "");
  location.hash = hash;
  location.reload();
}

export function app() {
  if (!("serviceWorker" in navigator)) return;
  if (isShared()) return void leave().catch(() => {});
  if (!word("me")) return;
  showKept();
  navigator.serviceWorker.addEventListener("message", hear);
  addEventListener("online", back);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  showOutbox().catch(() => {});
  document.querySelector("form[data-leaving]")?.addEventListener("submit", signOut);
  install().catch(() => {}); // a browser that keeps nothing (private windows): all else works
}
