// Third part: what is selected, what comes into view, keys, print.

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

function select(index, { pin = false, from = null, bring = true } = {}) {
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
    if (bring && claim !== from && elements.length && wide.matches) reveal(elements[0], elements[0].closest(".text"));
  }
  if (from !== null && wide.matches && rowOf(index)) reveal(rowOf(index), list.parentElement, 0);
  draw();
}

// The passages of a finding come into view; nothing is selected, so that typing goes on.
function look(index) {
  const { claims } = data.findings[index];
  show(claims.map((claim) => data.claims[claim][0]), null);
  for (const claim of claims) {
    const [first] = elementsOf(claim);
    if (first && wide.matches) reveal(first, first.closest(".text"));
  }
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
  const indices = findingsOf.get(claim) ?? findingsOf.get(data.copies[claim]) ?? [];
  const index = indices.find((i) => matching.includes(i)) ?? indices[0];
  if (index !== undefined) {
    if (!matching.includes(index)) clear();
    return select(index, { ...options, from: claim });
  }
  letGo();
  pinned = options.pin;
  for (const element of marks.get(claim) ?? []) element.classList.add("on");
  const held = data.held.find(([left, right]) => left === claim || right === claim);
  const [place, start, end, standing] = data.claims[claim];
  const why = held ? `Compared with “${words(data.claims[held[0] === claim ? held[1] : held[0]]).trim()}” and not flagged: ${data.gates[held[2]]}`
    : claim in data.gated ? `Not compared. ${data.gates[data.gated[claim]]}` : WHY_NOT[standing];
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

// ---- Print
byId("print").addEventListener("click", () => print());
addEventListener("beforeprint", () => {
  more(Math.min(matching.length, 400));
  for (const item of all(".finding:not(.open)", list)) item.append(card(Number(item.dataset.index)));
});
addEventListener("afterprint", () => filter());

const types = [...new Set(data.findings.map((finding) => finding.type).filter(Boolean))].sort();
byId("type").append(...types.map((type) => make("option", { value: type }, called(type))));
byId("export").disabled = exported().length === 0;
if (paned) arrange();
filter();
setTimeout(prepare, 0);
if (matching.length && wide.matches) select(matching[0], { bring: false }); // articles open at the headline
