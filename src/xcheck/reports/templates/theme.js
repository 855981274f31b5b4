// Light and dark: as the system has it, until somebody chooses.
{
  document.documentElement.classList.add("js");
  const button = document.getElementById("theme");
  const paint = (name) => {
    if (name) document.documentElement.dataset.theme = name;
    const dark = name ? name === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    button.textContent = dark ? "Light" : "Dark";
  };
  let chosen = null;
  try { chosen = JSON.parse(localStorage.getItem("xcheck-theme")); } catch { /* nothing is kept here */ }
  paint(["light", "dark"].includes(chosen) ? chosen : null);
  button.addEventListener("click", () => {
    const next = button.textContent.toLowerCase();
    try { localStorage.setItem("xcheck-theme", JSON.stringify(next)); } catch { /* a private window */ }
    paint(next);
  });
}
