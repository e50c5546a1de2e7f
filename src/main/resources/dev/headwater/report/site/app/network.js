"use strict";
// The network of copies: a picture to drag and to zoom, and the same as a table.
headwater.views.network = async function () {
  const { el, words, parts, charts } = headwater;
  const data = await headwater.load("overview");
  document.title = "Network of copies";
  if (data.edges.length === 0) return [parts.heading(null, "Network of copies"), parts.note("No outlet copied from another in this release.")];
  const most = Math.max(...data.edges.map(edge => edge.articles));
  const communities = Array.from(data.outlets.reduce((all, o) => all.set(o.community, (all.get(o.community) || 0) + 1), new Map()))
    .sort((a, b) => b[1] - a[1]).map(([name]) => name);
  let least = data.edges.length > 600 ? data.edges[600].articles : 1;
  let wire = true;
  let chart = null;
  let found = "";

  const least_ = el("input", { type: "range", id: "least", min: 1, max: Math.max(2, Math.min(most, 50)), value: least, oninput: event => { least = Number(event.target.value); again(); } });
  const leastSaid = el("output", { for: "least" }, String(least));
  const find = el("input", { type: "search", id: "find", list: "outlets", placeholder: "Outlet", oninput: event => { found = event.target.value; again(); } });
  const said = el("p", { class: "muted", role: "status" });
  function again() {
    leastSaid.textContent = String(least);
    if (chart) chart.setOption({ series: [series()] });
    tell();
  }
  function tell() {
    const edges = visible();
    said.textContent = words.count(edges.length, "link") + " between " + words.count(new Set(edges.flatMap(e => [e.from, e.to])).size, "outlet") + ".";
  }
  const weight = edge => wire ? edge.articles : edge.without_wire;
  const visible = () => data.edges.filter(edge => weight(edge) >= least);

  function series() {
    const edges = visible();
    const used = new Set(edges.flatMap(edge => [edge.from, edge.to]));
    const top = Math.max(1e-9, ...data.outlets.map(o => o.rank || 0));
    const palette = charts.palette();
    const isFound = o => found !== "" && (o.id + " " + (o.name || "")).toLowerCase().includes(found.toLowerCase());
    const many = used.size > 60;
    return {
      type: "graph", layout: "force", roam: true, draggable: true, zoom: 0.9,
      force: { repulsion: many ? 120 : 420, edgeLength: many ? [30, 120] : [90, 220], gravity: 0.08, friction: 0.3 },
      emphasis: { focus: "adjacency", lineStyle: { width: 3 } },
      edgeSymbol: ["none", "arrow"], edgeSymbolSize: 7,
      lineStyle: { color: charts.colour("muted"), curveness: 0.15 },
      label: { show: true, position: "right", color: charts.colour("ink"), fontSize: 12 },
      data: data.outlets.filter(o => used.has(o.id)).map((o, i) => {
        const place = communities.indexOf(o.community);
        return { id: o.id, name: o.id, outlet: o, symbolSize: 10 + 34 * Math.sqrt((o.rank || 0) / top),
          itemStyle: { color: place >= 0 && place < 7 ? palette[place] : charts.colour("muted"), borderColor: isFound(o) ? charts.colour("ink") : "transparent", borderWidth: isFound(o) ? 4 : 0 },
          label: { show: !many || i < 40 || isFound(o), formatter: headwater.clean(parts.named(o.id, o.name)) } };
      }),
      links: edges.map(edge => ({ source: edge.from, target: edge.to, edge, lineStyle: { width: 1 + 4 * Math.sqrt(weight(edge) / most), opacity: 0.5 } }))
    };
  }
  tell();
  const figure = charts.figure("Network of copies: " + data.outlets.length + " outlets; the table below says the same", Math.max(380, Math.min(680, window.innerHeight - 260)), () => ({
    tooltip: Object.assign(charts.tooltip(), { formatter: at => at.dataType === "edge"
      ? headwater.clean(at.data.edge.to + " copied " + words.count(at.data.edge.articles, "article") + " of " + at.data.edge.from)
      : headwater.clean((at.data.outlet.name || at.data.outlet.id)) + "\ncopied by " + words.count(at.data.outlet.copied_by, "outlet") + ", copies from " + at.data.outlet.copied_from }),
    series: [series()]
  }), { renderer: "canvas", ready: made => { chart = made; },
    click: at => { if (at.dataType === "node") location.hash = "#/outlet/" + encodeURIComponent(at.data.id); },
    caption: "An arrow goes from the outlet that was copied to the one that copied. Large: central. One colour: outlets that copy one another. Drag, zoom, or click an outlet." });

  const names = new Map(data.outlets.map(o => [o.id, o.name]));
  const [rows, more] = parts.lazy(data.edges, 50, edge => el("tr", {}, el("td", {}, parts.outlet(edge.from, names.get(edge.from))), el("td", {}, parts.outlet(edge.to, names.get(edge.to))),
    el("td", { class: "n" }, words.whole(edge.articles)), el("td", { class: "n" }, words.whole(edge.without_wire)),
    el("td", { class: "n" }, words.lag(edge.lag) || "–"), el("td", { class: "n" }, words.share(edge.credited))), "tbody");
  return [
    parts.heading(null, "Network of copies", el("p", { class: "standfirst" }, "Who copies whom, over all months of the release.")),
    el("div", { class: "controls" },
      el("label", { for: "least" }, "Articles at least ", leastSaid), least_,
      el("label", {}, el("input", { type: "checkbox", checked: true, onchange: event => { wire = event.target.checked; again(); } }), " with wire copy"),
      el("label", { for: "find" }, "Find"), find, el("datalist", { id: "outlets" }, data.outlets.slice(0, 400).map(o => el("option", { value: o.id })))),
    said, data.edges.length >= 3000 || data.outlets.length >= 400
      ? parts.note("The " + words.whole(data.outlets.length) + " most central outlets and the " + words.whole(data.edges.length) + " strongest links between them; an outlet's own page has more.") : null,
    figure,
    parts.section("As a table", el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Links of the network" }, el("table", {}, el("caption", { class: "unseen" }, "Who copied whom"),
      el("thead", {}, el("tr", {}, ["Copied", "Copied by", "Articles", "Without wire", "Typical lag", "Credited"].map((head, i) => el("th", { scope: "col", class: i > 1 ? "n" : null }, head)))), rows)), more)
  ];
};
