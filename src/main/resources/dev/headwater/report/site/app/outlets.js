"use strict";
// The list of outlets, and the page of one: its record by day, whom it copies, what it changed.
(function () {
  const { el, words, parts, charts } = headwater;
  const sum = (rows, name) => rows.reduce((all, row) => all + (row[name] || 0), 0);

  headwater.views.outlets = async function (page) {
    const data = await headwater.load("overview");
    const number = Math.max(0, (parseInt(page, 10) || 1) - 1);
    document.title = "Outlets";
    if (number * data.rows >= Math.max(1, data.lists.outlets)) return null;
    const rows = await headwater.rows("lists/outlets", number);
    return [parts.heading(null, "Outlets", el("p", { class: "standfirst" }, "How much is their own, whom they copy, and how often a number changes in their hands.")),
      parts.table("Outlets", ["Outlet", "Articles", "Own words", "Wire", "Copied in", "Copied out", "Claims", "Changed"], rows.map(row => [
        parts.outlet(row.id, row.name), words.whole(row.articles), words.share(row.original), words.share(row.wire), words.whole(row.copied_in || 0),
        words.whole(row.copied_out || 0), words.whole(row.claims || 0), words.whole(row.drifted || 0)]), { numeric: [1, 2, 3, 4, 5, 6, 7], step: 100 }),
      parts.pager(["outlets"], number, data.lists.outlets, data.rows)];
  };

  headwater.views.outlet = async function (source) {
    const outlet = await headwater.page("outlets", source);
    if (!outlet) return null;
    document.title = (outlet.name || source) + " – outlet";
    const names = new Map((await headwater.load("overview")).outlets.map(o => [o.id, o.name]));
    const days = (outlet.days || []).slice().reverse();
    const dated = sum(days, "articles");
    const mean = (name, weight) => sum(days, weight) === 0 ? null : days.reduce((all, row) => all + row[name] * row[weight], 0) / sum(days, weight);
    const claims = sum(days, "claims");
    return [
      parts.heading("Outlet", outlet.name || source, el("p", { class: "muted" }, source, outlet.owner ? " · owner: " + outlet.owner : "",
        outlet.community ? [" · copies with the circle of ", outlet.community === source ? "its own" : parts.outlet(outlet.community, names.get(outlet.community))] : null)),
      parts.facts(
        parts.fact(words.whole(outlet.articles), outlet.articles === 1 ? "article" : "articles", dated < outlet.articles ? words.whole(outlet.articles - dated) + " undated or later versions" : null),
        parts.fact(words.share(mean("original", "words")), "of its words are its own"),
        parts.fact(words.share(mean("wire", "articles")), "of articles are wire copy"),
        parts.fact(words.whole(sum(days, "copied_in")) + " / " + words.whole(sum(days, "copied_out")), "copied in / out"),
        parts.fact(words.share(claims ? sum(days, "attributed") / claims : null), "of its claims name a source"),
        parts.fact(words.whole(sum(days, "drifted")), "numbers changed here")),
      outlet.days_all > days.length ? parts.note("Shares, counts and days are those of its last " + words.whole(days.length) + " days of " + words.whole(outlet.days_all) + ".") : null,
      days.length > 1 ? parts.section("Day by day", byDay(days)) : null,
      edges("Copies from", outlet.copies_from, outlet.copies_from_all, names), edges("Is copied by", outlet.copied_by, outlet.copied_by_all, names),
      driftOf(days),
      outlet.changed ? parts.section("Numbers it changed", parts.table("Numbers it changed", ["Before", "Here", "How"], outlet.changed.map(row => [
        [row.before, el("br"), el("small", { class: "muted" }, parts.named(row.outlet, names.get(row.outlet)))], parts.link(["number", row.number], row.surface),
        el("span", { class: "chips" }, parts.drift(row.drift, row.factor))])), parts.cut(outlet.changed.length, outlet.changed_all, "numbers")) : null,
      outlet.first ? parts.section("Numbers it printed first", parts.table("Numbers it printed first", ["Number", "Articles", "Outlets"],
        outlet.first.map(row => [parts.link(["number", row.number], row.surface), words.whole(row.articles), words.whole(row.sources)]), { numeric: [1, 2] }), parts.cut(outlet.first.length, outlet.first_all, "numbers")) : null,
      outlet.clusters ? parts.section("Clusters it is in", parts.table("Clusters it is in", ["Cluster", "Here", "Articles", "Outlets"],
        outlet.clusters.map(row => [parts.link(["cluster", row.cluster], row.title || "Untitled"), row.role, words.whole(row.articles), words.whole(row.sources)]), { numeric: [2, 3] }), parts.cut(outlet.clusters.length, outlet.clusters_all, "clusters")) : null
    ];
  };

  function byDay(days) {
    return charts.figure("Articles by day: own, copied and copied by others", 240, () => ({
      legend: { textStyle: { color: charts.colour("ink") }, right: 0 },
      tooltip: Object.assign(charts.tooltip(), { trigger: "axis" }),
      grid: { left: 48, right: 8, top: 36, bottom: days.length > 60 ? 64 : 28 },
      dataZoom: days.length > 60 ? [{ type: "slider", bottom: 8, height: 18, textStyle: { color: charts.colour("muted") } }] : [],
      xAxis: charts.axis({ type: "category", data: days.map(row => row.day) }),
      yAxis: charts.axis({ type: "value", minInterval: 1 }),
      series: [
        { name: "own", type: "bar", stack: "a", barMaxWidth: 40, data: days.map(row => row.articles - row.copied_in) },
        { name: "copied in", type: "bar", stack: "a", barMaxWidth: 40, data: days.map(row => row.copied_in), itemStyle: { color: charts.colour("c2") } },
        { name: "copied by others", type: "line", data: days.map(row => row.copied_out), itemStyle: { color: charts.colour("c3") }, lineStyle: { color: charts.colour("c3") } }]
    }));
  }

  function edges(title, rows, all, names) {
    return rows ? parts.section(title, parts.table(title, ["Outlet", "Articles", "Stretches", "Typical lag", "Credited"], rows.map(row =>
      [parts.outlet(row.outlet, names.get(row.outlet)), words.whole(row.articles), words.whole(row.passages), words.lag(row.lag) || "–", words.share(row.credited)]), { numeric: [1, 2, 3, 4] }), parts.cut(rows.length, all, "outlets")) : null;
  }

  function driftOf(days) {
    const kinds = new Map();
    days.forEach(row => (row.drift || []).forEach(d => kinds.set(d.kind, (kinds.get(d.kind) || 0) + d.claims)));
    return kinds.size === 0 ? null : el("p", { class: "chips" }, "How numbers changed here: ", Array.from(kinds).sort((a, b) => b[1] - a[1]).map(([kind, n]) => parts.chip(words.drift(kind), "· " + n)));
  }
})();
