// @people, @teams and #tags while one types: a list under the field, for mouse, touch and keyboard.
import { word } from "./say.js";

const TOKEN = /(^|[\s(,;])([@#:])([\p{L}\p{N}._+-]*)$/u;
const PAUSE = 120; // milliseconds

class Completion {
  constructor(field) {
    this.field = field;
    this.signs = field.dataset.complete;
    this.list = null;
    this.at = -1;
    field.setAttribute("aria-autocomplete", "list");
    field.addEventListener("input", () => this.later());
    field.addEventListener("click", () => this.later());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  token() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    const found = TOKEN.exec(before);
    if (!found || !this.signs.includes(found[2])) return null;
    if (found[2] === ":" && found[3].length < 2) return null; // a colon is also just a colon
    return { text: found[2] + found[3], start: before.length - found[3].length - 1 };
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const token = this.token();
    if (!token) return this.close();
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const url = `${word("complete")}?q=${encodeURIComponent(token.text)}`;
      const answer = await fetch(url, { signal: this.asked.signal, headers: { "X-Requested-With": "fetch" } });
      if (answer.ok) this.show(await answer.json());
    } catch {
      this.close(); // typing on, or no connection: one can finish the name by hand
    }
  }

  show(choices) {
    this.close();
    if (!choices.length || document.activeElement !== this.field) return;
    this.list = document.createElement("ul");
    this.list.className = "completion";
    this.list.id = `${this.field.id}-completion`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", word("completions"));
    choices.forEach((choice, number) => this.list.append(this.option(choice, number)));
    this.field.closest(".completing").append(this.list);
    this.field.setAttribute("aria-controls", this.list.id);
    this.move(0);
  }

  option(choice, number) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${number}`;
    item.setAttribute("role", "option");
    item.dataset.insert = choice.insert;
    const name = document.createElement("b");
    name.textContent = choice.label;
    const detail = document.createElement("small");
    detail.textContent = choice.detail ?? "";
    item.append(name, detail);
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.take(item);
    });
    return item;
  }

  move(to) {
    const items = [...this.list.children];
    this.at = (to + items.length) % items.length;
    items.forEach((item, number) => item.setAttribute("aria-selected", String(number === this.at)));
    items[this.at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", items[this.at].id);
  }

  key(event) {
    if (!this.list) return;
    const deeds = {
      ArrowDown: () => this.move(this.at + 1),
      ArrowUp: () => this.move(this.at - 1),
      Enter: () => this.take(this.list.children[this.at]),
      Tab: () => this.take(this.list.children[this.at]),
      Escape: () => this.close(),
    };
    if (!deeds[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    deeds[event.key]();
  }

  take(item) {
    const token = this.token();
    if (!token) return this.close();
    this.field.setRangeText(`${item.dataset.insert.trimEnd()} `, token.start, this.field.selectionStart, "end");
    this.close();
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    clearTimeout(this.timer);
  }

  close() {
    this.list?.remove();
    this.list = null;
    this.field.removeAttribute("aria-controls");
    this.field.removeAttribute("aria-activedescendant");
  }
}

export function completion() {
  if (!word("complete")) return;
  document.addEventListener("focusin", ({ target }) => {
    if (!target.dataset?.complete || target.dataset.completes) return;
    target.dataset.completes = "yes";
    new Completion(target);
  });
}
