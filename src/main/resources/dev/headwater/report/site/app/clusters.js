"use strict";
// Lists of clusters, and the page of one: who printed the text when, and any two of them side by side.
(function () {
  const { el, words, parts, charts } = headwater;

  headwater.list = async function (kind, list, page, make) {
    const data = await headwater.load("overview");
    const total = data.lists[list] || 0;
    const number = Math.max(0, (parseInt(page, 10) || 1) - 1);
    if (total === 0) return [parts.note("There are none in this release.")];
    if (number * data.rows >= total) return null;
    const rows = await headwater.rows("lists/" + list, number);
    return [el("ol", { class: "plain", start: number * data.rows + 1 }, rows.map(make)),
      parts.pager(kind, number, total, data.rows)];
  };

  headwater.views.clusters = async function (order, page) {
    const by = order === "latest" ? "latest" : "largest";
    document.title = "Clusters";
    const list = await headwater.list(["clusters", by], "clusters-" + by, page, parts.clusterRow);
    return list && [parts.heading(null, "Clusters", el("p", { class: "standfirst" }, "Texts that more than one article prints, whole or in part.")),
      parts.tabs("Order", [["clusters/largest", "Largest"], ["clusters/latest", "Latest"]], "clusters/" + by), list];
  };

  headwater.views.cluster = async function (id, leftId, rightId) {
    const cluster = await headwater.page("clusters", id);
    if (!cluster) return null;
    document.title = charts.short(cluster.title, 60) + " – cluster";
    const members = cluster.members;
    const byArticle = new Map(members.map(member => [member.article, member]));
    const original = members.find(member => member.role === "original") || members[0];
    const copies = members.filter(member => member.article !== original.article);
    let chosen = [byArticle.has(leftId) ? leftId : original.article,
      byArticle.has(rightId) ? rightId : (copies.find(member => member.changed) || copies[0] || original).article];
    const pairBox = el("div", { id: "pair" });
    const duration = cluster.last_at !== undefined && cluster.last_at > cluster.first_at ? words.lag((cluster.last_at - cluster.first_at) / 60000) : null;

    async function choose(side, article) {
      chosen[side] = article;
      history.replaceState(null, "", "#/cluster/" + id + "/" + chosen.join("/"));
      await show();
    }
    async function show() {
      const picked = chosen.slice();
      table.querySelectorAll("input").forEach(input => { input.checked = picked[Number(input.dataset.side)] === input.value; });
      const loaded = picked[0] === picked[1] ? null : await headwater.compare.load(picked[0], picked[1]);
      if (picked.join() !== chosen.join()) return;
      pairBox.replaceChildren(loaded ? headwater.compare.view(loaded, ["A", "B"]) : parts.note("Choose two different articles in the columns A and B."));
    }

    const radio = (member, side) => el("input", { type: "radio", name: "side" + side, value: member.article, "data-side": side,
      "aria-label": "Show " + (member.name || member.source) + " on the " + (side === 0 ? "left" : "right"), onchange: () => choose(side, member.article) });
    const [rows, more] = parts.lazy(members, 100, member => el("tr", { class: member.role },
      el("td", { class: "pick", "data-label": "A" }, radio(member, 0)), el("td", { class: "pick", "data-label": "B" }, radio(member, 1)),
      el("td", { class: "when" }, words.time(member.at, member.precision)),
      el("td", { class: "what" }, parts.outlet(member.source, member.name), el("br"), el("small", {}, parts.link(["article", member.article], member.title || "Untitled"))),
      el("td", { class: "from" }, from(member, byArticle), member.changed ? [el("br"), parts.chip(["", "", "mild"], words.count(member.changed, "number") + " changed")] : null),
      el("td", { class: "n" }, words.share(member.share))), "tbody");
    const table = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Articles of the cluster" }, el("table", { class: "members" },
      el("caption", { class: "unseen" }, "Articles of the cluster, the first one first"),
      el("thead", {}, el("tr", {}, [["A"], ["B"], ["Published"], ["Article"], ["From"], ["Share", "n"]].map(([head, kind]) => el("th", { scope: "col", class: kind || null }, head)))),
      rows));
    await show();

    return [
      parts.heading("Cluster", cluster.title || "Untitled",
        el("p", { class: "standfirst" }, words.count(cluster.articles, "article") + " in " + words.count(cluster.sources, "outlet"),
          duration ? " within " + duration : "", ", first in ", parts.outlet(original.source, original.name),
          original.role === "original" ? "" : " (the order is not certain)", ". ",
          cluster.agency ? "Wire copy of " + cluster.agency + "." : "")),
      timeline(members, byArticle, article => choose(1, article)),
      parts.section("The articles", parts.note("Choose any two, A and B, to see them side by side below."), table, more,
        parts.cut(members.length, cluster.size, "stretches")),
      parts.section("Side by side", pairBox),
      cluster.numbers ? parts.section("Numbers in this text", el("ol", { class: "plain" }, cluster.numbers.map(parts.numberRow)),
        parts.cut(cluster.numbers.length, cluster.numbers_all, "numbers")) : null
    ];
  };

  function from(member, byArticle) {
    if (member.role === "original") return el("b", {}, "Original");
    const parent = byArticle.get(member.parent);
    if (!member.parent) return el("span", { class: "muted" }, "unclear");
    const lag = words.lag(member.lag);
    return [parent ? parts.named(parent.source, parent.name) : "an article outside the list", lag ? ", " + lag + " later" : "", el("br"),
      el("small", { class: "muted" }, Math.round(100 * member.confidence) + "% sure, by " + member.basis.map(words.reason).join(", "))];
  }

  function timeline(members, byArticle, pick) {
    const known = members.filter(member => member.at !== undefined);
    const dated = known.slice(0, 300);
    if (dated.length < 2 || dated[0].at === dated[dated.length - 1].at) return null;
    const outlets = Array.from(new Set(dated.map(member => member.source)));
    const names = new Map(dated.map(member => [member.source, parts.named(member.source, member.name)]));
    const shown = new Set(dated.map(member => member.article));
    return charts.figure("Time line of " + dated.length + " articles in " + outlets.length + " outlets, each with an arrow from the article it was copied from; the table below says the same",
      Math.min(900, 70 + 28 * outlets.length), () => {
        const narrow = window.innerWidth < 600;
        return {
          grid: { left: narrow ? 104 : 170, right: 24, top: 10, bottom: 34 },
          xAxis: charts.axis({ type: "time", axisLabel: { color: charts.colour("muted"), hideOverlap: true } }),
          yAxis: charts.axis({ type: "category", inverse: true, data: outlets, splitLine: { show: true, lineStyle: { color: charts.colour("line") } },
            axisLabel: { color: charts.colour("ink"), width: narrow ? 96 : 160, overflow: "truncate", formatter: source => headwater.clean(names.get(source)) } }),
          tooltip: Object.assign(charts.tooltip(), { formatter: at => at.dataType === "node"
            ? headwater.clean(at.data.member.title || "Untitled") + "\n" + headwater.clean(names.get(at.data.member.source)) + ", " + words.time(at.data.member.at, at.data.member.precision) : "" }),
          series: [{
            type: "graph", coordinateSystem: "cartesian2d", edgeSymbol: ["none", "arrow"], edgeSymbolSize: 7,
            lineStyle: { color: charts.colour("muted"), opacity: 0.55, curveness: 0.12 }, emphasis: { focus: "adjacency" },
            data: dated.map(member => ({ id: member.article + "/" + member.begin, name: member.article, value: [member.at, member.source], member,
              symbolSize: member.role === "original" ? 16 : 11,
              itemStyle: { color: charts.colour(member.role === "original" ? "c1" : member.role === "copy" ? "c2" : "muted") } })),
            links: dated.filter(member => shown.has(member.parent)).map(member => {
              const parent = byArticle.get(member.parent);
              return { source: parent.article + "/" + parent.begin, target: member.article + "/" + member.begin };
            })
          }]
        };
      }, { caption: "Blue: the original; orange: copies, with an arrow from where each was most likely copied; grey: order unclear. A click puts an article in B."
        + (known.length > dated.length ? " The first " + words.whole(dated.length) + " of " + words.whole(known.length) + " stretches with a date." : ""),
        click: at => { if (at.dataType === "node") pick(at.data.name); } });
  }
})();
