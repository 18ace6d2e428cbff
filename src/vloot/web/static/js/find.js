// The search box: a list under it while one types, for mouse, touch and keyboard; "/" goes to it from anywhere.
const PAUSE = 120; // milliseconds
const MOST_RECENT = 5;

const isShared = () => "sharedDevice" in document.body.dataset;
const place = () => `searched:${document.body.dataset.me}`;
const recent = () => {
  try {
    return isShared() ? [] : JSON.parse(localStorage.getItem(place()) ?? "[]");
  } catch {
    return [];
  }
};

function remember(text) {
  const typed = text.trim();
  if (!typed || isShared()) return;
  localStorage.setItem(place(), JSON.stringify([typed, ...recent().filter((one) => one !== typed)].slice(0, MOST_RECENT)));
}

class Box {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input[type=search]");
    this.said = form.querySelector("[data-find-said]");
    this.list = null;
    this.at = -1;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-haspopup": "listbox" })) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.later());
    this.field.addEventListener("focus", () => this.field.value.trim() || this.showRecent());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    form.addEventListener("submit", () => remember(this.field.value));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    this.asked?.abort();
    if (!this.field.value.trim()) return this.showRecent();
    this.asked = new AbortController();
    try {
      const url = `${this.field.dataset.completeUrl}?q=${encodeURIComponent(this.field.value)}`;
      const answer = await fetch(url, { signal: this.asked.signal, headers: { "X-Requested-With": "fetch" } });
      if (answer.ok && !answer.redirected) this.show(await answer.json());
    } catch {
      this.close(); // typing on, or no connection: Enter still searches
    }
  }

  showRecent() {
    const kind = this.field.dataset.recent;
    const found = recent().map((text) => ({ kind, label: text, insert: text, isWhole: true }));
    if (found.length) found.push({ kind: "", label: this.field.dataset.forget, isForget: true });
    this.show(found);
  }

  show(choices) {
    this.close();
    if (!choices.length || document.activeElement !== this.field) return;
    this.choices = choices;
    this.list = document.createElement("ul");
    this.list.className = "completion";
    this.list.id = `${this.field.id}-list`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.field.dataset.listed);
    this.options = [];
    let kind = "";
    for (const choice of choices) {
      if (choice.kind && choice.kind !== kind) this.list.append(this.heading((kind = choice.kind)));
      this.options.push(this.option(choice));
      this.list.append(this.options.at(-1));
    }
    this.form.append(this.list);
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.setAttribute("aria-expanded", "true");
    const { one, many } = this.said.dataset;
    this.said.textContent = choices.length === 1 ? one : many.replace("{n}", choices.length);
  }

  heading(text) {
    const item = document.createElement("li");
    item.className = "completion-kind";
    item.setAttribute("role", "presentation");
    item.textContent = text;
    return item;
  }

  option(choice) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${this.options.length}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("b");
    name.textContent = choice.label;
    item.append(name);
    if (choice.detail) {
      const detail = document.createElement("small");
      detail.textContent = choice.detail;
      item.append(detail);
    }
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.take(choice);
    });
    return item;
  }

  // Before the first and after the last stands what was typed.
  move(step) {
    const count = this.options.length + 1;
    this.at = ((this.at + 1 + step + count) % count) - 1;
    this.options.forEach((item, number) => item.setAttribute("aria-selected", String(number === this.at)));
    if (this.at < 0) return this.field.removeAttribute("aria-activedescendant");
    this.options[this.at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", this.options[this.at].id);
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" && !this.list) return this.look();
    if (!this.list) return;
    if (event.key === "Tab") return this.close();
    const deeds = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Escape: () => this.close() };
    if (this.at >= 0) deeds.Enter = () => this.take(this.choices[this.at]);
    if (!deeds[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    deeds[event.key]();
  }

  take(choice) {
    this.close();
    if (choice.isForget) return localStorage.removeItem(place());
    if (choice.link) return location.assign(choice.link);
    this.field.value = choice.insert;
    this.field.setSelectionRange(choice.insert.length, choice.insert.length);
    if (choice.isWhole) this.form.requestSubmit();
    else this.look();
  }

  close() {
    this.list?.remove();
    this.list = null;
    this.at = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-controls");
    this.field.removeAttribute("aria-activedescendant");
  }
}

function toBox(event) {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = [...document.querySelectorAll("[data-find] input[type=search]")].find((one) => one.checkVisibility());
  event.preventDefault();
  if (field) {
    field.focus();
    field.select();
  } else document.querySelector("[data-find-link]")?.click();
}

export function find() {
  const forms = document.querySelectorAll("[data-find]");
  if (isShared()) Object.keys(localStorage).filter((key) => key.startsWith("searched:")).forEach((key) => localStorage.removeItem(key));
  forms.forEach((form) => new Box(form));
  if (forms.length) document.addEventListener("keydown", toBox);
}
