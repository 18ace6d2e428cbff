// On a device that others use too: five minutes without a touch and this page gives way to the sign-in page.
// While somebody is reading or writing here, the server hears of it once a minute.
const QUIET = 5 * 60 * 1000;
const MINUTE = 60 * 1000;

export function quiet() {
  if (!("sharedDevice" in document.body.dataset)) return;
  let touched = Date.now();
  let told = touched;

  const leave = () => location.replace("/sign-in/ended/");
  const touch = () => {
    if (Date.now() - touched >= QUIET) return leave();
    touched = Date.now();
    if (touched - told < MINUTE) return;
    told = touched;
    const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
    fetch("/sign-in/alive/", { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => {});
  };

  for (const sign of ["pointerdown", "keydown", "scroll", "wheel"]) addEventListener(sign, touch, { passive: true });
  // A sleeping device does not run timers: look again when somebody wakes it.
  setInterval(() => Date.now() - touched >= QUIET && leave(), 5000);
  document.addEventListener("visibilitychange", () => Date.now() - touched >= QUIET && leave());
}
