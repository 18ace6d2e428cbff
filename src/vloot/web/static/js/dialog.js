// A [data-dialog] link opens the form of its page in a native dialog; without this it simply leads there.
function hide(dialog) {
  dialog.querySelector("[data-dialog-body]").replaceChildren();
}

async function open(dialog, link) {
  const answer = await fetch(link.href, { headers: { "X-Requested-With": "dialog" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const content = page.querySelector("[data-confirm]");
  if (!answer.ok || !content) return location.assign(link.href);
  const title = content.querySelector("h1");
  if (title) title.id = "dialog-title";
  for (const form of content.querySelectorAll("form:not([action]), form[action='']")) form.action = link.href;
  dialog.querySelector("[data-dialog-body]").replaceChildren(content);
  dialog.showModal();
}

export function dialogs() {
  const dialog = document.querySelector("#dialog");
  if (!dialog?.showModal) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(dialog, link).catch(() => location.assign(link.href));
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-dialog-close]")) dialog.close();
  });
  dialog.addEventListener("close", () => hide(dialog));
}
