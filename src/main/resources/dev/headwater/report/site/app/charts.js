"use strict";
// Charts by Apache ECharts, in the colours of the page; each has words for those who do not see it.
headwater.charts = (function () {
  const { el } = headwater;
  let open = [];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }
  const palette = () => ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"].map(colour);

  function axis(more) {
    return Object.assign({
      axisLine: { lineStyle: { color: colour("line") } },
      axisTick: { show: false },
      axisLabel: { color: colour("muted"), fontSize: 12 },
      nameTextStyle: { color: colour("muted") },
      splitLine: { lineStyle: { color: colour("line") } }
    }, more);
  }

  // A figure with a chart; the option is made anew when the colours change.
  function figure(label, height, option, settings) {
    const box = el("div", { class: "chart", role: "img", "aria-label": label, style: "height:" + height + "px" });
    const made = el("figure", {}, settings && settings.wide ? el("div", { class: "scroll wide", tabindex: "0", role: "region", "aria-label": label }, box) : box, settings && settings.caption ? el("figcaption", {}, settings.caption) : null);
    const entry = { box, option, settings: settings || {}, chart: null };
    open.push(entry);
    headwater.chartLibrary().then(library => {
      if (!open.includes(entry)) return;
      draw(entry, library);
      entry.watch = new ResizeObserver(() => entry.chart && entry.chart.resize());
      entry.watch.observe(box);
    });
    return made;
  }

  function draw(entry, library) {
    if (entry.chart) entry.chart.dispose();
    entry.chart = library.init(entry.box, null, { renderer: entry.settings.renderer || "svg" });
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    entry.chart.setOption(Object.assign({
      animation: !still && entry.settings.renderer === "canvas",
      color: palette(),
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("ink") },
      tooltip: tooltip()
    }, entry.option()));
    if (entry.settings.click) entry.chart.on("click", entry.settings.click);
    if (entry.settings.ready) entry.settings.ready(entry.chart);
  }

  // Drawn as text in the picture: article text never meets markup.
  function tooltip() {
    return {
      renderMode: "richText", confine: true, backgroundColor: colour("panel"), borderColor: colour("line"),
      textStyle: { color: colour("ink"), fontSize: 13, width: 320, overflow: "break" }
    };
  }

  function close() {
    open.forEach(entry => {
      if (entry.watch) entry.watch.disconnect();
      if (entry.chart) entry.chart.dispose();
    });
    open = [];
  }

  headwater.theme.onChange(() => {
    if (window.echarts) open.filter(entry => entry.chart).forEach(entry => draw(entry, window.echarts));
  });

  const short = (text, length) => {
    const points = Array.from(headwater.clean(text || "").replace(/\s+/g, " "));
    return points.length > length ? points.slice(0, length - 1).join("") + "…" : points.join("");
  };

  return { figure, close, axis, colour, palette, tooltip, short };
})();
