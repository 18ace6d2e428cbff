// On the page that stands in for one that was never read: what can be read now.
export async function kept() {
  const list = document.querySelector("[data-readable]");
  if (!list || !globalThis.caches) return;
  const reader = await (await (await caches.open("vloot-meta")).match("/reader"))?.text();
  if (!reader) return;
  const pages = await caches.open(`vloot-pages-${reader}`);
  const found = [];
  for (const request of (await pages.keys()).reverse()) {
    const answer = await pages.match(request);
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) continue;
    const title = new DOMParser().parseFromString(await answer.text(), "text/html").title.split(" · ")[0];
    found.push([request.url, title]);
  }
  for (const [url, title] of found) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = title;
    item.append(link);
    list.append(item);
  }
  list.closest("section").hidden = !found.length;
}
