"use strict";
// Pieces that several views are built of.
headwater.parts = (function () {
  const { el } = headwater;
  const words = headwater.words;

  const link = (route, ...children) => el("a", { href: "#/" + route.map(encodeURIComponent).join("/") }, ...children);
  const outlet = (source, name) => link(["outlet", source], named(source, name));
  const named = (source, name) => name || (source.startsWith("unknown:") ? "unknown outlet " + source.slice(8, 14) : source);

  // Only web addresses become links; anything else is shown as text.
  function outside(url) {
    if (!url) return null;
    return /^https?:\/\//i.test(url)
      ? el("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank", class: "outside" }, "Open the article's web address")
      : el("span", { class: "muted" }, "Address as given: " + url.slice(0, 200));
  }

  function chip(told, extra) {
    return el("span", { class: "chip " + told[2], title: told[1] || null }, (told[0] + (extra ? " " + extra : "")).trim());
  }
  const grave = code => words.drift(code)[2] === "grave";
  const drift = (codes, factor) => (codes || []).slice().sort((a, b) => grave(b) - grave(a)).map(code =>
    chip(words.drift(code), ["scale", "value", "scope"].includes(code) ? words.factor(factor) : null));

  // A sentence with its number set off.
  function sentence(text, begin, end) {
    const points = Array.from(text || "");
    if (begin === null || begin === undefined || begin < 0) return el("q", {}, text);
    return el("q", { class: "said" }, points.slice(0, begin).join(""),
      el("mark", { class: "figure" }, points.slice(begin, end).join("")), points.slice(end).join(""));
  }

  function fact(figure, label, note) {
    return el("div", { class: "fact" }, el("dt", {}, label), el("dd", {}, figure, note ? el("small", {}, note) : null));
  }
  const facts = (...all) => el("dl", { class: "facts" }, all);

  function table(caption, heads, rows, options) {
    const numeric = (options && options.numeric) || [];
    const [body, more] = lazy(rows, (options && options.step) || 15, row =>
      el("tr", {}, row.map((cell, i) => el("td", { class: numeric.includes(i) ? "n" : null }, cell))), "tbody");
    return [el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
      el("table", {}, el("caption", { class: options && options.seen ? null : "unseen" }, caption),
        el("thead", {}, el("tr", {}, heads.map((head, i) => el("th", { scope: "col", class: numeric.includes(i) ? "n" : null }, head)))),
        body)), more];
  }

  // Shows rows a few at a time, so that a long list costs nothing until it is read.
  function lazy(all, step, make, tag) {
    const holder = el(tag || "ol", tag === "tbody" ? {} : { class: "plain" });
    const more = el("button", { type: "button", class: "more" });
    let shown = 0;
    function grow() {
      const focus = shown;
      all.slice(shown, shown + step).forEach((row, i) => holder.append(make(row, shown + i)));
      shown = Math.min(all.length, shown + step);
      more.hidden = shown >= all.length;
      more.textContent = "Show " + Math.min(step, all.length - shown) + " more of " + words.whole(all.length);
      if (focus > 0 && holder.children[focus]) {
        const target = holder.children[focus].querySelector("a,button");
        if (target) target.focus();
      }
    }
    more.addEventListener("click", grow);
    grow();
    return [holder, more];
  }

  function pager(route, current, total, size) {
    const last = Math.max(0, Math.ceil(total / size) - 1);
    if (last === 0) return null;
    const to = (number, label) => el("a", { href: "#/" + route.join("/") + "/" + (number + 1) }, label);
    return el("nav", { class: "pager", "aria-label": "Pages of the list" },
      current > 0 ? to(0, "First") : null,
      current > 0 ? to(current - 1, "Previous") : null,
      el("span", {}, "Page " + words.whole(current + 1) + " of " + words.whole(last + 1)),
      current < last ? to(current + 1, "Next") : null,
      current < last ? to(last, "Last") : null);
  }

  function tabs(label, entries, current) {
    return el("nav", { class: "tabs", "aria-label": label }, entries.map(([route, text]) =>
      el("a", { href: "#/" + route, "aria-current": route === current ? "page" : null }, text)));
  }

  function heading(kicker, title, ...under) {
    return el("header", { class: "head" }, kicker ? el("p", { class: "kicker" }, kicker) : null,
      el("h1", { tabindex: "-1" }, title), under);
  }
  const section = (title, ...children) => el("section", {}, el("h2", {}, title), children);
  const note = (...children) => el("p", { class: "muted" }, children);
  // Where a list of the report is shorter than what the tables hold.
  const cut = (shown, all, what) => all > shown
    ? note("The first " + words.whole(shown) + " of " + words.whole(all) + " " + what + " are listed; the tables have all of them.") : null;

  function clusterRow(row) {
    return el("li", { class: "row" },
      el("div", { class: "main" }, link(["cluster", row.id || row.cluster], row.title || "Untitled"),
        el("p", { class: "muted" }, row.source ? ["first in ", outlet(row.source), " · "] : null,
          words.span(row.first_at, row.last_at), row.agency ? " · wire: " + row.agency : null)),
      el("p", { class: "side" }, el("b", {}, words.whole(row.articles)), " articles", el("br"), words.count(row.sources, "outlet")));
  }

  function numberRow(row) {
    return el("li", { class: "row" },
      el("div", { class: "main" }, link(["number", row.id || row.number], row.surface), " ",
        el("span", { class: "chips" }, drift(row.drift)),
        row.sentence ? el("p", { class: "quote" }, sentence(row.sentence, row.begin, row.end)) : null,
        row.source ? el("p", { class: "muted" }, "first in ", outlet(row.source), " · ", words.day(row.first_at)) : null),
      el("p", { class: "side" }, el("b", {}, words.whole(row.sources)), row.sources === 1 ? " outlet" : " outlets", el("br"),
        words.count(row.roots, "root")));
  }

  return { link, outlet, named, outside, chip, drift, sentence, fact, facts, table, lazy, pager, tabs, heading, section, note, cut, clusterRow, numberRow };
})();
