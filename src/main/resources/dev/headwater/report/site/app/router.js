"use strict";
// From the address to a view. What stands after # is the route, so that one page serves all.
(function () {
  const { el, parts } = headwater;
  const main = document.getElementById("main");
  const input = document.getElementById("query");
  let current = 0;
  let last = null;

  function decoded(part) {
    try { return decodeURIComponent(part); } catch (e) { return part; }
  }

  async function show() {
    const mine = ++current;
    const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
    const known = Object.prototype.hasOwnProperty.call(headwater.views, name);
    let made = null;
    headwater.charts.close();
    main.setAttribute("aria-busy", "true");
    try {
      made = known ? await headwater.views[name](...rest) : null;
    } catch (problem) {
      made = [parts.heading("Sorry", "This part of the report cannot be read"), parts.note(problem.message)];
    }
    if (mine !== current) return;
    if (!made) {
      document.title = "Not in this report";
      made = [parts.heading("Not found", "Not in this report"), parts.note("The address may be of another release. ", el("a", { href: "#/" }, "To the overview"))];
      main.dataset.missing = "true";
    } else {
      delete main.dataset.missing;
    }
    main.replaceChildren();
    headwater.add(main, [made]);
    main.dataset.route = location.hash;
    main.removeAttribute("aria-busy");
    performance.mark("shown");
    mark(name);
    if (last !== null && name !== "search") {
      window.scrollTo(0, 0);
      const title = main.querySelector("h1");
      if (title) title.focus({ preventScroll: true });
    }
    if (main.querySelector(".reading .here")) main.querySelector(".reading .here").scrollIntoView({ block: "center" });
    last = name;
  }

  const PART = { cluster: "clusters", number: "numbers", outlet: "outlets", compare: "clusters" };
  function mark(name) {
    document.querySelectorAll(".bar nav a").forEach(link => {
      const on = link.getAttribute("href") === "#/" + (PART[name] || name);
      if (on) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
  }

  let typing = 0;
  function search(replace) {
    const route = "#/search/" + encodeURIComponent(input.value.trim());
    if (replace && location.hash.startsWith("#/search")) {
      history.replaceState(null, "", route);
      show();
    } else {
      location.hash = route;
    }
  }
  input.addEventListener("input", () => {
    clearTimeout(typing);
    if (input.value.trim().length > 1) typing = setTimeout(() => search(true), 200);
  });
  document.querySelector("form.search").addEventListener("submit", event => { event.preventDefault(); clearTimeout(typing); search(true); });

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "radio") return;
    if (event.key === "/") { event.preventDefault(); input.focus(); input.select(); }
    const buttons = document.querySelectorAll(".stops button");
    if (event.key === "p" && buttons[0]) buttons[0].click();
    if (event.key === "n" && buttons[1]) buttons[1].click();
  });

  document.querySelector(".skip").addEventListener("click", event => { event.preventDefault(); main.focus(); });
  document.getElementById("theme").addEventListener("click", headwater.theme.toggle);
  headwater.theme.apply();
  headwater.load("overview").then(data => {
    document.getElementById("release").textContent = "Release " + data.release[0].sequence + " · " + headwater.words.time(data.release[0].at);
  });
  window.addEventListener("hashchange", show);
  show();
})();
