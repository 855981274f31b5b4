// What others decide about a case, as it happens: each piece of news is an event of the document. A page that nobody
// sees listens to nothing, because a browser keeps few connections to one place.

const { events, since } = document.currentScript.dataset;
let last = Number(since);
let stream = null;

function heard(event) {
  last = Math.max(last, Number(event.lastEventId));
  document.dispatchEvent(new CustomEvent("xcheck:news", { detail: JSON.parse(event.data) }));
}

function listen() {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else if (!stream) {
    stream = new EventSource(`${events}?since=${last}`);
    stream.addEventListener("message", heard);
  }
}
document.addEventListener("visibilitychange", listen);
listen();
