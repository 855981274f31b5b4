// How far the reading of a case has come; then the page shows what came of it.

const progress = document.getElementById("progress");
const bar = progress.querySelector("progress");
const events = new EventSource(progress.dataset.events);
events.addEventListener("message", (event) => {
  const { doing, done, of } = JSON.parse(event.data);
  document.getElementById("doing").textContent = doing;
  if (of) Object.assign(bar, { max: of, value: done - 0.5 });
});
events.addEventListener("over", () => {
  events.close();
  location.reload();
});
