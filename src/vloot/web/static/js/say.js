// One sentence to the reader, in the place where flash messages stand, spoken by screen readers.
export function say(text, kind = "info") {
  const main = document.querySelector("main");
  const flash = document.createElement("div");
  flash.className = `flash flash-${kind} flash-arrived`;
  flash.setAttribute("role", kind === "error" ? "alert" : "status");
  const words = document.createElement("p");
  words.textContent = text;
  flash.append(words);
  document.querySelector(".flash-arrived")?.remove();
  main.prepend(flash);
  setTimeout(() => flash.remove(), 12000);
}

// A page's word, kept in a data attribute of the body so that it is in the reader's language.
export const word = (name) => document.body.dataset[name] ?? "";
