// Files: one row after the other, a preview, and dropping or pasting a picture into the form.
const LARGEST = 20 * 1024 * 1024;

function show(row) {
  const input = row.querySelector('input[type="file"]');
  const file = input.files[0];
  row.querySelector("img")?.remove();
  row.querySelector(".errors")?.remove();
  row.querySelector('input:not([type="file"])').hidden = !file;
  if (!file) return;
  if (file.size > LARGEST) {
    const error = document.createElement("p");
    error.className = "errors";
    error.setAttribute("role", "alert");
    error.textContent = row.parentElement.dataset.tooLarge;
    input.value = "";
    return row.append(error);
  }
  if (!file.type.startsWith("image/") || file.type.includes("svg")) return;
  const picture = document.createElement("img");
  picture.alt = "";
  picture.src = URL.createObjectURL(file);
  picture.addEventListener("load", () => URL.revokeObjectURL(picture.src), { once: true });
  input.after(picture);
}

function arrange(rows) {
  const next = rows.find((row) => !row.querySelector('input[type="file"]').files.length);
  for (const row of rows) row.hidden = row !== next && !row.querySelector('input[type="file"]').files.length;
}

function receive(rows, box, files) {
  for (const file of files) {
    const row = rows.find((candidate) => !candidate.querySelector('input[type="file"]').files.length);
    if (!row) return;
    const parcel = new DataTransfer();
    parcel.items.add(file);
    row.querySelector('input[type="file"]').files = parcel.files;
    show(row);
  }
  box.closest("details").open = true;
  arrange(rows);
}

function begin(box) {
  const rows = [...box.querySelectorAll("[data-upload]")];
  const form = box.closest("form");
  for (const row of rows) {
    show(row);
    row.querySelector('input[type="file"]').addEventListener("change", () => {
      show(row);
      arrange(rows);
    });
  }
  arrange(rows);
  form.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    receive(rows, box, event.dataTransfer.files);
  });
  form.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) receive(rows, box, event.clipboardData.files);
  });
}

export function uploads() {
  document.querySelectorAll("[data-uploads]").forEach(begin);
}
