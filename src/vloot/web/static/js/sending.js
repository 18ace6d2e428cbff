// What pages and the worker share: forms with their token, and the box of what waits to be sent.
export function form(fields) {
  const made = new FormData();
  made.set("csrfmiddlewaretoken", document.querySelector("input[name=csrfmiddlewaretoken]").value);
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

// The same box as in worker/sw.js.
export function box(mode, deed) {
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
