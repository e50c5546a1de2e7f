"use strict";
// Light or dark: as the system says, until the reader chooses.
headwater.theme = (function () {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try { chosen = localStorage.getItem("headwater-theme"); } catch (e) { chosen = null; }

  function isDark() {
    return chosen === "dark" || (chosen !== "light" && system.matches);
  }

  function apply() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    const button = document.getElementById("theme");
    if (button) {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
    }
  }

  function toggle() {
    chosen = isDark() ? "light" : "dark";
    try { localStorage.setItem("headwater-theme", chosen); } catch (e) { /* nothing is kept */ }
    apply();
    changed.forEach(listener => listener());
  }

  const changed = [];
  system.addEventListener("change", () => { apply(); changed.forEach(listener => listener()); });
  apply();
  return { apply, toggle, isDark, onChange: listener => changed.push(listener) };
})();
