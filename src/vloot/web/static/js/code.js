// Code gets a button that copies it.
import { say, word } from "./say.js";

function copying(block) {
  if (block.nextElementSibling?.matches(".copy")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy link";
  button.textContent = word("copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.textContent);
    say(word("copied"));
  });
  block.after(button);
}

const copyable = (place) => place.querySelectorAll?.(".words pre").forEach(copying);

export function code() {
  if (!navigator.clipboard) return;
  copyable(document);
  const look = (changes) => changes.forEach((change) => change.addedNodes.forEach(copyable));
  new MutationObserver(look).observe(document.querySelector("main"), { childList: true, subtree: true });
}
