"use strict";
// Shards of data, loaded as scripts because a page opened from a disk may fetch nothing else, and
// the one way in which elements are made: text is always text, never markup.
var headwater = (function () {
  const KEPT = 80;
  const loaded = new Map();
  const waiting = new Map();

  function shard(name, value) {
    const wait = waiting.get(name);
    waiting.delete(name);
    if (wait) wait.resolve(value);
  }

  function script(path, wait) {
    const tag = document.createElement("script");
    tag.src = path;
    tag.async = true;
    tag.onload = () => { tag.remove(); wait.done(); };
    tag.onerror = () => { tag.remove(); wait.reject(new Error("Cannot read " + path)); };
    document.head.append(tag);
  }

  // A promise of the value of data/NAME.js; the last ones are kept.
  function load(name) {
    let value = loaded.get(name);
    if (value) {
      loaded.delete(name);
    } else {
      value = new Promise((resolve, reject) => {
        const wait = { resolve, reject, done: () => {} };
        wait.done = () => { if (waiting.get(name) === wait) reject(new Error(name + " is no shard")); };
        waiting.set(name, wait);
        script("data/" + name + ".js", wait);
      });
      value.catch(() => loaded.delete(name));
    }
    loaded.set(name, value);
    if (loaded.size > KEPT) loaded.delete(loaded.keys().next().value);
    return value;
  }

  let charts;
  function chartLibrary() {
    charts = charts || new Promise((resolve, reject) => {
      script("lib/echarts.min.js", { done: () => resolve(window.echarts), reject });
    });
    return charts;
  }

  // The order of the directories: by code point, which JavaScript's own order is not.
  function compare(a, b) {
    let i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    if (i > 0 && /[\udc00-\udfff]/.test(a[i] || b[i] || "")) i--;
    const left = i < a.length ? a.codePointAt(i) : -1;
    const right = i < b.length ? b.codePointAt(i) : -1;
    return left - right;
  }

  // Index of the last entry whose first key is not after the key; -1 where there is none.
  function place(directory, key) {
    let low = 0;
    let high = directory.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(directory[middle][0], key) <= 0) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  // A promise of a page; null where there is none of that key.
  async function page(kind, key) {
    const directory = await load("directory-" + kind);
    const at = place(directory, key);
    if (at < 0) return null;
    const pages = await load(directory[at][1]);
    return Object.prototype.hasOwnProperty.call(pages, key) ? pages[key] : null;
  }

  // Rows of one page of a list, in order.
  async function rows(list, number) {
    const found = await load(list + "/" + number + "-0");
    return Object.keys(found).sort().map(key => found[key]);
  }

  // Characters that would act and not show: they turn the direction of what stands around them.
  const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

  function clean(text) {
    return String(text).replace(ACTING, "");
  }

  // An element. Attributes by name, "on…" for listeners; children are elements or text.
  function el(tag, attributes, ...children) {
    const svg = tag === "svg" || tag === "path";
    const made = svg
      ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : String(value));
    }
    add(made, children);
    return made;
  }

  function add(parent, children) {
    for (const child of children.flat(9)) {
      if (child === null || child === undefined || child === false) continue;
      parent.append(child instanceof Node ? child : clean(child));
    }
    return parent;
  }

  const views = {};
  return { shard, load, page, rows, compare, place, chartLibrary, clean, el, add, ACTING, views };
})();
