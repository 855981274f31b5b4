// Second part: a finding opened, its disposition, and the file of dispositions.

// ---- The card
function card(index) {
  const finding = data.findings[index];
  const rule = data.rules[finding.rule];
  return make("div", { class: "card" },
    ...finding.evidence.map((evidence) => passage(evidence, index)),
    table(finding),
    make("p", { class: "why" }, make("b", {}, `${finding.rule} ${rule ? rule[0].replaceAll("-", " ") : ""}. `), rule ? rule[1] : "", record(finding.rule)),
    acts(finding, index));
}

// How often the rule was right on this desk, where a desk has measured it.
const precision = desk ? JSON.parse(byId("precision").textContent) : {};
const record = (rule) => (rule in precision ? make("span", { class: "record" }, ` Right ${precision[rule][0]} of ${precision[rule][1]} here.`) : "");

function passage(evidence, index) {
  const [place, start, end, focus, reprints = []] = evidence;
  const parts = [];
  let at = start;
  for (const [from, to] of focus) {
    if (to <= at) continue;
    parts.push(texts[place].slice(at, Math.max(at, from)), make("mark", {}, texts[place].slice(Math.max(at, from), to)));
    at = to;
  }
  parts.push(texts[place].slice(at, end));
  const more = reprints.length > 6 ? `and ${reprints.length - 6} more` : "";
  const same = reprints.length ? make("p", { class: "reprints" }, "The same words in ", ...reprints.slice(0, 6).flatMap((other) => [letter(other), " "]), more) : "";
  return make("blockquote", {}, make("p", {}, letter(place), " ", ...parts), same,
    make("button", { type: "button", on: { click: () => visit(index, place) } }, `Show in ${data.documents[place].letter}`));
}

function table(finding) {
  if (!finding.slots) return "";
  const sides = finding.claims.map((claim) => data.claims[claim]);
  const rows = data.rows.flatMap((heading, i) => {
    const said = sides.map((side) => side[4]?.[i] ?? "");
    const outcome = finding.slots[i];
    if (!said[0] && !said[1] && !outcome) return [];
    const differs = outcome.startsWith("differs");
    return [make("tr", { class: differs ? "differs" : null }, make("th", { scope: "row" }, heading),
      ...said.map((text, side) => make("td", {}, ...(differs ? parting(text, said[1 - side]) : [text || "–"]))), make("td", {}, outcome || "–"))];
  });
  const head = make("tr", {}, make("td", {}), ...sides.map(([place]) => make("th", { scope: "col" }, letter(place))), make("th", { scope: "col" }, "Outcome"));
  return make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
}

// What one side says, the parts that the other says as well left plain.
function parting(text, other) {
  if (!text) return ["–"];
  const theirs = new Set(other.toLowerCase().split(", "));
  return text.split(", ").flatMap((part, i) => [i ? ", " : "", theirs.has(part.toLowerCase()) ? part : make("b", {}, part)]);
}

function acts(finding, index) {
  const kept = dispositions.get(finding.print) ?? {};
  const choices = Object.entries(DISPOSITIONS).map(([as, name]) =>
    make("button", { type: "button", "aria-pressed": String(kept.as === as), on: { click: () => dispose(index, as) } }, name));
  const note = make("input", { type: "text", value: kept.note ?? "", maxlength: 500, on: { input: () => annotate(finding, note.value) } });
  return make("div", {}, make("div", { class: "acts", role: "group", "aria-label": "Disposition" }, ...choices,
    make("button", { type: "button", on: { click: (event) => copy(index, event.currentTarget) } }, "Copy as text")),
    make("label", { class: "note" }, "Note", note));
}

function dispose(index, as) {
  const finding = data.findings[index];
  const kept = dispositions.get(finding.print) ?? {};
  const focused = document.activeElement?.textContent;
  set(finding, { ...kept, as: kept.as === as ? null : as });
  const old = rowOf(index);
  if (!old) return;
  old.replaceWith(row(index));
  open(index);
  const again = all(".acts button", rowOf(index)).find((b) => b.textContent === focused);
  (again ?? button(index)).focus();
}

const annotate = (finding, note) => set(finding, { ...dispositions.get(finding.print), note });

function set(finding, value) {
  const own = { as: value.as ?? null, note: value.note ?? "", rule: finding.rule };
  if (own.as || own.note) dispositions.set(finding.print, own);
  else dispositions.delete(finding.print);
  if (desk) document.dispatchEvent(new CustomEvent("xcheck:decide", { detail: { print: finding.print, ...own } }));
  else keep(STORE, Object.fromEntries(dispositions));
  byId("export").disabled = exported().length === 0;
}

// Decisions of other browsers, as the desk tells them: {fingerprint: {as, note, rule, who, when}}.
document.addEventListener("xcheck:decided", ({ detail }) => {
  for (const [print, told] of Object.entries(detail)) {
    if (told.as || told.note) dispositions.set(print, told);
    else dispositions.delete(print);
  }
  data.findings.forEach((finding, index) => {
    const old = finding.print in detail ? rowOf(index) : null;
    if (!old || old.querySelector(".note input:focus")) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.textContent : null;
    const opened = old.classList.contains("open");
    old.replaceWith(row(index));
    if (opened) open(index);
    if (focused !== null) (all("button", rowOf(index)).find((b) => b.textContent === focused) ?? button(index)).focus();
  });
  byId("export").disabled = exported().length === 0;
});

// ---- The suppression file: TOML, as docs/review.md has it
const own = new Set(data.findings.map((f) => f.print));
const exported = () => [...dispositions].filter(([print, kept]) => kept?.as in DISPOSITIONS && own.has(print)).sort();
const quoted = (text) => JSON.stringify(String(text).toWellFormed?.() ?? String(text)).replaceAll("\x7f", "\\u007f");

function download() {
  const entries = exported().map(([print, kept]) =>
    `[[${kept.as === "confirmed" ? "confirm" : "ignore"}]]\nfingerprint = ${quoted(print)}\nrule = ${quoted(kept.rule ?? "")}\n` +
    (kept.as === "confirmed" ? "" : `as = ${quoted(kept.as)}\n`) + `reason = ${quoted(kept.note ?? "")}\n`);
  const file = new Blob([`# Dispositions of an xcheck review\n\n${entries.join("\n")}`], { type: "application/toml" });
  const link = make("a", { href: URL.createObjectURL(file), download: "xcheck-dispositions.toml" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function copy(index, from) {
  const finding = data.findings[index];
  const text = [
    `${finding.kind} (${[finding.type, finding.severity, finding.rule, `${percent(finding.confidence)} sure`].filter(Boolean).join(", ")})`,
    plain(finding),
    ...finding.evidence.map((e) => `${data.documents[e[0]].letter} ${data.documents[e[0]].path}: “${words(e).trim()}”`),
  ].join("\n");
  let done = true;
  try { await navigator.clipboard.writeText(text); } catch { done = false; }
  if (from) from.textContent = done ? "Copied" : "The browser does not let a page copy";
}
