// Small deeds (thank, keep, vote) change their card in place. The answer may be the card alone or a page with the card in it.
import { say, word } from "./say.js";

async function does(form, button) {
  const card = button.closest("[data-card]");
  const body = new FormData(form, button.form === form ? button : undefined);
  if ("isThread" in card.dataset) body.set("is_thread", "1");
  const url = button.formAction && button.hasAttribute("formaction") ? button.formAction : form.action;
  const answer = await fetch(url, { method: "POST", body, keepalive: true, headers: { "X-Requested-With": "fetch" } });
  const text = await answer.text();
  if (answer.status === 422 || answer.status === 429) return say(text, "error");
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(card.id);
  if (!answer.ok || !fresh) return location.reload();
  swap(card, fresh, button);
}

function swap(card, fresh, button) {
  const address = button.getAttribute("formaction");
  card.replaceWith(fresh);
  if (globalThis.htmx) globalThis.htmx.process(fresh);
  const again = address && fresh.querySelector(`[formaction="${CSS.escape(address)}"]`);
  (again ?? fresh.querySelector(".poll button") ?? fresh).focus?.();
}

export function deeds() {
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    const form = event.target;
    if (!button?.closest("[data-card]") || !(form.id === "deed" || "swap" in form.dataset)) return;
    event.preventDefault();
    does(form, button).catch(() => say(word("offline"), "error"));
  });
}
