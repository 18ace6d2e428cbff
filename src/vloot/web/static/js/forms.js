// Ctrl+Enter sends; a form is not sent twice; a page with a refused form begins at what is amiss.
function sendOnCtrlEnter(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form");
  if (form && event.target.matches("textarea, input")) form.requestSubmit();
}

function once(event) {
  const form = event.target;
  if (form.method !== "post" || form.id === "deed" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button:not([type=button])")) button.setAttribute("aria-disabled", "true");
}

function again() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
}

function openComposer() {
  const composing = document.querySelector("details.composing");
  composing?.addEventListener("toggle", () => {
    if (composing.open && !composing.contains(document.activeElement?.closest?.("form") ?? null)) {
      composing.querySelector("textarea")?.focus({ preventScroll: true });
    }
  });
  if (location.hash === "#composer" && composing) composing.open = true;
}

export function forms() {
  document.addEventListener("keydown", sendOnCtrlEnter);
  document.addEventListener("submit", once);
  addEventListener("pageshow", again);
  openComposer();
  document.querySelector('main [aria-invalid="true"]')?.focus();
  const hash = location.hash.slice(1);
  const folded = hash && document.getElementById(hash)?.closest("details");
  if (folded) folded.open = true;
}
