"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const STORE = "xcheck-dispositions";
  const SIGNS = { divergence: "≠", extrapolation: "↗", agreement: "=", uncorroborated: "○" };
  const DISPOSITIONS = { confirmed: "Confirmed", "false-alarm": "False alarm", dismissed: "Dismissed" };
  const SEVERITIES = ["note", "warning", "error"];
  const WHY_NOT = "No claim of another article says enough of the same thing to be held against it, and no rule speaks of it alone.";
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
      if (standing === "not-compared") element.tabIndex = -1;
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
      (!source || finding.evidence.some((e) => e[0] === Number(source))) &&
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
    for (const mark of marked) if (findingsOf.has(mark.claim)) light(mark, lit.get(mark.claim) ?? "off");
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

  // ---- The card
  function card(index) {
    const finding = data.findings[index];
    const rule = data.rules[finding.rule];
    return make("div", { class: "card" },
      ...finding.evidence.map((evidence) => passage(evidence, index)),
      table(finding),
      make("p", { class: "why" }, make("b", {}, `${finding.rule} ${rule ? rule[0].replaceAll("-", " ") : ""}. `), rule ? rule[1] : ""),
      acts(finding, index));
  }

  function passage(evidence, index) {
    const [place, start, end, focus] = evidence;
    const parts = [];
    let at = start;
    for (const [from, to] of focus) {
      if (to <= at) continue;
      parts.push(texts[place].slice(at, Math.max(at, from)), make("mark", {}, texts[place].slice(Math.max(at, from), to)));
      at = to;
    }
    parts.push(texts[place].slice(at, end));
    return make("blockquote", {}, make("p", {}, letter(place), " ", ...parts),
      make("button", { type: "button", on: { click: () => visit(index, place) } }, `Show in ${data.documents[place].letter}`));
  }

  function table(finding) {
    if (!finding.slots) return "";
    const sides = finding.claims.map((claim) => data.claims[claim]);
    const rows = data.rows.flatMap((heading, i) => {
      const said = sides.map((side) => side[4]?.[i] ?? "");
      const outcome = finding.slots[i];
      if (!said[0] && !said[1] && !outcome) return [];
      return [make("tr", { class: outcome.startsWith("differs") ? "differs" : null }, make("th", { scope: "row" }, heading),
        ...said.map((text) => make("td", {}, text || "–")), make("td", {}, outcome || "–"))];
    });
    const head = make("tr", {}, make("td", {}), ...sides.map(([place]) => make("th", { scope: "col" }, letter(place))), make("th", { scope: "col" }, "Outcome"));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
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
    if (value.as || value.note) dispositions.set(finding.print, { as: value.as ?? null, note: value.note ?? "", rule: finding.rule });
    else dispositions.delete(finding.print);
    keep(STORE, Object.fromEntries(dispositions));
    byId("export").disabled = exported().length === 0;
  }

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
      `${finding.kind} (${[finding.type, finding.severity, finding.rule, `confidence ${finding.confidence.toFixed(2)}`].filter(Boolean).join(", ")})`,
      plain(finding),
      ...finding.evidence.map((e) => `${data.documents[e[0]].letter} ${data.documents[e[0]].path}: “${words(e).trim()}”`),
    ].join("\n");
    let done = true;
    try { await navigator.clipboard.writeText(text); } catch { done = false; }
    if (from) from.textContent = done ? "Copied" : "The browser does not let a page copy";
  }

  // ---- Selection: a finding, its card, its claims in view, and a line between them
  function open(index) {
    for (const item of all(".finding.open", list)) {
      item.classList.remove("open");
      item.querySelector(".card").remove();
      item.querySelector("h4 button").setAttribute("aria-expanded", "false");
    }
    if (index === null) return;
    const position = matching.indexOf(index);
    if (position >= rendered) more(position + 10);
    const item = rowOf(index);
    if (!item) return;
    item.classList.add("open");
    item.append(card(index));
    button(index).setAttribute("aria-expanded", "true");
  }

  function select(index, { pin = false, from = null } = {}) {
    for (const element of all(".m.on")) element.classList.remove("on");
    selected = index;
    pinned = pin;
    byId("reason").textContent = "";
    open(index);
    const { claims } = data.findings[index];
    show(claims.map((claim) => data.claims[claim][0]), from === null ? null : data.claims[from][0]);
    for (const claim of claims) {
      const elements = elementsOf(claim);
      for (const element of elements) element.classList.add("on");
      if (claim !== from && elements.length && wide.matches) reveal(elements[0], elements[0].closest(".text"));
    }
    if (from !== null && wide.matches && rowOf(index)) reveal(rowOf(index), list.parentElement, 0);
    draw();
  }

  function letGo() {
    for (const element of all(".m.on")) element.classList.remove("on");
    selected = null;
    pinned = false;
    byId("reason").textContent = "";
    open(null);
    draw();
  }

  // Scrolls a box, and no more than the box, until the element stands at a share of its height.
  function reveal(element, box, share = 0.3) {
    const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const target = Math.max(0, top - share * box.clientHeight);
    box.scrollTo({ top: target, behavior: still.matches ? "instant" : "smooth" });
  }

  function visit(index, place) {
    if (selected !== index) select(index, { pin: true });
    const claim = data.findings[index].claims.find((c) => data.claims[c][0] === place);
    const target = claim === undefined ? null : elementsOf(claim)[0];
    if (!target) return;
    if (wide.matches) reveal(target, target.closest(".text"));
    else target.scrollIntoView({ block: "center" });
    (target.href ? target : byId(`c${claim}`) ?? target).focus({ preventScroll: true });
  }

  // A claim was pointed at: its weightiest finding, or why there is none.
  function pick(claim, options) {
    const indices = findingsOf.get(claim) ?? [];
    const index = indices.find((i) => matching.includes(i)) ?? indices[0];
    if (index !== undefined) {
      if (!matching.includes(index)) clear();
      return select(index, { ...options, from: claim });
    }
    letGo();
    pinned = options.pin;
    for (const element of marks.get(claim) ?? []) element.classList.add("on");
    const held = data.held.find(([left, right]) => left === claim || right === claim);
    const [place, start, end] = data.claims[claim];
    const why = held ? `Compared with “${words(data.claims[held[0] === claim ? held[1] : held[0]]).trim()}” and not flagged: ${data.gates[held[2]]}` : `Not compared. ${WHY_NOT}`;
    byId("reason").replaceChildren(letter(place), ` “${texts[place].slice(start, end).trim()}” ${why}`);
    if (wide.matches) reveal(byId("reason"), list.parentElement, 0);
  }

  function clear() {
    for (const control of controls) control.value = "";
    for (const b of kinds) b.setAttribute("aria-pressed", "true");
    filter();
  }

  // ---- Two panes for many articles
  const panes = all("[data-pane]");
  const paned = panes.length > 0;

  function show(places, keepPlace) {
    if (!paned) return;
    const sides = panes.map((pane) => Number(pane.value));
    const missing = [...new Set(places)].filter((place) => !sides.includes(place));
    for (const place of missing) {
      const free = sides.findIndex((side) => side !== keepPlace && !places.includes(side));
      if (free >= 0) sides[free] = place;
    }
    panes.forEach((pane, i) => { pane.value = String(sides[i]); });
    arrange();
  }

  function arrange() {
    const sides = panes.map((pane) => Number(pane.value));
    if (sides[0] === sides[1]) {
      sides[1] = (sides[0] + 1) % articles.length;
      panes[1].value = String(sides[1]);
    }
    articles.forEach((article, place) => {
      article.hidden = !sides.includes(place);
      article.classList.toggle("left", place === sides[0]);
      article.classList.toggle("right", place === sides[1]);
    });
    draw();
  }

  // ---- The line between the two claims: across the gutter, from one column's edge to the other's
  const thread = byId("thread");
  let drawing = 0;

  function draw() {
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(stretch);
  }

  function stretch() {
    const claims = selected === null || !wide.matches ? [] : data.findings[selected].claims;
    const ends = claims.map((claim) => edge(elementsOf(claim))).filter(Boolean).sort((a, b) => a.left - b.left);
    thread.toggleAttribute("hidden", ends.length < 2);
    if (ends.length < 2) return;
    const origin = thread.getBoundingClientRect();
    const [x1, x2] = [ends[0].right - origin.left, ends[1].left - origin.left];
    const [y1, y2] = ends.map((end) => end.middle - origin.top);
    const bend = (x2 - x1) / 2;
    thread.querySelector("path").setAttribute("d", `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`);
    [[x1, y1], [x2, y2]].forEach(([x, y], i) => {
      thread.querySelectorAll("circle")[i].setAttribute("cx", x);
      thread.querySelectorAll("circle")[i].setAttribute("cy", y);
    });
  }

  // The sides of the claim's column and the height of its first line, held inside the column; null where it is hidden.
  function edge(elements) {
    const column = elements[0]?.closest(".text");
    const line = elements[0]?.getClientRects()[0];
    if (!line) return null;
    const box = column.getBoundingClientRect();
    const middle = Math.min(box.bottom, Math.max(box.top, (line.top + line.bottom) / 2));
    return { left: box.left - 4, right: box.left + column.clientWidth + 4, middle };
  }

  // ---- Pointing, clicking, keys
  const workspace = document.querySelector(".workspace");
  const claimOf = (element) => {
    const mark = element.closest?.(".m");
    return mark && mark.closest(".article") ? Number(mark.dataset.c ?? mark.id.slice(1)) : null;
  };
  let hovering = 0;

  workspace.addEventListener("pointerover", (event) => {
    clearTimeout(hovering);
    const claim = claimOf(event.target);
    if (claim !== null && event.pointerType === "mouse" && !pinned) hovering = setTimeout(() => pick(claim, { pin: false }), 180);
  });
  workspace.addEventListener("pointerleave", () => clearTimeout(hovering));
  workspace.addEventListener("focusin", (event) => {
    const claim = claimOf(event.target);
    if (claim !== null && event.target.matches(":focus-visible")) pick(claim, { pin: false });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#c'], .article .m, [data-finding]");
    if (!link) return;
    if (link.dataset.finding) {
      const index = data.findings.findIndex((finding) => finding.id === link.dataset.finding);
      if (!matching.includes(index)) clear();
      event.preventDefault();
      byId("side-by-side").scrollIntoView();
      select(index, { pin: true });
      button(index)?.focus({ preventScroll: wide.matches });
      return;
    }
    event.preventDefault();
    clearTimeout(hovering);
    const claim = Number(link.dataset.c ?? link.getAttribute("href").slice(2));
    pick(claim, { pin: true });
    if (!link.closest(".article")) jump(claim);
    else if (!wide.matches) (rowOf(selected) ?? byId("reason")).scrollIntoView({ block: "start" });
  });

  function jump(claim) {
    const target = elementsOf(claim)[0];
    if (!target) return;
    show([data.claims[claim][0]], null);
    if (wide.matches) {
      byId("side-by-side").scrollIntoView();
      reveal(target, target.closest(".text"));
    } else target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }

  function step(by) {
    if (!matching.length) return;
    const at = matching.indexOf(selected);
    const next = matching[Math.min(matching.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    select(next, { pin: true });
    button(next).focus();
  }

  function stepMark(from, by) {
    const own = all("a.m", from.closest(".text")).filter((element) => !element.classList.contains("off"));
    own[Math.min(own.length - 1, Math.max(0, own.indexOf(from) + by))]?.focus();
  }

  const KEYS = {
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
    "/": () => byId("search").focus(),
    c: () => selected !== null && dispose(selected, "confirmed"),
    f: () => selected !== null && dispose(selected, "false-alarm"),
    d: () => selected !== null && dispose(selected, "dismissed"),
    y: () => selected !== null && copy(selected, all(".acts button", rowOf(selected) ?? list).at(-1)),
    Escape: letGo,
  };
  workspace.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, select")) {
      if (event.key === "Escape" && event.target === byId("search")) button(matching[0])?.focus();
      return;
    }
    if (event.target.matches(".text a.m") && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault();
      return stepMark(event.target, event.key === "ArrowRight" ? 1 : -1);
    }
    const inList = list.contains(event.target);
    if (event.key in KEYS && (inList || !event.key.startsWith("Arrow"))) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  for (const control of controls) control.addEventListener("input", filter);
  for (const b of kinds) b.addEventListener("click", () => {
    b.setAttribute("aria-pressed", String(b.getAttribute("aria-pressed") === "false"));
    filter();
  });
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  for (const pane of panes) pane.addEventListener("change", arrange);
  byId("more").addEventListener("click", () => more());
  byId("export").addEventListener("click", download);
  byId("all-rows")?.addEventListener("click", (event) => {
    for (const hiddenRow of all(".story tr[hidden]")) hiddenRow.hidden = false;
    event.currentTarget.remove();
  });
  for (const text of all(".text")) text.addEventListener("scroll", draw, { passive: true });
  addEventListener("resize", draw);
  wide.addEventListener("change", draw);

  // ---- Light and dark, print
  const theme = byId("theme");
  function paint(name) {
    if (name) document.documentElement.dataset.theme = name;
    const dark = name ? name === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    theme.textContent = dark ? "Light" : "Dark";
  }
  theme.addEventListener("click", () => {
    const next = theme.textContent.toLowerCase();
    keep("xcheck-theme", next);
    paint(next);
  });
  byId("print").addEventListener("click", () => print());
  addEventListener("beforeprint", () => {
    more(Math.min(matching.length, 400));
    for (const item of all(".finding:not(.open)", list)) item.append(card(Number(item.dataset.index)));
  });
  addEventListener("afterprint", () => filter());

  const types = [...new Set(data.findings.map((finding) => finding.type).filter(Boolean))].sort();
  byId("type").append(...types.map((type) => make("option", { value: type }, type)));
  byId("export").disabled = exported().length === 0;
  const painted = recall("xcheck-theme");
  paint(["light", "dark"].includes(painted) ? painted : null);
  if (paned) arrange();
  filter();
  setTimeout(prepare, 0);
  if (matching.length && wide.matches) select(matching[0]);
})();
