// A secret vote in this browser: takes a ballot while somebody is signed in, keeps it here, casts it later as nobody.
// What stands in a <secret-ballot> is a form with the vote's fields and one line for each state, of which one is shown.
import { form } from "../sending.js";
import * as blind from "./blind.js";

const KEPT = "urn";
const LONGEST_WAIT = 8000; // milliseconds between the click and the cast, so that the two do not meet in time
const AGAIN = 15000;
const waiting = new Map();

const name = (box, me) => `${KEPT}-${box}-${me}`;
const read = (key) => JSON.parse(localStorage.getItem(key) ?? "null");
const keep = (key, ballot) => localStorage.setItem(key, JSON.stringify(ballot));

class Refused extends Error {}

async function ask(url, options = {}) {
  const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" }, cache: "no-store", ...options });
  if (answer.status === 422 || answer.status === 429) throw new Refused(await answer.text());
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

// The question is kept before it is asked: when the answer is lost, the very same one is asked again, and only that is answered twice.
async function take(key, urls, told) {
  const der = blind.octets(told.key);
  const pub = await blind.readKey(der);
  let ballot = read(key);
  if (!ballot) {
    const prepared = blind.prepare(blind.draw(32));
    const asked = await blind.blind(pub, prepared);
    ballot = { state: "asked", group: told.group, key: told.key, prepared: blind.text(prepared), asked: blind.text(asked.message), inverse: asked.inverse.toString(16) };
    keep(key, ballot);
  }
  const said = await ask(urls.take, { method: "POST", body: form({ blinded: ballot.asked }) });
  const signature = await blind.finish(pub, blind.octets(ballot.prepared), blind.octets(said.signed), BigInt(`0x${ballot.inverse}`));
  const spent = blind.hex(await blind.sha256(blind.octets(ballot.prepared)));
  keep(key, { state: "taken", group: ballot.group, key: ballot.key, prepared: ballot.prepared, signature: blind.text(signature), spent });
}

// Cast what was chosen: without cookies, without saying from which page. Tells how it went; what the network swallows is sent again.
async function cast(key) {
  const ballot = read(key);
  if (ballot?.state !== "casting") return;
  clearTimeout(waiting.get(key));
  const body = JSON.stringify({ group: ballot.group, prepared: ballot.prepared, signature: ballot.signature, content: ballot.content });
  const how = { method: "POST", body, headers: { "Content-Type": "application/json" }, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", keepalive: true };
  const answer = await fetch(ballot.url, how).catch(() => null);
  const after = { state: "cast", spent: ballot.spent, key: ballot.key };
  if (answer?.ok) keep(key, after);
  else if (answer?.status === 422) {
    const said = await answer.json();
    // Closed meanwhile: an earlier try may have arrived, which the check list tells.
    const isOver = said.code === "closed" || said.code === "spent";
    keep(key, isOver ? after : { ...ballot, state: "taken", content: undefined, refused: said.text });
  } else if (answer?.status === 404) keep(key, after);
  else waiting.set(key, setTimeout(() => cast(key), AGAIN));
  document.dispatchEvent(new CustomEvent("ballot", { detail: key }));
}

function later(key) {
  clearTimeout(waiting.get(key));
  const wait = (blind.draw(2)[0] / 255) * LONGEST_WAIT;
  waiting.set(key, setTimeout(() => cast(key), wait));
}

class SecretBallot extends HTMLElement {
  connectedCallback() {
    this.key = name(this.dataset.box, document.body.dataset.me);
    this.form = this.querySelector("form");
    this.form?.addEventListener("submit", (event) => this.vote(event));
    this.hears = (event) => event.detail === this.key && this.look();
    document.addEventListener("ballot", this.hears);
    this.begin().catch((error) => this.show(error instanceof Refused ? "refused" : "offline", error instanceof Refused ? error.message : ""));
  }

  disconnectedCallback() {
    document.removeEventListener("ballot", this.hears);
  }

  async begin() {
    if (!document.body.dataset.me) return;
    if (!globalThis.crypto?.subtle) return this.show("insecure");
    const ballot = read(this.key);
    if (this.dataset.closed) return this.lookUp(ballot);
    if (ballot?.state === "casting" || ballot?.state === "cast") {
      await this.spell(ballot.key);
      return this.look();
    }
    if ("sharedDevice" in document.body.dataset) return this.show("shared");
    const told = await ask(this.dataset.key);
    if (!told.on_roster) return this.show(told.is_closed ? "closed" : "outside");
    await this.spell(told.key);
    if (told.is_closed) return this.show("closed");
    if (told.on_paper) return this.show("paper");
    if (ballot?.state !== "taken" || ballot.key !== told.key) {
      if (told.has_taken && !ballot) return this.show("elsewhere");
      // Two windows of one browser take one ballot.
      await navigator.locks.request(this.key, async () => read(this.key)?.state === "taken" || take(this.key, this.dataset, told));
    }
    this.look();
  }

  async spell(key) {
    const words = this.querySelector("[data-words]");
    if (words && key) words.textContent = await blind.fingerprint(blind.octets(key));
  }

  look() {
    const ballot = read(this.key);
    if (ballot?.spent) for (const place of this.querySelectorAll("[data-spent]")) place.textContent = ballot.spent;
    const is = { casting: "sending", cast: "cast", taken: "ready" }[ballot?.state];
    if (is) this.show(ballot.refused ? "refused" : is, ballot.refused);
    this.open(ballot?.state === "taken");
  }

  open(isOpen) {
    for (const one of this.querySelectorAll("fieldset")) one.disabled = !isOpen;
    for (const one of this.querySelectorAll("[data-cast-it]")) one.hidden = !isOpen;
  }

  vote(event) {
    event.preventDefault();
    const ballot = read(this.key);
    if (ballot?.state !== "taken") return;
    const content = {};
    for (const [field, value] of new FormData(this.form)) (content[field] ??= []).push(value);
    keep(this.key, { ...ballot, state: "casting", content, url: this.dataset.cast, refused: undefined });
    this.look();
    later(this.key);
  }

  async lookUp(ballot) {
    if (ballot?.state === "casting") await cast(this.key);
    if (!ballot?.spent || ballot.state === "taken") return this.show("closed");
    const body = new URLSearchParams({ token: ballot.spent });
    const how = { method: "POST", body, headers: { Accept: "application/json" }, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };
    const said = await (await fetch(this.dataset.list, how)).json();
    for (const place of this.querySelectorAll("[data-spent]")) place.textContent = ballot.spent;
    this.show(said.is_closed ? (said.found ? "counted" : "missing") : "closed");
  }

  show(state, words) {
    for (const line of this.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== state;
    if (words) for (const place of this.querySelectorAll("[data-refused]")) place.textContent = words;
  }
}

export function ballots() {
  customElements.define("secret-ballot", SecretBallot);
  // What another page, or a lost connection, left behind.
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${KEPT}-`) && read(key)?.state === "casting") later(key);
  addEventListener("pagehide", () => {
    for (const key of waiting.keys()) cast(key);
  });
}
