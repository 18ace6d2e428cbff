// One stream says that there is something; the page then asks what. Nothing that is being read ever moves.
import { word } from "./say.js";

const LOST_AFTER = 30000; // milliseconds without the stream before we say so
const SPREAD = 500; // milliseconds over which the pages of a company ask, when the server names no others
const [SOONEST, LATEST] = [3000, 10000]; // milliseconds until a page that was turned away tries again
const MOST_PIECES = 20; // of what was missed: a thousand posts; who was away for longer opens the page anew
const names = (list) => new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(list);

class Feed {
  constructor(place) {
    this.place = place;
    this.pill = document.querySelector("[data-new-pill]");
    this.waiting = [];
    this.cursor = place.dataset.cursor;
    this.pill?.querySelector("button").addEventListener("click", () => this.take());
  }

  async look() {
    if (this.looking) return void (this.again = true);
    this.looking = true;
    try {
      let next = `${this.place.dataset.sinceUrl}?after=${this.cursor}`;
      for (let pieces = 0; next && pieces < MOST_PIECES; pieces++) {
        const answer = await fetch(next, { headers: { "X-Requested-With": "fetch" } });
        if (!answer.ok || answer.redirected) return;
        this.found(await answer.text());
        next = answer.headers.get("X-More");
      }
    } finally {
      this.looking = false;
      if (this.again) {
        this.again = false;
        this.look();
      }
    }
  }

  found(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const card of page.querySelectorAll("[data-card]")) {
      if (BigInt(card.dataset.card) > BigInt(this.cursor)) this.cursor = card.dataset.card;
      const isHere = document.getElementById(card.id) || this.waiting.some((other) => other.id === card.id);
      if (!isHere) this.waiting.push(card);
    }
    this.tell();
  }

  tell() {
    if (!this.pill) return;
    this.pill.hidden = !this.waiting.length;
    const who = [...new Set(this.waiting.map((card) => card.dataset.author).filter(Boolean))].slice(0, 3);
    if (who.length) this.pill.querySelector("[data-new-words]").textContent = word("newFrom").replace("{names}", names(who));
  }

  take() {
    const cards = this.waiting.splice(0).sort((a, b) => (BigInt(a.dataset.card) < BigInt(b.dataset.card) ? -1 : 1));
    for (const card of cards) this.put(card);
    this.tell();
    const first = this.place.dataset.feed === "end" ? cards[0] : cards.at(-1);
    first?.setAttribute("tabindex", "-1");
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: "center" });
  }

  put(card) {
    card.classList.add("has-arrived");
    if (this.place.dataset.feed !== "end") this.place.prepend(card);
    else this.putReply(card);
    globalThis.htmx?.process(card);
  }

  // An answer goes to the end; a comment goes under what it is about, after the comments that are there.
  putReply(card) {
    const item = document.createElement("li");
    item.append(card);
    const parent = card.dataset.parent && document.getElementById(`post-${card.dataset.parent}`)?.closest("li");
    if (!parent || parent.parentElement !== this.place) return this.place.append(item);
    item.className = "is-nested";
    let after = parent;
    while (after.nextElementSibling?.classList.contains("is-nested")) after = after.nextElementSibling;
    after.after(item);
  }
}

async function notice() {
  const dot = document.querySelector("[data-notice-dot]");
  const answer = dot && (await fetch(word("dot"), { headers: { "X-Requested-With": "fetch" } }).catch(() => null));
  if (answer?.ok) dot.hidden = answer.status === 204;
}

class Stream {
  constructor(url, feed) {
    this.url = url;
    this.feed = feed;
  }

  open() {
    if (this.source || this.isOver || document.hidden) return;
    this.source = new EventSource(this.url);
    this.source.addEventListener("hello", () => this.hello());
    this.source.addEventListener("notice", notice);
    for (const kind of ["post", "reply"]) this.source.addEventListener(kind, (event) => this.hint(kind, event.data));
    this.source.addEventListener("error", () => {
      this.lost ??= setTimeout(() => this.tell(true), LOST_AFTER);
      if (this.source.readyState === EventSource.CLOSED) this.retry();
    });
  }

  hello() {
    clearTimeout(this.lost);
    this.lost = null;
    this.tell(false);
    this.feed?.look();
    notice(); // what came between the page and its stream, or while there was none
  }

  hint(kind, about) {
    if (!this.feed) return;
    const thread = this.feed.place.dataset.thread;
    if (kind === "post" && thread) return;
    const told = JSON.parse(about);
    if (kind === "reply" && (!thread || told.id !== thread)) return;
    setTimeout(() => this.feed.look(), Math.random() * (told.spread ?? SPREAD));
  }

  // Browsers allow few streams per site: a page nobody looks at lets go of its own, and asks when it is seen again.
  close() {
    this.source?.close();
    this.source = null;
    clearTimeout(this.lost);
    this.lost = null;
  }

  // The stream was refused: because the session is over, or because Vloot is away for a moment.
  async retry() {
    this.source?.close();
    this.source = null;
    const answer = await fetch(word("state"), { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    if (answer?.ok && (await answer.json()).reader !== word("me")) return this.end();
    setTimeout(() => this.open(), SOONEST + Math.random() * (LATEST - SOONEST));
    this.lost ??= setTimeout(() => this.tell(true), LOST_AFTER);
  }

  // Nobody is signed in here any more, or somebody else: this page asks no further.
  end() {
    if (this.isOver) return; // a page that was left and seen again has asked twice
    this.isOver = true;
    const line = document.querySelector("[data-ended]");
    if (!line) return;
    line.hidden = false;
    line.querySelector("a").href += `?next=${encodeURIComponent(location.pathname)}`;
  }

  tell(isLost) {
    const line = document.querySelector("[data-lost]");
    if (line) line.hidden = !isLost || "keptAt" in document.documentElement.dataset;
  }
}

export function live() {
  if (!word("live") || !globalThis.EventSource) return;
  const place = document.querySelector("[data-since-url]");
  const stream = new Stream(word("live"), place && new Feed(place));
  document.addEventListener("visibilitychange", () => (document.hidden ? stream.close() : stream.open()));
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", () => stream.open());
  stream.open();
}
