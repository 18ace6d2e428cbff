// While one types a question, what was asked before: perhaps the answer is there already.
const PAUSE = 450; // milliseconds
const SHORTEST = 8; // characters

export function similar() {
  const title = document.querySelector("[data-similar]");
  const place = document.querySelector("[data-similar-here]");
  if (!title || !place) return;
  let timer;
  let last = "";
  const look = async () => {
    const asked = title.value.trim();
    const kind = title.form.querySelector('[name="kind"]:checked, [name="kind"][type="hidden"]')?.value;
    if (asked === last || kind !== "question") return;
    last = asked;
    if (asked.length < SHORTEST) return place.replaceChildren();
    try {
      const headers = { "X-Requested-With": "fetch" };
      const answer = await fetch(`${title.dataset.similar}?q=${encodeURIComponent(asked)}`, { headers });
      if (answer.ok && asked === last) place.innerHTML = (await answer.text()).trim();
    } catch {
      last = ""; // no connection: look again at the next letter
    }
  };
  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
}
