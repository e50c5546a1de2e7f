"use strict";
// The front page: what was read, what is worth a look, and whether the run is sound.
headwater.views[""] = async function () {
  const { el, words, parts, charts } = headwater;
  const data = await headwater.load("overview");
  const t = data.totals[0];
  document.title = "Headwater report";
  const first = async name => data.lists[name] > 0 ? (await headwater.rows("lists/" + name, 0)).slice(0, 5) : [];
  const [changed, oneRoot, contested, largest] = await Promise.all(
    ["numbers-changed", "numbers-one-root", "numbers-contested", "clusters-largest"].map(first));

  const card = (title, text, rows, make, route) => rows.length === 0 ? null : el("section", { class: "card" },
    el("h2", {}, title), parts.note(text), el("ol", { class: "plain" }, rows.map(make)),
    el("p", {}, el("a", { href: "#/" + route }, "See all")));

  return [
    el("header", { class: "head lead" },
      el("p", { class: "kicker" }, words.span(t.first_at, t.last_at)),
      el("h1", { tabindex: "-1" }, words.count(t.articles, "article") + " of " + words.count(t.outlets, "outlet")),
      el("p", { class: "standfirst" },
        words.whole(t.reprinted_articles) + " share text with another article, in ",
        parts.link(["clusters"], words.count(t.clusters, "cluster")), ". ",
        words.whole(t.numbers) + " numbers were followed from article to article: ",
        parts.link(["numbers", "changed"], words.whole(t.changed) + " changed on the way"), ", and ",
        parts.link(["numbers", "one-root"], words.whole(t.one_root) + " of the " + words.whole(t.several_outlets)),
        " that more than one outlet prints stand on a single independent source.")),
    parts.facts(
      parts.fact(words.share(t.articles ? t.reprinted_articles / t.articles : 0), "of articles share text"),
      parts.fact(words.whole(t.claims), "numeric claims"),
      parts.fact(words.share(t.claims ? t.attributed / t.claims : 0), "of claims name a source"),
      parts.fact(words.whole(t.undated), "articles without a date")),
    el("div", { class: "cards" },
      card("Numbers that changed", "The same number, said otherwise.", changed, parts.numberRow, "numbers/changed"),
      card("Many outlets, one source", "Printed widely, resting on one independent root.", oneRoot, parts.numberRow, "numbers/one-root"),
      card("Contested numbers", "Another article says otherwise.", contested, parts.numberRow, "numbers/contested"),
      card("Most reprinted", "The clusters with the most articles.", largest, parts.clusterRow, "clusters")),
    data.days.length > 1 ? parts.section("Articles by day", days(data.days.slice().reverse())) : null,
    data.drift.length > 0 ? parts.section("How numbers changed", drift(data.drift)) : null,
    parts.section("The run", run(data))
  ];

  function days(rows) {
    const known = rows.map(row => row.articles - row.copied);
    return charts.figure("Articles by day, " + rows[0].day + " to " + rows[rows.length - 1].day, 260, () => ({
      legend: { textStyle: { color: charts.colour("ink") }, right: 0 },
      grid: { left: 48, right: 8, top: 36, bottom: 28 },
      tooltip: Object.assign(charts.tooltip(), { trigger: "axis" }),
      xAxis: charts.axis({ type: "category", data: rows.map(row => row.day) }),
      yAxis: charts.axis({ type: "value", minInterval: 1 }),
      series: [
        { name: "own", type: "bar", stack: "a", data: known, barMaxWidth: 48 },
        { name: "copied from another outlet", type: "bar", stack: "a", data: rows.map(row => row.copied), barMaxWidth: 48, itemStyle: { color: charts.colour("c2") } }]
    }), { caption: "By day of publication, UTC. Articles without a date are left out." });
  }

  function drift(rows) {
    const shown = rows.slice(0, 13).reverse();
    return charts.figure("Claims that changed, by kind: " + rows.map(row => words.drift(row.kind)[0] + " " + row.claims).join(", "),
      40 + 28 * shown.length, () => ({
        grid: { left: 130, right: 40, top: 8, bottom: 24 },
        xAxis: charts.axis({ type: "value", minInterval: 1 }),
        yAxis: charts.axis({ type: "category", data: shown.map(row => words.drift(row.kind)[0]), splitLine: { show: false } }),
        series: [{ type: "bar", barMaxWidth: 18, label: { show: true, position: "right", color: charts.colour("ink") },
          data: shown.map(row => ({ value: row.claims, itemStyle: { color: charts.colour(words.drift(row.kind)[2] === "grave" ? "c3" : "c2") } })) }]
      }), { caption: "One claim may have changed in several ways. Red: the statement means something else now." });
  }

  function run(all) {
    const gates = all.counters.filter(row => row.job === "gates");
    const counters = all.counters.filter(row => row.job !== "gates");
    const plain = value => Number.isInteger(value) ? words.whole(value) : String(Math.round(value * 1000) / 1000);
    return [
      el("p", {}, "Release " + all.release[0].sequence + ", published " + words.time(all.release[0].at) + " by run ", el("code", {}, all.release[0].run), "."),
      all.rejects.length === 0 ? parts.note("No input was rejected.") : parts.table("Inputs that were not used", ["Reason", "Inputs", "Example"],
        all.rejects.map(row => [row.reason.replace(/_/g, " "), words.whole(row.inputs), row.example || ""]), { numeric: [1], seen: true }),
      el("details", {}, el("summary", {}, "Gates: " + words.whole(gates.length) + " checked before the publish"),
        parts.table("Gates", ["Gate", "Value", "What it counts"], gates.map(row => [row.name.replace(/^gate_/, "").replace(/_/g, " "), plain(row.value), row.detail || ""]), { numeric: [1] })),
      el("details", {}, el("summary", {}, "Counters of the run"),
        parts.table("Counters", ["Job", "Counter", "Value"], counters.map(row => [row.job, row.name.replace(/_/g, " "), plain(row.value)]), { numeric: [2] }))
    ];
  }
};
