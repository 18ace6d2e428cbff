// Pictures open large on this page, one after the other: arrows, Escape, or the buttons. Without this each is a plain link to itself.
import { word } from "./say.js";

const SHAPES = { previous: "chevron-left", next: "chevron-right", close: "x" };

class Lightbox {
  constructor() {
    this.dialog = document.createElement("dialog");
    this.dialog.className = "lightbox";
    this.dialog.setAttribute("aria-label", word("pictures"));
    this.figure = document.createElement("figure");
    this.picture = document.createElement("img");
    this.words = document.createElement("figcaption");
    this.words.setAttribute("aria-live", "polite");
    this.figure.append(this.picture, this.words);
    this.buttons = Object.fromEntries(Object.keys(SHAPES).map((name) => [name, this.button(name)]));
    this.dialog.append(this.buttons.close, this.buttons.previous, this.figure, this.buttons.next);
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("click", (event) => event.target === this.figure && this.dialog.close());
    this.dialog.addEventListener("close", () => this.links[this.at].focus());
    document.body.append(this.dialog);
  }

  button(name) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `lightbox-${name}`;
    made.setAttribute("aria-label", word(name));
    const sheet = document.querySelector(".icon use")?.getAttribute("href").split("#")[0] ?? "";
    made.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${sheet}#${SHAPES[name]}"></use></svg>`;
    made.addEventListener("click", () => (name === "close" ? this.dialog.close() : this.step(name === "next" ? 1 : -1)));
    return made;
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.step(step);
  }

  open(links, at) {
    this.links = links;
    this.buttons.previous.hidden = this.buttons.next.hidden = links.length < 2;
    this.show(at);
    this.dialog.showModal();
    this.buttons[links.length > 1 ? "next" : "close"].focus();
  }

  step(by) {
    if (this.links.length > 1) this.show((this.at + by + this.links.length) % this.links.length);
  }

  show(at) {
    this.at = at;
    const small = this.links[at].querySelector("img");
    this.picture.src = this.links[at].href;
    this.picture.alt = small.alt;
    const place = this.links.length > 1 ? ` (${at + 1}/${this.links.length})` : "";
    this.words.textContent = small.alt + place;
  }
}

export function gallery() {
  let box;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-gallery] .file-image a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !HTMLDialogElement.prototype.showModal) return;
    event.preventDefault();
    const links = [...link.closest("[data-gallery]").querySelectorAll(".file-image a")];
    box ??= new Lightbox();
    box.open(links, links.indexOf(link));
  });
}
