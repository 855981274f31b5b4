// The first page: sheets to paste on, files to drop, the folder that is watched.

const form = document.getElementById("new");
if (form) {
  const sheets = document.getElementById("sheets");
  const files = document.getElementById("files");
  const chosen = document.getElementById("chosen");
  const drop = document.getElementById("drop");
  const problem = document.getElementById("problem");

  // ---- Pasting
  function number() {
    const draft = form.elements.kind.value === "draft";
    for (const [i, sheet] of [...sheets.children].entries()) {
      const name = draft ? "Source" : "Article";
      sheet.querySelector(".name").textContent = name;
      sheet.querySelector(".number").textContent = i + 1;
      sheet.querySelector("textarea").setAttribute("aria-label", `Text of ${name.toLowerCase()} ${i + 1}`);
    }
  }
  document.getElementById("another").addEventListener("click", () => {
    const sheet = sheets.lastElementChild.cloneNode(true);
    for (const field of sheet.querySelectorAll("textarea, input")) field.value = "";
    sheets.append(sheet);
    number();
    sheet.querySelector("textarea").focus();
  });
  for (const kind of form.elements.kind) kind.addEventListener("change", number);
  number();

  // ---- Dropping: what is dropped joins what was chosen
  function show() {
    chosen.replaceChildren(...[...files.files].map((file, i) => {
      const item = document.createElement("li");
      const away = document.createElement("button");
      away.type = "button";
      away.textContent = "Leave out";
      away.setAttribute("aria-label", `Leave out ${file.name}`);
      away.addEventListener("click", () => { keep([...files.files].filter((_, other) => other !== i)); files.focus(); });
      item.append(`${file.name} `, away);
      return item;
    }));
  }
  function keep(list) {
    const held = new DataTransfer();
    for (const file of list) held.items.add(file);
    files.files = held.files;
    show();
  }
  let before = [];
  files.addEventListener("click", () => { before = [...files.files]; });
  files.addEventListener("change", () => keep([...before, ...files.files]));
  for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault()); // a file beside the box is not opened
  addEventListener("dragenter", () => drop.classList.add("over"));
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  addEventListener("drop", (event) => {
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) keep([...files.files, ...event.dataTransfer.files]);
  });

  // ---- Sending: what was pasted stays where the desk refuses it
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector(".primary");
    problem.textContent = "";
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { accept: "application/json" } });
      const said = await answer.json().catch(() => ({ problem: "The desk did not take it. Is it still running?" }));
      if (answer.ok) return location.assign(said.url);
      problem.textContent = said.problem;
    } catch {
      problem.textContent = "The desk does not answer. Is it still running?";
    }
    button.disabled = false;
  });

  // ---- The watched folder
  const listed = document.getElementById("listed");
  async function watch() {
    const answer = document.hidden ? null : await fetch(listed.dataset.poll).catch(() => null);
    if (answer?.ok) renew(await answer.json());
    setTimeout(watch, 3000);
  }
  function renew(entries) {
    const known = [...listed.querySelectorAll("input")].map((box) => box.value);
    if (JSON.stringify(known) === JSON.stringify(entries.map((entry) => entry.name)) || !entries.length) return;
    const checked = new Set([...listed.querySelectorAll("input:checked")].map((box) => box.value));
    const focused = listed.contains(document.activeElement) ? document.activeElement.value : null;
    listed.replaceChildren(...entries.map((entry) => {
      const item = document.createElement("li");
      const label = document.createElement("label");
      const box = document.createElement("input");
      const size = document.createElement("small");
      Object.assign(box, { type: "checkbox", name: "from_folder", value: entry.name, checked: checked.has(entry.name) });
      size.textContent = entry.size;
      label.append(box, ` ${entry.name} `, size);
      item.append(label);
      return item;
    }));
    if (focused !== null) [...listed.querySelectorAll("input")].find((box) => box.value === focused)?.focus();
  }
  if (listed) setTimeout(watch, 3000);
}
