"use strict";
// Lists of numbers, and the page of one: where it comes from, what it stands on, what became of it.
(function () {
  const { el, words, parts, charts } = headwater;
  const ORDERS = { printed: "Most printed", changed: "Changed", "one-root": "On one source", contested: "Contested" };

  headwater.views.numbers = async function (order, page) {
    const by = ORDERS[order] ? order : "printed";
    document.title = "Numbers";
    const list = await headwater.list(["numbers", by], "numbers-" + by, page, parts.numberRow);
    return list && [parts.heading(null, "Numbers", el("p", { class: "standfirst" }, "Each line is one number, wherever it was printed.")),
      parts.tabs("Order", Object.entries(ORDERS).map(([key, text]) => ["numbers/" + key, text]), "numbers/" + by), list];
  };

  headwater.views.number = async function (id) {
    const number = await headwater.page("numbers", id);
    if (!number) return null;
    document.title = charts.short(number.surface, 60) + " – number";
    const members = number.members;
    const byClaim = new Map(members.map(member => [member.claim, member]));
    const children = new Map();
    members.forEach(member => {
      const parent = byClaim.has(member.parent) ? member.parent : "";
      children.set(parent, (children.get(parent) || []).concat(member));
    });
    const first = members.find(member => member.relation === "origin") || members[0];
    return [
      parts.heading("Number", number.surface,
        el("p", { class: "standfirst" }, parts.sentence(number.sentence, number.begin, number.end)),
        el("p", { class: "muted" }, "First printed by ", parts.outlet(first.source, first.name), ", ", words.time(first.at, first.precision),
          ": ", parts.link(["article", first.article], first.title || "the article"))),
      parts.facts(
        parts.fact(words.whole(number.sources), number.sources === 1 ? "outlet prints it" : "outlets print it"),
        parts.fact(words.whole(number.independent_roots), number.independent_roots === 1 ? "independent root" : "independent roots"),
        parts.fact(number.named_origin || "nobody", "named as its source"),
        number.value_min === undefined ? null : parts.fact(words.range(number.value_min, number.value_max) + (number.unit ? " " + number.unit : ""), "stated")),
      number.drift.length > 0 ? el("p", { class: "chips" }, "On the way: ", parts.drift(number.drift)) : null,
      tree(members, children),
      roots(number, members),
      parts.section("From the origin to the last copy",
        parts.note("Under each printing, those that come from it. Words that the one before does not have are underlined."),
        hops(children, byClaim)),
      parts.cut(members.length, number.claims, "claims"),
      others("Other figures of the same things", number.against, number.against_all),
      spread(members),
      series(number.series, number.series_all, id)
    ];
  };

  // Articles in the order of the list below; what is not in it comes last.
  function inTime(articles, byArticle) {
    const at = article => byArticle.has(article) && byArticle.get(article).at !== undefined ? byArticle.get(article).at : Infinity;
    return articles.slice().sort((a, b) => at(a) === at(b) ? 0 : at(a) - at(b));
  }

  function roots(number, members) {
    const byArticle = new Map(members.map(member => [member.article, member]));
    return parts.section(words.count(number.independent_roots, "independent root"),
      parts.note("Articles that rest on one source count once. This is the proof of the count."),
      el("ol", { class: "roots" }, number.roots.map(root => el("li", {},
        el("h3", {}, root.root), el("p", {}, words.count(root.count, "article") + ": " + words.basis(root.basis) + "."),
        el("p", { class: "muted" }, inTime(root.articles, byArticle).slice(0, 40).map((article, i) => [i > 0 ? ", " : "",
          parts.link(["article", article], byArticle.has(article) ? parts.named(byArticle.get(article).source, byArticle.get(article).name) : article)]),
          root.count > 40 ? " and " + words.whole(root.count - 40) + " more" : "")))),
      parts.cut(number.roots.length, number.independent_roots, "roots"));
  }

  // Depth first, without recursion: a chain of copies may be long.
  function inOrder(children) {
    const all = [];
    const stack = (children.get("") || []).slice().reverse().map(member => [member, 0]);
    while (stack.length > 0) {
      const [member, depth] = stack.pop();
      all.push([member, depth]);
      (children.get(member.claim) || []).slice().reverse().forEach(child => stack.push([child, depth + 1]));
    }
    return all;
  }

  function hops(children, byClaim) {
    return parts.lazy(inOrder(children), 50, ([member, depth]) => {
      const parent = byClaim.get(member.parent);
      return el("li", { class: "hop", style: "--depth:" + Math.min(depth, 6), id: "claim-" + member.claim },
        el("p", { class: "top" }, parts.outlet(member.source, member.name), el("span", { class: "muted" }, " · " + words.time(member.at, member.precision)), " ",
          el("span", { class: "chips" }, member.drift.length > 0 ? parts.drift(member.drift, member.factor) : parts.chip(words.relation(member.relation)))),
        el("p", { class: "quote" }, parent && member.drift.length > 0 ? differing(parent, member) : parts.sentence(member.sentence, member.begin, member.end)),
        el("p", { class: "muted" },
          parent && member.drift.length > 0 ? ["was “", el("b", {}, parent.surface), "” in ", parts.named(parent.source, parent.name), " · "] : null,
          member.attributed_to && member.attributed_to.length > 0 ? "on the word of " + member.attributed_to.join(", citing ") : "in the article's own voice",
          " · ", parts.link(["article", member.article], member.title || "the article"),
          parent && parent.article !== member.article ? [" · ", parts.link(["compare", parent.article, member.article], "side by side")] : null),
        member.reason ? el("details", {}, el("summary", {}, "Why they are one number"), el("p", {}, member.reason)) : null);
    }, "ol");
  }

  // The sentence with the words that its parent's sentence does not have underlined.
  function differing(parent, member) {
    const split = text => text.split(/(\s+)/).filter(word => word !== "");
    const before = split(parent.sentence).filter(word => word.trim() !== "");
    const after = split(member.sentence);
    const own = common(before, after.filter(word => word.trim() !== ""));
    let at = 0;
    let point = 0;
    return el("q", { class: "said" }, after.map(word => {
      const begin = point;
      point += Array.from(word).length;
      if (word.trim() === "") return word;
      const same = own[at++];
      const isFigure = begin < member.end && point > member.begin;
      const shown = same ? word : el("ins", {}, word);
      return isFigure ? el("mark", { class: "figure" }, shown) : shown;
    }));
  }

  // For each word of b whether it stands in a longest common sequence with a.
  function common(a, b) {
    const x = a.slice(0, 150);
    const y = b.slice(0, 150);
    const best = Array.from({ length: x.length + 1 }, () => new Uint16Array(y.length + 1));
    for (let i = x.length - 1; i >= 0; i--) {
      for (let j = y.length - 1; j >= 0; j--) {
        best[i][j] = x[i] === y[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    const own = b.map(() => false);
    for (let i = 0, j = 0; i < x.length && j < y.length;) {
      if (x[i] === y[j]) { own[j] = true; i++; j++; }
      else if (best[i + 1][j] >= best[i][j + 1]) i++;
      else j++;
    }
    return own;
  }

  function tree(members, children) {
    if (members.length < 2) return null;
    const shown = new Set(members.slice(0, 120).map(member => member.claim));
    const grave = member => member.drift.some(code => words.drift(code)[2] === "grave");
    const node = member => ({
      name: headwater.clean(member.source), member,
      children: (children.get(member.claim) || []).filter(child => shown.has(child.claim)).map(node),
      itemStyle: { color: colour(member), borderColor: colour(member) },
      lineStyle: { color: member.drift.length > 0 ? colour(member) : charts.colour("muted"), width: member.drift.length > 0 ? 2.5 : 1.2 }
    });
    const colour = member => charts.colour(member.relation === "origin" || member.relation === "independent" ? "c1" : grave(member) ? "c3" : member.drift.length > 0 ? "c2" : "c5");
    const depth = Math.max(...members.map(member => member.hops || 0));
    const leaves = inOrder(children).filter(([member]) => !(children.get(member.claim) || []).length).length;
    const label = member => charts.short(parts.named(member.source, member.name), 26) + "\n" + charts.short(member.surface, 26)
      + (member.drift.length > 0 ? "\n{drift|" + member.drift.map(code => words.drift(code)[0]).join(", ") + "}" : "");
    return parts.section("The tree of the number",
      charts.figure("Tree of " + members.length + " claims from the origin to the last copies; the list below says the same",
        Math.min(2400, Math.max(180, 82 * Math.min(leaves, 120))), () => {
          const roots = (children.get("") || []).filter(member => shown.has(member.claim)).map(node);
          if (roots.length > 1) roots.forEach(root => { root.lineStyle = { width: 0 }; });
          return {
            tooltip: Object.assign(charts.tooltip(), { formatter: at => at.data.member
              ? headwater.clean(at.data.member.source + ": " + at.data.member.sentence) : "" }),
            series: [{
              type: "tree", data: [roots.length === 1 ? roots[0] : { name: "", symbolSize: 0, children: roots, lineStyle: { width: 0 } }],
              left: roots.length > 1 ? 10 : 90, right: 170, top: 24, bottom: 24, roam: depth > 4, initialTreeDepth: -1,
              symbol: "circle", symbolSize: 12, edgeShape: "curve", expandAndCollapse: false,
              label: { position: "bottom", distance: 6, fontSize: 12, lineHeight: 14, color: charts.colour("ink"), overflow: "truncate", width: 160,
                formatter: at => at.data.member ? label(at.data.member) : "", rich: { drift: { color: charts.colour("c3text"), fontSize: 12, lineHeight: 14, fontWeight: 600 } } },
              leaves: { label: { position: "right", align: "left", distance: 8 } }
            }]
          };
        }, { wide: true, caption: "Blue: the origin and independent printings; green: unchanged; orange: changed in wording; red: it means something else now."
            + (members.length > 120 ? " The first 120 of " + words.whole(members.length) + " claims." : "") }));
  }

  function spread(members) {
    const points = members.filter(member => member.at !== undefined && member.low !== undefined).slice(0, 1000);
    const values = new Set(points.map(member => member.low));
    if (points.length < 3 || values.size < 2) return null;
    const numbers = points.map(member => Number(member.low));
    const min = Math.min(...numbers);
    const log = min > 0 && Math.max(...numbers) / min > 50;
    return parts.section("What was stated when",
      charts.figure("Values stated over time", 260, () => ({
        grid: { left: 90, right: 20, top: 16, bottom: 34 },
        xAxis: charts.axis({ type: "time", axisLabel: { color: charts.colour("muted"), hideOverlap: true } }),
        yAxis: charts.axis({ type: log ? "log" : "value", scale: true, axisLabel: { color: charts.colour("muted"), formatter: v => words.whole(v) } }),
        tooltip: Object.assign(charts.tooltip(), { formatter: at => headwater.clean(at.data.member.surface + ", " + at.data.member.source) + "\n" + words.time(at.data.member.at, at.data.member.precision) }),
        series: [{ type: "scatter", symbolSize: 12, data: points.map(member => ({ value: [member.at, Number(member.low)], member,
          itemStyle: { color: charts.colour(member.drift.length > 0 ? "c3" : "c1") } })) }]
      }), { caption: log ? "The scale is logarithmic. Red: changed against the article it comes from." : "Red: changed against the article it comes from." }));
  }

  function others(title, claims, all) {
    if (!claims || claims.length === 0) return null;
    return parts.section(title, el("ol", { class: "plain" }, claims.map(claim => el("li", { class: "hop" },
      el("p", { class: "top" }, parts.outlet(claim.source), el("span", { class: "muted" }, " · " + words.time(claim.at)), " ", parts.chip(words.relation(claim.relation))),
      el("p", { class: "quote" }, parts.sentence(claim.sentence, claim.begin, claim.end)),
      el("p", { class: "muted" }, parts.link(["article", claim.article], "the article"), claim.number ? [" · ", parts.link(["number", claim.number], "its number")] : null)))),
      parts.cut(claims.length, all, "figures"));
  }

  function series(rows, all, id) {
    if (!rows || rows.length < 2) return null;
    return parts.section("The same measure at other times", parts.table("Numbers of the same measure", ["First printed", "Number", "Value", "Outlets"],
      rows.map(row => [words.day(row.at), row.number === id ? el("b", {}, row.surface) : parts.link(["number", row.number], row.surface),
        words.range(row.low, row.high), words.whole(row.sources)]), { numeric: [2, 3] }),
      parts.cut(rows.length, all, "numbers"));
  }
})();
