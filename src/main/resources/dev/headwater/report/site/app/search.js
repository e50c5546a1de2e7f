"use strict";
// Search over an index in shards: a word leads to places, a place to an entry. Words are split as
// SearchWords.java splits them; the last one may be the beginning of a word.
(function () {
  const { el, words, parts } = headwater;
  const KINDS = [["o", "Outlets"], ["n", "Numbers"], ["c", "Clusters"], ["k", "Other claims"]];
  const SHOWN = 30;
  const KEPT = 2000;
  const LONGEST = 24;

  function split(text) {
    const folded = text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
    return Array.from(new Set((folded.match(/\d+(?:\.\d+)?|[\p{L}\p{N}]+/gu) || []).map(word => Array.from(word).slice(0, LONGEST).join(""))));
  }

  // Places by kind of all words that begin so; of a whole word where it is not the last.
  async function places(word, open) {
    const directory = await headwater.load("directory-words");
    const found = { cut: new Set() };
    const from = Math.max(0, headwater.place(directory, word));
    for (let at = from; at < directory.length && at < from + 4; at++) {
      if (at > from && !directory[at][0].startsWith(word)) break;
      const shard = await headwater.load(directory[at][1]);
      Object.keys(shard).filter(key => open ? key.startsWith(word) : key === word).forEach(key => {
        Object.entries(shard[key]).forEach(([kind, list]) => {
          found[kind] = found[kind] || new Set();
          list.forEach(place => found[kind].add(place));
          if (list.length >= KEPT) found.cut.add(kind);
        });
      });
      if (!open) break;
    }
    return found;
  }

  // Candidates in order of weight. A list that was cut does not exclude; its word is looked for in the entry.
  function candidates(all, kind) {
    const whole = all.filter(found => !found.cut.has(kind));
    const base = whole.length > 0
      ? whole.map(found => found[kind] || new Set()).sort((a, b) => a.size - b.size)
      : all.map(found => found[kind] || new Set()).sort((a, b) => a.size - b.size);
    const narrowed = whole.length > 0 ? base : base.slice(0, 1);
    return Array.from(narrowed[0] || []).filter(place => narrowed.every(set => set.has(place))).sort((a, b) => a - b);
  }

  async function entries(list, needed, rows, limit) {
    const found = [];
    for (let i = 0; i < list.length && i < 400 && found.length < limit; i++) {
      const shard = await headwater.load("search/entries/" + Math.floor(list[i] / rows) + "-0");
      const entry = shard[String(list[i] % rows).padStart(3, "0")];
      if (!entry) continue;
      const text = split([entry.title, entry.note, entry.id].join(" "));
      if (needed.every(word => text.some(own => own.startsWith(word)))) found.push(entry);
    }
    return found;
  }

  function shown(entry) {
    if (entry.kind === "o") return el("li", { class: "row" }, el("div", { class: "main" }, parts.outlet(entry.id, entry.title), el("p", { class: "muted" }, entry.id)), el("p", { class: "side" }, words.count(entry.articles, "article")));
    if (entry.kind === "c") return el("li", { class: "row" }, el("div", { class: "main" }, parts.link(["cluster", entry.id], entry.title || "Untitled"), el("p", { class: "quote" }, entry.note)), el("p", { class: "side" }, words.count(entry.articles, "article")));
    const route = entry.kind === "n" ? ["number", entry.id] : ["article"].concat(entry.id.split("/"));
    const points = Array.from(entry.title || "");
    return el("li", { class: "row" }, el("div", { class: "main" }, parts.link(route, points.slice(entry.begin, entry.end).join("") || "claim"),
      el("p", { class: "quote" }, parts.sentence(entry.title, entry.begin, entry.end)), el("p", { class: "muted" }, entry.note)),
      entry.kind === "n" ? el("p", { class: "side" }, words.count(entry.articles, "article")) : null);
  }

  headwater.views.search = async function (text) {
    const query = text || "";
    const input = document.getElementById("query");
    if (document.activeElement !== input) input.value = query;
    document.title = "Search: " + query;
    const asked = split(query).slice(0, 8);
    if (asked.length === 0) return [parts.heading("Search", "Search"), parts.note("Type a word, a name or a number, such as 1,250.")];
    const data = await headwater.load("overview");
    const all = await Promise.all(asked.map((word, i) => places(word, i === asked.length - 1)));
    const groups = await Promise.all(KINDS.map(async ([kind, title]) => {
      const list = candidates(all, kind);
      const needed = asked.filter((word, i) => all[i].cut.has(kind));
      return { title, total: list.length, cut: needed.length > 0 || list.length >= KEPT, entries: await entries(list, needed, data.rows, SHOWN) };
    }));
    const hits = groups.filter(group => group.entries.length > 0);
    const total = hits.reduce((sum, group) => sum + group.total, 0);
    document.getElementById("said").textContent = total === 0 ? "Nothing found" : words.count(total, "result");
    return [parts.heading("Search", "“" + query + "”"),
      hits.length === 0 ? parts.note("Nothing has all of these words. Try fewer, or the beginning of a word.") : null,
      hits.map(group => parts.section(group.title + " (" + (group.total > group.entries.length ? "the first " + group.entries.length + " of " + words.whole(group.total) + (group.cut ? " or more" : "") : words.whole(group.entries.length)) + ")",
        el("ol", { class: "plain" }, group.entries.map(shown))))];
  };
  headwater.splitWords = split;
})();
