// "Quote" puts what was said, or the part one has selected, into the reply form of this page.
import { say, word } from "./say.js";

function selected(card) {
  const chosen = getSelection();
  return chosen.rangeCount && card?.querySelector(".words")?.contains(chosen.anchorNode) ? chosen.toString().trim() : "";
}

async function put(link, part) {
  const field = document.querySelector("#reply-body");
  const url = part ? `${link.href}?part=${encodeURIComponent(part)}` : link.href;
  if (!field) return location.assign(url);
  const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok || answer.redirected) return location.assign(url);
  const before = field.value.trimEnd();
  field.value = (before ? `${before}\n\n` : "") + (await answer.text());
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function quotes() {
  let part = "";
  // Opening the menu may end the selection: what was selected before counts.
  document.addEventListener("pointerdown", (event) => {
    const menu = event.target.closest?.(".menu > summary");
    if (menu) part = selected(menu.closest("[data-card]"));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-quote]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const chosen = selected(link.closest("[data-card]")) || part;
    part = "";
    link.closest("details").open = false;
    put(link, chosen).catch(() => say(word("offline"), "error"));
  });
}
