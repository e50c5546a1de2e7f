"use strict";
// The page of an article: its text, with the numbers that can be followed and what others share.
headwater.views.article = async function (id, at) {
  const { el, words, parts, texts } = headwater;
  const article = await headwater.page("articles", id);
  if (!article) return null;
  document.title = (article.title || "Untitled") + " – article";
  const claims = texts.apart(article.claims || []);
  const stretches = texts.apart(article.stretches || []);
  const boilerplate = texts.apart((article.boilerplate || []).map(b => ({ begin: b[0], end: b[1] })));
  const wanted = at === undefined ? -1 : parseInt(at, 10);
  const body = texts.pieces(article, [claims, stretches, boilerplate], ([claim, stretch, furniture], begin) => {
    const classes = [stretch ? "shared" : furniture ? "furniture" : ""];
    if (!claim) return classes[0] ? { attributes: { class: classes[0] } } : null;
    classes.push("figure");
    if (claim.begin === wanted) classes.push("here");
    return claim.number
      ? { tag: "a", attributes: { class: classes.join(" "), href: "#/number/" + claim.number } }
      : { tag: "mark", attributes: { class: classes.join(" ") } };
  });
  const text = el("div", { class: "reading", dir: "auto" }, body);
  requestAnimationFrame(() => {
    const here = text.querySelector(".here");
    if (here) here.scrollIntoView({ block: "center" });
  });
  const seen = new Set();
  const clusters = (article.stretches || []).filter(s => !seen.has(s.cluster) && seen.add(s.cluster));
  return [
    parts.heading("Article", article.title || "Untitled",
      el("p", { class: "standfirst" }, parts.outlet(article.source, article.name), ", ", words.time(article.at, article.precision),
        article.byline ? " · " + article.byline : "", article.agency ? " · wire: " + article.agency : ""),
      el("p", { class: "muted" }, words.count(article.words, "word"), article.owner ? " · owner: " + article.owner : "",
        article.version > 1 ? " · version " + article.version : "", " · ", parts.outside(article.url))),
    article.issues.length > 0 ? parts.note("Doubts: " + article.issues.map(issue => issue.replace(/_/g, " ")).join(", ") + ".") : null,
    clusters.length > 0 ? el("p", {}, "Shared text: ", clusters.slice(0, 30).map((s, i) => [i > 0 ? ", " : "",
      parts.link(["cluster", s.cluster], "cluster of " + s.size + " (" + s.role + ")")]),
      clusters.length > 30 ? " and " + words.whole(clusters.length - 30) + " more." : ".") : null,
    parts.note("Numbers are marked, and lead to where else they were printed. Text on a tinted ground is shared with other articles; what is grey is not the story."),
    (article.claims || []).length < article.claims_all ? parts.note("Of " + words.whole(article.claims_all) + " numbers only the first " + words.whole(article.claims.length) + " are marked.") : null,
    text, texts.cutNote(article)
  ];
};
