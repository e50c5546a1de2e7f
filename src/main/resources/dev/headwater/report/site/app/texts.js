"use strict";
// Article texts as elements. Offsets in the data are code points; strings here are UTF-16.
headwater.texts = (function () {
  const { el } = headwater;

  // From code points to units of the string.
  function units(text) {
    if (!/[\ud800-\udfff]/.test(text)) return point => Math.min(point, text.length);
    const at = [];
    for (let i = 0; i < text.length; i++) {
      at.push(i);
      const code = text.charCodeAt(i);
      if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) i++;
    }
    at.push(text.length);
    return point => at[Math.min(point, at.length - 1)];
  }

  // Text nodes, with characters that act and do not show made visible.
  function visible(text) {
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(headwater.ACTING)) {
      if (match.index > from) parts.push(document.createTextNode(text.slice(from, match.index)));
      if (match[0] !== "\r") {
        const code = "U+" + match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        parts.push(el("span", { class: "control", title: "Invisible character " + code }, code));
      }
      from = match.index + match[0].length;
    }
    if (from < text.length) parts.push(document.createTextNode(text.slice(from)));
    return parts;
  }

  // A text cut at the bounds of all layers. A layer is a list of spans {begin, end, …} in order;
  // style gives the attributes of a piece from the spans that cover it, one a layer or null. The
  // spans of whole are never cut.
  function pieces(article, layers, style, whole) {
    const to = units(article.text);
    const length = article.length;
    const bounds = new Set([0, length]);
    layers.forEach(layer => layer.forEach(span => { bounds.add(span.begin); bounds.add(span.end); }));
    let solid = 0;
    const cuts = Array.from(bounds).filter(cut => cut >= 0 && cut <= length).sort((a, b) => a - b).filter(cut => {
      while (whole && solid < whole.length && whole[solid].end <= cut) solid++;
      return !whole || solid >= whole.length || whole[solid].begin >= cut;
    });
    const next = layers.map(() => 0);
    const made = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const covering = layers.map((layer, k) => {
        while (next[k] < layer.length && layer[next[k]].end <= cuts[i]) next[k]++;
        const span = layer[next[k]];
        return span && span.begin <= cuts[i] ? span : null;
      });
      const text = article.text.slice(to(cuts[i]), to(cuts[i + 1]));
      if (text === "") continue;
      const how = style(covering, cuts[i], text);
      made.push(how ? el(how.tag || "span", how.attributes, visible(text)) : visible(text));
    }
    return made.flat();
  }

  // Spans in order in which none overlaps another; the first one wins.
  function apart(spans) {
    const kept = [];
    let end = -1;
    spans.slice().sort((a, b) => a.begin - b.begin || b.end - a.end).forEach(span => {
      const begin = Math.max(span.begin, end);
      if (begin < span.end) {
        kept.push(begin === span.begin ? span : Object.assign({}, span, { begin }));
        end = span.end;
      }
    });
    return kept;
  }

  // From code points of one text to those of another that differs in white space alone.
  function moved(from, to) {
    const solid = Array.from(from, point => point.trim() !== "");
    const before = new Int32Array(solid.length + 1);
    solid.forEach((is, i) => { before[i + 1] = before[i] + (is ? 1 : 0); });
    const at = [];
    const points = Array.from(to);
    points.forEach((point, i) => { if (point.trim() !== "") at.push(i); });
    at.push(points.length);
    return point => at[Math.min(before[Math.min(point, solid.length)], at.length - 1)];
  }

  function cutNote(article) {
    const shown = Array.from(article.text).length;
    return article.length > shown
      ? headwater.parts.note("Only the first " + headwater.words.whole(shown) + " of "
        + headwater.words.whole(article.length) + " characters are in this report.") : null;
  }

  return { units, visible, pieces, apart, moved, cutNote };
})();
