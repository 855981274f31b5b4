// First of three parts of one script: what is kept, the marks, the filters and the list of findings.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const STORE = "xcheck-dispositions";
const SIGNS = { divergence: "≠", extrapolation: "↗", agreement: "=", uncorroborated: "○" };
const DISPOSITIONS = { confirmed: "Confirmed", "false-alarm": "False alarm", dismissed: "Dismissed" };
const SEVERITIES = ["note", "warning", "error"];
const WHY_NOT = {
  alone: "Alone. No claim of another article says enough of the same thing to be held against it, and no rule speaks of it.",
  compatible: "Compatible. Another article speaks of it and nothing parts them; no finding is shown.",
  "not-shown": "Not shown. What was found about it is left out by the options of this report.",
};
const still = matchMedia("(prefers-reduced-motion: reduce)");
const wide = matchMedia("(min-width: 68rem)");
const PAGE = wide.matches ? 60 : 20; // findings that the list shows at a time

document.documentElement.classList.add("js");

// An element with attributes and children; words become text and never markup.
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

// ---- What is kept in the browser
function recall(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}
function keep(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* private windows keep nothing: work on without */ }
}
const known = recall(STORE);
const dispositions = new Map(Object.entries(known && typeof known === "object" ? known : {}));

// ---- Texts and marks
const articles = all(".article");
const texts = articles.map((article) => article.querySelector(".text").textContent);
const marks = new Map(); // from a claim's position to the elements that show it
const marked = all(".article .m").map((element) => {
  const claim = Number(element.dataset.c ?? element.id.slice(1));
  if (!marks.has(claim)) marks.set(claim, []);
  marks.get(claim).push(element);
  const standing = data.claims[claim][3];
  if (element.id) {
    element.setAttribute("aria-describedby", `is-${standing}`);
    if (standing in WHY_NOT) element.tabIndex = -1;
  }
  return { element, claim, kind: standing };
});
const findingsOf = new Map(); // from a claim's position to its findings, weightiest first
data.findings.forEach((finding, index) => {
  for (const claim of finding.claims) {
    if (!findingsOf.has(claim)) findingsOf.set(claim, []);
    findingsOf.get(claim).push(index);
  }
});
const inside = new Map(); // the claims within each claim, by need
function elementsOf(claim) {
  if (!inside.has(claim)) {
    const [place, start, end] = data.claims[claim];
    const found = [];
    data.claims.forEach(([other, from, to], i) => {
      if (other === place && from >= start && to <= end) found.push(...(marks.get(i) ?? []));
    });
    found.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    inside.set(claim, found);
  }
  return inside.get(claim);
}
const words = ([place, start, end]) => texts[place].slice(start, end);
const letter = (place) => make("b", { class: "letter" }, data.documents[place].letter);
const plain = (finding) => finding.message.map(([text]) => text).join("");

// ---- Filters
const searched = []; // what a search looks through, finding by finding, from the first search on
function searchedOf(f) {
  const passages = f.evidence.flatMap((e) => [words(e), data.documents[e[0]].path]);
  return [plain(f), f.rule, f.kind, f.type, data.rules[f.rule]?.[0] ?? "", ...passages].join("\n").toLowerCase();
}
const controls = ["search", "type", "severity", "source", "disposition"].map(byId);
const kinds = all("[data-kind]");
let matching = [];
let rendered = 0;

function prepare(index = 0) { // by and by, so that no search has to wait for it
  for (let i = index; i < Math.min(index + 1000, data.findings.length); i++) searched[i] ??= searchedOf(data.findings[i]);
  if (index < data.findings.length) setTimeout(prepare, 0, index + 1000);
}

function wanted() {
  const [search, type, severity, source, disposition] = controls.map((control) => control.value);
  const off = new Set(kinds.filter((b) => b.getAttribute("aria-pressed") === "false").map((b) => b.dataset.kind));
  const terms = search.toLowerCase().split(/\s+/).filter(Boolean);
  return (finding, index) =>
    !off.has(finding.kind) &&
    (!type || finding.type === type) &&
    (!severity || SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(severity)) &&
    (!source || finding.evidence.some((e) => e[0] === Number(source) || e[4]?.includes(Number(source)))) &&
    (!disposition || (dispositions.get(finding.print)?.as ?? "none") === disposition) &&
    terms.every((term) => (searched[index] ??= searchedOf(finding)).includes(term));
}

function filter() {
  const test = wanted();
  matching = data.findings.flatMap((finding, index) => (test(finding, index) ? [index] : []));
  const lit = new Map(); // from a claim to the weightiest kind that is shown of it
  for (const index of matching) {
    for (const claim of data.findings[index].claims) if (!lit.has(claim)) lit.set(claim, data.findings[index].kind);
  }
  for (const mark of marked) {
    const told = findingsOf.has(mark.claim) ? mark.claim : data.copies[mark.claim];
    if (told !== undefined) light(mark, lit.get(told) ?? "off");
  }
  byId("shown").textContent = `${matching.length} of ${data.findings.length} findings`;
  list.replaceChildren();
  rendered = 0;
  more();
  if (selected !== null && !matching.includes(selected)) letGo();
  else if (selected !== null) open(selected);
}

function light(mark, kind) {
  if (mark.kind === kind) return;
  mark.element.classList.replace(mark.kind, kind);
  mark.kind = kind;
  if (mark.element.id && kind !== "off") mark.element.setAttribute("aria-describedby", `is-${kind}`);
}

// ---- The list of findings
const list = byId("list");
let selected = null;
let pinned = false;

function more(to = rendered + PAGE) {
  const next = matching.slice(rendered, to);
  list.append(...next.map(row));
  rendered += next.length;
  byId("more").hidden = rendered >= matching.length;
}

function row(index) {
  const finding = data.findings[index];
  const kept = dispositions.get(finding.print);
  const message = finding.message.map(([text, isLetter]) => (isLetter ? make("b", { class: "letter" }, text) : text));
  const about = [finding.type || finding.kind, finding.severity, `confidence ${finding.confidence.toFixed(2)}`].join(" · ");
  const head = make("button", { type: "button", "aria-expanded": "false", on: { click: () => toggle(index) } },
    make("span", { class: `sign ${finding.kind}`, "aria-hidden": "true" }, SIGNS[finding.kind]),
    make("span", { class: "message" }, make("span", { class: "hidden" }, `${finding.kind}: `), ...message),
    make("small", {}, `${about} `, kept?.as ? make("span", { class: "stamp" }, DISPOSITIONS[kept.as]) : ""));
  const settled = kept?.as === "false-alarm" || kept?.as === "dismissed";
  return make("li", { class: `finding ${finding.kind}${settled ? " settled" : ""}`, "data-index": index }, make("h4", {}, head));
}

const rowOf = (index) => list.querySelector(`[data-index="${index}"]`);
const button = (index) => rowOf(index)?.querySelector("h4 button");

function toggle(index) {
  if (selected === index && pinned) letGo();
  else select(index, { pin: true });
}
