"use strict";
// Two texts side by side: what they share is coloured, a number that changed is marked, and the
// two panes go to it together.
headwater.compare = (function () {
  const { el } = headwater;
  const { words, parts, texts } = headwater;
  const DIGITS = /\d[\d.,]*\d|\d/g;

  async function load(leftId, rightId) {
    const [left, right] = await Promise.all([headwater.page("articles", leftId), headwater.page("articles", rightId)]);
    if (!left || !right) return null;
    left.id = leftId;
    right.id = rightId;
    const pair = await shared(leftId, rightId);
    if (pair.passages.length === 0 && (left.first || right.first)) pair.passages = await ofFirsts(left, right);
    return { left, right, pair };
  }

  async function shared(leftId, rightId) {
    const swapped = leftId > rightId;
    const page = await headwater.page("pairs", swapped ? rightId + leftId : leftId + rightId);
    return sides(page || { passages: [], links: [] }, swapped);
  }

  // Of exact copies only the first has passages: they hold for the others, place by place.
  async function ofFirsts(left, right) {
    const ids = [left.first || left.id, right.first || right.id];
    if (ids[0] === ids[1]) {
      const whole = [[0, left.length], [0, right.length]];
      return [{ words: left.words, identity: 1, kind: "verbatim", ends: whole, blocks: [whole], index: 0 }];
    }
    const [pair, ...firsts] = await Promise.all([shared(ids[0], ids[1]), ...ids.map(id => headwater.page("articles", id))]);
    const moved = [texts.moved(firsts[0].text, left.text), texts.moved(firsts[1].text, right.text)];
    const move = ends => ends.map((end, side) => end.map(moved[side]));
    return pair.passages.map(p => Object.assign({}, p, { ends: move(p.ends), blocks: p.blocks.map(move) }));
  }

  // The pair as it is shown: the pages keep the article with the smaller id on the left.
  function sides(shared, swapped) {
    const passages = (shared.passages || []).map(passage => {
      const ends = [[passage.left_begin, passage.left_end], [passage.right_begin, passage.right_end]];
      const blocks = [];
      for (let i = 0; i < passage.blocks.length; i += 4) {
        const both = [passage.blocks.slice(i, i + 2), passage.blocks.slice(i + 2, i + 4)];
        blocks.push(swapped ? both.reverse() : both);
      }
      return Object.assign({}, passage, { ends: swapped ? ends.reverse() : ends, blocks });
    }).sort((a, b) => a.ends[0][0] - b.ends[0][0]);
    passages.forEach((passage, i) => { passage.index = i; });
    const links = (shared.links || []).map(link => swapped
      ? Object.assign({}, link, { left: link.right, right: link.left, earlier: link.earlier === "left" ? "right" : "left" }) : link);
    return { passages, links, all: shared.passages_all };
  }

  // Numbers that are one number in both texts and changed between them.
  function changes(left, right, pair) {
    const byId = article => new Map((article.claims || []).map(claim => [claim.id, claim]));
    const lefts = byId(left);
    const rights = byId(right);
    const direct = new Set(pair.links.map(link => link.left + link.right));
    const family = new Map((right.claims || []).filter(claim => claim.number).map(claim => [claim.number, claim]));
    const differing = (left.claims || []).filter(claim => claim.number && family.has(claim.number))
      .map(claim => [claim, family.get(claim.number)])
      .filter(([one, other]) => !direct.has(one.id + other.id) && (one.value !== other.value || one.unit !== other.unit))
      .map(([one, other]) => ({ link: { left: one.id, right: other.id, relation: "drifted", drift: [] }, left: one, right: other }));
    return pair.links
      .filter(link => link.drift.length > 0 || ["contradicted", "corrected", "updated"].includes(link.relation))
      .map(link => ({ link, left: lefts.get(link.left), right: rights.get(link.right) }))
      .filter(change => change.left && change.right)
      .concat(differing)
      .sort((a, b) => a.left.begin - b.left.begin);
  }

  function view(loaded, names) {
    const { left, right, pair } = loaded;
    const list = changes(left, right, pair);
    const changed = [new Map(), new Map()];
    list.forEach((change, i) => { changed[0].set(change.left.id, i); changed[1].set(change.right.id, i); });
    const numbers = article => new Set((article.claims || []).map(claim => claim.number).filter(Boolean));
    const both = [numbers(right), numbers(left)];
    const linked = [pair.links.map(l => l.left), pair.links.map(l => l.right)].map((ids, side) => {
      const own = new Set(ids);
      return claim => own.has(claim.id) || both[side].has(claim.number);
    });
    const panes = [left, right].map((article, side) =>
      pane(article, side, pair, changed[side], linked[side], names && names[side]));
    const stops = list.length > 0 ? list.map(change => ({ change })) : pair.passages.map(passage => ({ passage }));
    const bar = el("div", { class: "stops" });
    const box = el("div", { class: "compare" }, summary(pair, list), bar, el("div", { class: "panes" }, panes.map(p => p.frame)));
    box.go = stepper(bar, stops, panes, list.length > 0);
    panes.forEach((own, side) => own.scroller.addEventListener("click", event => {
      const piece = event.target.closest("[data-passage]");
      if (piece) scroll(panes[1 - side].scroller, panes[1 - side].scroller.querySelector("[data-passage='" + piece.dataset.passage + "']"));
    }));
    requestAnimationFrame(() => { if (box.isConnected && stops.length > 0) box.go(0, true); });
    return box;
  }

  function summary(pair, list) {
    if (pair.passages.length === 0) {
      return parts.note(pair.links.length > 0
        ? "These two share no passage; what joins them is " + words.count(pair.links.length, "number") + " that both state."
        : "These two share no passage of their own; other articles of the cluster stand between them.");
    }
    const shared = pair.passages.reduce((sum, passage) => sum + passage.words, 0);
    const kinds = Array.from(new Set(pair.passages.map(p => words.kind(p.kind))));
    return el("p", {}, words.count(shared, "word") + " in common in " + words.count(pair.passages.length, "passage")
      + " (" + kinds.join(", ") + "). ",
      list.length > 0 ? el("strong", {}, words.count(list.length, "number") + " changed.") : "No number that both state changed.",
      pair.all > pair.passages.length ? " Only the first " + words.whole(pair.passages.length) + " of " + words.whole(pair.all) + " passages are in this report." : null);
  }

  function stepper(bar, stops, panes, numbers) {
    if (stops.length === 0) return () => {};
    let at = 0;
    const text = el("p", { class: "stop", role: "status" });
    const step = (by, label, key) => el("button", { type: "button", title: "Key " + key, onclick: () => go(at + by) }, label);
    headwater.add(bar, [step(-1, "Previous", "p"), step(1, "Next", "n"), text]);
    function go(to, first) {
      at = (to + stops.length) % stops.length;
      text.replaceChildren();
      headwater.add(text, said(stops[at], at, stops.length));
      const mark = numbers ? "[data-change='" + at + "']" : "[data-passage='" + stops[at].passage.index + "']";
      panes.forEach(own => {
        own.scroller.querySelectorAll(".here").forEach(old => old.classList.remove("here"));
        const found = own.scroller.querySelectorAll(mark);
        if (numbers || !first) found.forEach(piece => piece.classList.add("here"));
        if (found.length > 0 && (numbers || !first)) scroll(own.scroller, found[0]);
      });
    }
    return go;
  }

  function said(stop, at, all) {
    const where = " " + (at + 1) + " of " + all + ": ";
    if (stop.passage) return ["Passage" + where + words.kind(stop.passage.kind) + ", " + words.count(stop.passage.words, "word")];
    const { link, left, right } = stop.change;
    const [before, after] = link.earlier === "right" ? [right, left] : [left, right];
    return ["Changed number" + where, el("b", {}, before.said), " → ", el("b", {}, after.said), " ",
      el("span", { class: "chips" }, parts.drift(link.drift, link.factor),
        link.drift.length === 0 ? parts.chip(words.relation(link.relation)) : null)];
  }

  function scroll(scroller, target) {
    if (target) scroller.scrollTop += target.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 3;
  }

  function pane(article, side, pair, changed, linked, name) {
    const to = texts.units(article.text);
    (article.claims || []).forEach(claim => { claim.said = article.text.slice(to(claim.begin), to(claim.end)).replace(/\s+/g, " "); });
    const passages = texts.apart(pair.passages.map(p => ({ begin: p.ends[side][0], end: p.ends[side][1], passage: p })));
    const blocks = texts.apart(pair.passages.flatMap(p => p.blocks.map(b => ({ begin: b[side][0], end: b[side][1] }))));
    const claims = texts.apart(article.claims || []);
    const boilerplate = texts.apart((article.boilerplate || []).map(b => ({ begin: b[0], end: b[1] })));
    const body = texts.pieces(article, [passages, blocks, claims, boilerplate], ([passage, block, claim, furniture], begin, text) => {
      const classes = [];
      if (passage) classes.push("passage", "tint" + (passage.passage.index % 4), block || !/[\p{L}\p{N}]/u.test(text) ? "same" : "only");
      else if (furniture) classes.push("furniture");
      const change = claim ? changed.get(claim.id) : undefined;
      if (change !== undefined) classes.push("changed");
      else if (claim && linked(claim)) classes.push("number");
      else if (passage && !block && !claim && text.search(DIGITS) >= 0) classes.push("digits");
      return classes.length === 0 ? null : {
        tag: change !== undefined ? "mark" : "span",
        attributes: { class: classes.join(" "), "data-passage": passage ? passage.passage.index : null,
          "data-change": change, "data-claim": claim && claim.begin === begin ? claim.id : null }
      };
    }, claims);
    const heading = el("h3", {}, parts.link(["article", article.id], article.title || "Untitled"));
    const scroller = el("div", { class: "text", tabindex: "0", role: "region", "aria-label": "Text of " + (article.name || article.source), dir: "auto" }, body);
    const frame = el("article", { class: "pane" }, el("header", {},
      el("p", { class: "muted" }, name ? name + " · " : null, parts.outlet(article.source, article.name), " · ", words.time(article.at, article.precision)),
      heading), scroller, texts.cutNote(article));
    return { frame, scroller };
  }

  headwater.views.compare = async (leftId, rightId) => {
    const loaded = await load(leftId, rightId);
    if (!loaded) return null;
    document.title = "Two texts";
    return [parts.heading("Two texts side by side", (loaded.left.name || loaded.left.source) + " and " + (loaded.right.name || loaded.right.source)),
      view(loaded)];
  };

  return { load, view };
})();
