// The review on a desk: decisions go to the desk, and those of others come from it.

const held = document.getElementById("decisions");
const address = `/cases/${held.dataset.case}/decisions`;
if ("readOnly" in held.dataset) document.documentElement.classList.add("read-only");
const known = JSON.parse(held.textContent);
const newest = new Map(Object.entries(known).map(([print, one]) => [print, one.id])); // from a fingerprint to its last decision
const waiting = new Map(); // from a fingerprint to the decision that is about to be sent

const tell = (detail) => document.dispatchEvent(new CustomEvent("xcheck:decided", { detail }));

async function send(print) {
  const { detail } = waiting.get(print);
  waiting.delete(print);
  const body = JSON.stringify({ fingerprint: print, rule: detail.rule, decision: detail.as ?? "open", note: detail.note });
  const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } }).catch(() => null);
  if (answer?.ok) {
    const { id, who, when } = await answer.json();
    newest.set(print, id);
    if (!waiting.has(print)) tell({ [print]: { ...detail, who, when, id } });
  } else {
    const said = await answer?.json().catch(() => null);
    alarm(said?.problem ?? "The desk does not answer: this decision is not kept. Is it still running?");
  }
}

document.addEventListener("xcheck:decide", ({ detail }) => {
  clearTimeout(waiting.get(detail.print)?.timer);
  waiting.set(detail.print, { detail, timer: setTimeout(send, 400, detail.print) });
});

function alarm(text) {
  document.getElementById("reason").textContent = text;
}

document.addEventListener("xcheck:news", ({ detail }) => {
  const others = Object.entries(detail).filter(([print, one]) => one.id > (newest.get(print) ?? 0) && !waiting.has(print));
  for (const [print, one] of others) newest.set(print, one.id);
  if (others.length) tell(Object.fromEntries(others));
});
addEventListener("pagehide", () => { for (const print of waiting.keys()) send(print); });

// ---- Dialogs
for (const opener of document.querySelectorAll("[data-opens]")) {
  opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
}
for (const closer of document.querySelectorAll("dialog [data-closes]")) closer.addEventListener("click", () => closer.closest("dialog").close());
