// What one is writing is kept: at the server every two seconds, and in this browser unless the device is shared.
import { word } from "./say.js";

const PAUSE = 2000; // milliseconds
const SKIP = new Set(["csrfmiddlewaretoken", "next", "writer", "draft_key"]);
const isShared = () => "sharedDevice" in document.body.dataset;
// Somebody else may sign in on this browser: what one was writing is nobody else's to read, let alone to send.
const place = (form) => `draft:${word("me")}:${form.dataset.draft}`;

function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && !SKIP.has(name)) fields[name] = value;
  return fields;
}

const hasWords = (fields) => ["body", "title", "known", "tried", "choices"].some((name) => fields[name]?.trim());

function tell(form, state) {
  const line = form.querySelector("[data-draft-state]");
  if (line) line.textContent = state ? (line.dataset[state] ?? "") : "";
}

async function keep(form) {
  const fields = fieldsOf(form);
  if (!isShared()) {
    if (hasWords(fields)) localStorage.setItem(place(form), JSON.stringify(fields));
    else localStorage.removeItem(place(form));
  }
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("key", form.dataset.draft);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  tell(form, "saving");
  try {
    const headers = { "X-Requested-With": "fetch" };
    const answer = await fetch(word("drafts"), { method: "POST", body, headers, keepalive: true });
    tell(form, answer.ok && !answer.redirected ? "saved" : "failed");
  } catch {
    tell(form, "failed");
  }
}

function restore(form) {
  const kept = isShared() ? null : localStorage.getItem(place(form));
  if (!kept || hasWords(fieldsOf(form))) return;
  for (const [name, value] of Object.entries(JSON.parse(kept))) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList || field?.type === "text" || field?.type === "textarea") field.value = value;
  }
  form.closest("details")?.setAttribute("open", "");
  tell(form, "restored");
}

// A form that was sent and led on to another page has arrived: its copy may go. One that met a refusal or no server has not.
function settle() {
  const sent = sessionStorage.getItem("sent");
  if (!sent || !word("drafts")) return;
  sessionStorage.removeItem("sent");
  if (!performance.getEntriesByType("navigation")[0]?.redirectCount) return;
  sessionStorage.setItem("arrived", localStorage.getItem(sent) ?? "");
  localStorage.removeItem(sent);
}

// Who goes back to a form that has arrived finds it filled in by the browser, and would send it twice.
function empty(form) {
  if (hasWords(fieldsOf(form)) && JSON.stringify(fieldsOf(form)) === sessionStorage.getItem("arrived")) form.reset();
}

function begin(form) {
  let timer;
  addEventListener("pageshow", () => empty(form));
  restore(form);
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(timer);
    timer = setTimeout(() => keep(form), PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (isShared()) return;
    if (hasWords(fieldsOf(form))) localStorage.setItem(place(form), JSON.stringify(fieldsOf(form)));
    sessionStorage.setItem("sent", place(form));
  });
}

export function drafts() {
  if (isShared()) Object.keys(localStorage).filter((key) => key.startsWith("draft:")).forEach((key) => localStorage.removeItem(key));
  settle();
  if (word("drafts")) document.querySelectorAll("form[data-draft]").forEach(begin);
}
