// A draft in the page: checked as one writes; findings beside the line; saved as versions.

const byId = (id) => document.getElementById(id);
const state = JSON.parse(byId("state").textContent);
const address = `/cases/${state.case}`;
const KEPT = `xcheck-draft-${state.case}`;
const QUIET = 350; // milliseconds without a key before the draft is checked
const SIGNS = { divergence: "≠", extrapolation: "↗" };
const DECISIONS = { "false-alarm": "False alarm", dismissed: "Of no matter here" };
const draft = byId("draft");
const ground = byId("ground");
const windowName = crypto.randomUUID?.() ?? `w-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

let findings = []; // as the desk gave them, their places moved along with the text since
let saved = { number: state.version, text: state.text };
let decisions = state.decisions;

function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

async function post(path, content) {
  const answer = await fetch(`${address}/${path}`, { method: "POST", body: JSON.stringify(content), headers: { accept: "application/json" } });
  const said = await answer.json().catch(() => ({ problem: "The desk did not take it." }));
  return { ok: answer.ok, status: answer.status, said };
}
const silent = () => ({ ok: false, status: 0, said: { problem: "The desk does not answer. Is it still running? Your text is kept in this browser." } });

// ---- What is not saved yet outlives a reload
function recall() {
  try { return JSON.parse(localStorage.getItem(KEPT)); } catch { return null; }
}
function remember() {
  try {
    if (draft.value === saved.text) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify({ base: saved.number, text: draft.value }));
  } catch { /* a private window keeps nothing */ }
}

// ---- Checking
let timer = 0;
function changed() {
  remember();
  byId("save").disabled = draft.value === saved.text;
  paint();
  clearTimeout(timer);
  timer = setTimeout(check, QUIET);
}

async function check() {
  const text = draft.value;
  byId("checked").textContent = "Checking";
  const { ok, said } = await post("check", { text, window: windowName }).catch(silent);
  if (!ok) {
    byId("checked").textContent = "Not checked";
    byId("trouble").textContent = said.problem;
    return;
  }
  if (said === null) return; // a newer text is on its way
  byId("trouble").textContent = "";
  if (said.text !== undefined && draft.value === text) replace(0, text.length, said.text);
  findings = moved(said.findings, said.text ?? text, draft.value);
  const borne = said.support === null ? "" : `, ${Math.round(100 * said.support)}% borne out by its sources`;
  byId("checked").textContent = `Checked${borne}`;
  show();
}

// The findings of one text in another: places before and after what changed move along, those inside it are dropped.
function moved(list, before, after) {
  if (before === after) return list;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const by = after.length - before.length;
  const end = before.length - tail;
  const at = (offset) => (offset <= head ? offset : offset >= end ? offset + by : null);
  return list.flatMap((finding) => {
    const [from, to, start, stop] = [finding.from, finding.to, ...finding.sentence].map(at);
    if ([from, to, start, stop].includes(null) || from > to) return [];
    return [{ ...finding, from, to, sentence: [start, stop] }];
  });
}

let shownText = "";
draft.addEventListener("input", () => {
  findings = moved(findings, shownText, draft.value);
  changed();
  show();
});

// ---- Marks under the text
function paint() {
  shownText = draft.value;
  const open = live();
  const cuts = [...new Set([0, shownText.length, ...open.flatMap((f) => [f.from, f.to])])].sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const over = open.filter((f) => f.from <= cuts[i] && f.to >= cuts[i + 1]);
    const words = shownText.slice(cuts[i], cuts[i + 1]);
    const kind = over.some((f) => f.kind === "divergence") ? "divergence" : "extrapolation";
    parts.push(over.length ? make("mark", { class: kind, "data-print": over[0].print }, words) : words);
  }
  ground.replaceChildren(...parts, "\n");
}

// ---- Findings beside their lines
const settled = (finding) => ["false-alarm", "dismissed"].includes(decisions[finding.print]?.as);
const live = () => findings.filter((finding) => !settled(finding));
const list = byId("beside");

function show() {
  const focused = list.contains(document.activeElement) ? document.activeElement.closest("li")?.dataset.print : null;
  list.replaceChildren(...live().map(card));
  paint();
  place();
  byId("clear").hidden = live().length > 0 || byId("checked").textContent === "Checking";
  if (focused) cardOf(focused)?.querySelector(".go").focus();
  showDismissed();
}

const cardOf = (print) => list.querySelector(`[data-print="${print}"]`);

function card(finding) {
  const record = state.precision[finding.rule];
  const about = [finding.type, `${finding.confidence}% sure`, record ? `right ${record[0]} of ${record[1]} here` : null].filter(Boolean);
  return make("li", { class: `beside ${finding.kind}`, "data-print": finding.print },
    make("button", { type: "button", class: "go", on: { click: () => go(finding) } },
      make("span", { class: `sign ${finding.kind}`, "aria-hidden": "true" }, SIGNS[finding.kind]),
      make("span", { class: "message" }, finding.message),
      make("small", {}, about.join(" · "))),
    ...finding.passages.map((passage) => make("blockquote", {}, make("p", {}, ...passage.runs.map(([text, marked]) => (marked ? make("mark", {}, text) : text))),
      make("footer", {}, passage.name, passage.quote ? make("button", { type: "button", on: { click: () => quote(finding, passage) } }, "Quote the source") : null))),
    make("div", { class: "acts" }, make("button", { type: "button", on: { click: () => dismiss(finding) } }, "Dismiss…")));
}

// Each card as high as its line, or as near below as the ones above it leave room; on a narrow window one after the other.
const wide = matchMedia("(min-width: 60rem)");
function place() {
  let free = 0;
  for (const item of list.children) {
    if (!wide.matches) { item.style.top = ""; continue; }
    const mark = ground.querySelector(`[data-print="${item.dataset.print}"]`) ?? markOf(item.dataset.print);
    const wanted = mark ? mark.offsetTop - 6 : free;
    const top = Math.max(free, wanted);
    item.style.top = `${top}px`;
    free = top + item.offsetHeight + 10;
  }
  list.style.minHeight = wide.matches ? `${free}px` : "";
}
function markOf(print) {
  const finding = findings.find((f) => f.print === print);
  const other = finding && live().find((f) => f.from <= finding.from && f.to >= finding.from && ground.querySelector(`[data-print="${f.print}"]`));
  return other && ground.querySelector(`[data-print="${other.print}"]`);
}
addEventListener("resize", place);
wide.addEventListener("change", place);

function go(finding) {
  draft.focus();
  draft.setSelectionRange(finding.from, finding.to);
  (ground.querySelector(`[data-print="${finding.print}"]`) ?? ground).scrollIntoView({ block: "nearest" });
}

document.addEventListener("selectionchange", () => {
  if (document.activeElement !== draft) return;
  const at = draft.selectionStart;
  for (const item of list.children) {
    const finding = findings.find((f) => f.print === item.dataset.print);
    item.classList.toggle("on", Boolean(finding) && finding.from <= at && at <= finding.to);
  }
});

// ---- The source's words in place of the sentence; the browser's own undo takes them back
function quote(finding, passage) {
  replace(finding.sentence[0], finding.sentence[1], passage.quote);
  draft.focus();
}
function replace(start, end, text) {
  draft.focus();
  draft.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, text)) {
    draft.setRangeText(text, start, end, "end");
    draft.dispatchEvent(new Event("input"));
  }
}

// ---- Dismissing
const dialog = byId("dismiss");
let about = null;
function dismiss(finding) {
  about = finding;
  dialog.querySelector("form").reset();
  byId("dismiss-what").textContent = finding.message;
  dialog.returnValue = "";
  dialog.showModal();
}
dialog.addEventListener("close", async () => {
  if (dialog.returnValue !== "ok" || !about) return;
  const { decision, reason } = dialog.querySelector("form").elements;
  await decide(about, decision.value, reason.value);
  (list.querySelector(".go") ?? draft).focus();
});

async function decide(finding, decision, note) {
  const { ok, said } = await post("decisions", { fingerprint: finding.print, rule: finding.rule, decision, note }).catch(silent);
  if (!ok) { byId("trouble").textContent = said.problem; return; }
  decisions[finding.print] = { as: decision === "open" ? null : decision, note, rule: finding.rule, who: said.who, when: said.when, id: said.id };
  show();
}

function showDismissed() {
  const gone = findings.filter(settled);
  const box = byId("dismissed");
  box.hidden = gone.length === 0;
  box.querySelector("summary").textContent = `${gone.length} dismissed`;
  box.querySelector("ul").replaceChildren(...gone.map((finding) => {
    const own = decisions[finding.print];
    return make("li", {}, make("p", {}, finding.message), make("p", { class: "why" }, `${DECISIONS[own.as]}: ${own.note || "no reason given"}`), make("small", {}, `${own.who}, ${own.when}`),
      make("button", { type: "button", on: { click: () => decide(finding, "open", "") } }, "Bring back"));
  }));
}

document.addEventListener("xcheck:news", ({ detail }) => {
  const others = Object.entries(detail).filter(([print, one]) => one.id > (decisions[print]?.id ?? 0));
  Object.assign(decisions, Object.fromEntries(others));
  if (others.length) show();
});

// ---- Saving
async function save(base = saved.number) {
  const text = draft.value;
  byId("save").disabled = true;
  const { ok, status, said } = await post("versions", { text, base }).catch(silent);
  if (ok) {
    if (said.text !== text && draft.value === text) replace(0, text.length, said.text);
    saved = { number: said.number, text: said.text };
    byId("kept").textContent = `Version ${said.number}, saved ${said.when} by ${said.who}`;
    byId("restored").hidden = true;
    byId("trouble").textContent = "";
  } else if (status === 409) conflict(said);
  else byId("trouble").textContent = said.problem;
  remember();
  byId("save").disabled = draft.value === saved.text;
}

const clash = byId("conflict");
let newest = null;
function conflict(theirs) {
  newest = theirs;
  byId("conflict-what").textContent = `${theirs.who} saved version ${theirs.number} on ${theirs.when}, in another window, while you wrote on version ${saved.number}.`;
  byId("conflict-look").href = `${address}/versions?a=${saved.number}&b=${theirs.number}`;
  byId("conflict-save").textContent = `Save mine as version ${theirs.number + 1}`;
  clash.showModal();
}
byId("conflict-save").addEventListener("click", () => { clash.close(); save(newest.number); });
byId("save").addEventListener("click", () => save());
for (const closer of document.querySelectorAll("dialog [data-closes]")) closer.addEventListener("click", () => closer.closest("dialog").close());

byId("discard").addEventListener("click", () => {
  replace(0, draft.value.length, saved.text);
  byId("restored").hidden = true;
});

// ---- Keys
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    if (!byId("save").disabled) save();
  } else if (event.key === "F8") {
    event.preventDefault();
    const all = [...list.querySelectorAll(".go")];
    const now = all.findIndex((button) => button.closest("li").contains(document.activeElement));
    all[(now + 1) % all.length]?.focus();
  } else if (event.key === "Escape" && list.contains(document.activeElement)) {
    go(findings.find((f) => f.print === document.activeElement.closest("li").dataset.print));
  }
});

// ---- The beginning
draft.value = state.text;
saved.text = draft.value; // with the line ends of a text area
const unsaved = recall();
if (unsaved && typeof unsaved.text === "string" && unsaved.text !== saved.text) {
  draft.value = unsaved.text;
  saved.number = Math.min(Number(unsaved.base) || saved.number, saved.number);
  byId("restored").hidden = false;
  byId("save").disabled = false;
}
paint();
check();
