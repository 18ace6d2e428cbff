// "Tell me on this browser": asks the browser for its address at a push service, and tells Vloot.
import { say } from "./say.js";
import { form } from "./sending.js";

const ENABLED = "push-on"; // whose address this browser has given, kept here only
const octets = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function subscription(place) {
  const registration = await navigator.serviceWorker.ready;
  const known = await registration.pushManager.getSubscription();
  const key = octets(place.dataset.key);
  if (known && text(known.options.applicationServerKey ?? new ArrayBuffer(0)) === text(key.buffer)) return known;
  await known?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

async function register(place, isAsked = false) {
  const given = await subscription(place);
  const fields = { endpoint: given.endpoint, p256dh: text(given.getKey("p256dh")), auth: text(given.getKey("auth")), starts: isAsked ? "yes" : "" };
  const answer = await fetch(place.dataset.register, { method: "POST", body: form(fields), headers: { "X-Requested-With": "fetch" } });
  if (answer.status === 422) throw new Error(await answer.text());
  if (!answer.ok) throw new Error(place.dataset.unable);
  localStorage.setItem(ENABLED, document.body.dataset.me);
}

async function turnOn(place, button) {
  button.setAttribute("aria-disabled", "true");
  try {
    if ((await Notification.requestPermission()) !== "granted") return say(place.dataset.denied, "error");
    await register(place, true);
    location.reload();
  } catch (error) {
    say(error instanceof DOMException ? place.dataset.unable : error.message, "error");
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

export function push() {
  const place = document.querySelector("[data-push]");
  if (!place) return;
  const words = place.querySelector("[data-push-words]");
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    words.textContent = place.dataset.unable;
    return;
  }
  if (Notification.permission === "denied") {
    words.textContent = place.dataset.denied;
    return;
  }
  const here = document.querySelector("[data-push-here]");
  place.hidden = Boolean(here);
  words.hidden = true;
  place.querySelector("[data-push-offer]").hidden = false;
  place.querySelector("[data-push-on]").addEventListener("click", (event) => turnOn(place, event.currentTarget));
  // A new session of the same person on the same browser: they have asked for it before.
  const isAskedBefore = localStorage.getItem(ENABLED) === document.body.dataset.me;
  if (!here && isAskedBefore && Notification.permission === "granted") register(place).then(() => location.reload(), () => localStorage.removeItem(ENABLED));
  here?.addEventListener("submit", () => localStorage.removeItem(ENABLED));
}
