package dev.headwater.explain;

import dev.headwater.model.Article;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import dev.headwater.reuse.PassageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why two articles are joined.
 *
 * @param left the article with the smaller id
 * @param right the other one
 * @param passages what both share, aligned
 * @param stretches the stretches of both that belong to clusters
 * @param around passages between the articles of the clusters that both are in; empty where the two
 *     share a passage themselves
 * @param names outlets by id of the articles that {@code around} and {@code stretches} name
 */
public record PairPage(
    Article left,
    Article right,
    List<Passage> passages,
    List<ClusterMember> stretches,
    List<Passage> around,
    Map<String, String> names) {

  /** The page for a terminal of this many characters a line. */
  public String text(int width) {
    Sheet sheet = new Sheet(width);
    article(sheet, "Left", left);
    article(sheet, "Right", right);
    if (left.textHash().equals(right.textHash())) {
      sheet.heading("The two texts are the same, but for white space.");
    }
    if (passages.isEmpty()) {
      joining(sheet);
    }
    for (int i = 0; i < passages.size(); i++) {
      passage(sheet, passages.get(i), i + 1);
    }
    clusters(sheet);
    return sheet.toString();
  }

  private static void article(Sheet sheet, String side, Article article) {
    sheet.heading(side + ": article " + article.articleId());
    String basis = article.publishedAtBasis();
    String seen =
        basis == null ? "" : " (" + article.publishedAtPrecision() + ", from " + basis + ")";
    sheet.field("outlet", article.source());
    sheet.field("published", Printed.time(article.publishedAt()) + seen);
    sheet.field("title", Printed.orNull(article.title()));
    sheet.field(
        "agency",
        article.agency() == null ? null : article.agency() + ", from " + article.agencyBasis());
    sheet.field("words", Integer.toString(article.words()));
  }

  private void passage(Sheet sheet, Passage passage, int number) {
    sheet.heading("Passage " + number + " of " + passages.size());
    sheet.field("reuse", Meanings.of("reuse_kind", passage.reuseKind()));
    sheet.field("from", Meanings.of("origin_class", passage.originClass()));
    sheet.field(
        "words",
        String.format(
            Locale.ROOT,
            "%,d in both and in order, unbroken runs: %,d; that is %s of the longer side",
            passage.words(),
            passage.blocks().size(),
            Printed.percent(passage.identity())));
    sheet.field(
        "covers",
        Printed.percent(passage.leftShare())
            + " of the left article, "
            + Printed.percent(passage.rightShare())
            + " of the right one");
    sheet.field(
        "offsets",
        String.format(
            Locale.ROOT,
            "left %d to %d, right %d to %d",
            passage.leftBegin(),
            passage.leftEnd(),
            passage.rightBegin(),
            passage.rightEnd()));
    sheet.field("credit", credit(passage.credits()));
    sheet.heading("  left | right; [what differs], [[what differs in a figure]]");
    sheet.lines(
        PassageText.sideBySide(
            passage, Printed.plain(left.text()), Printed.plain(right.text()), sheet.width()));
  }

  private static String credit(String credits) {
    if (credits == null) {
      return "neither credits the other's outlet";
    }
    return switch (credits) {
      case "both" -> "each credits the other's outlet";
      case "left" -> "the left article credits the right one's outlet";
      default -> "the right article credits the left one's outlet";
    };
  }

  private void joining(Sheet sheet) {
    sheet.heading(
        "No passage of these two is in the table passages: of texts that are the same only one is"
            + " aligned with others.");
    List<Passage> chain = Joining.chain(left.articleId(), right.articleId(), around);
    if (chain.isEmpty()) {
      return;
    }
    sheet.heading("They hang together through others:");
    String at = left.articleId();
    for (Passage passage : chain) {
      String next = Joining.other(passage, at);
      sheet.text(
          name(at)
              + " – "
              + passage.reuseKind()
              + ", "
              + passage.words()
              + " words, identity "
              + Printed.percent(passage.identity())
              + " – "
              + name(next));
      at = next;
    }
  }

  private void clusters(Sheet sheet) {
    Map<String, List<ClusterMember>> byCluster = new TreeMap<>();
    for (ClusterMember stretch : stretches) {
      byCluster.computeIfAbsent(stretch.clusterId(), key -> new ArrayList<>()).add(stretch);
    }
    if (byCluster.isEmpty()) {
      sheet.heading("Neither belongs to a reprint cluster.");
    }
    byCluster.forEach((cluster, members) -> cluster(sheet, cluster, members));
  }

  private void cluster(Sheet sheet, String cluster, List<ClusterMember> members) {
    boolean both = members.stream().map(ClusterMember::articleId).distinct().count() == 2;
    String who = both ? "both" : side(members.get(0).articleId()) + " only";
    sheet.heading("Cluster " + cluster + ": " + who);
    ClusterMember any = members.get(0);
    sheet.field(
        "size",
        any.size() + " stretches, density " + Printed.percent(any.density()) + " of all edges");
    for (ClusterMember member : members) {
      sheet.field(
          side(member.articleId()),
          "code points "
              + member.begin()
              + " to "
              + member.end()
              + ", "
              + Printed.percent(member.share())
              + " of the article; "
              + Meanings.of("role", member.role()));
      sheet.field("", parent(member));
      if (member.agency() != null) {
        sheet.field("", "agency " + member.agency() + ", from " + member.agencyBasis());
      }
    }
  }

  private String parent(ClusterMember member) {
    if (member.parent() == null) {
      return null;
    }
    String lag = Printed.lag(member.lagMinutes());
    return "parent "
        + name(member.parent())
        + (lag == null ? "" : ", " + lag + " before")
        + ", confidence "
        + Printed.percent(member.parentConfidence())
        + "; because "
        + Meanings.all("parent_basis", member.parentBasis());
  }

  private String side(String articleId) {
    return articleId.equals(left.articleId()) ? "left" : "right";
  }

  private String name(String articleId) {
    String own =
        articleId.equals(left.articleId())
            ? "left, "
            : articleId.equals(right.articleId()) ? "right, " : "";
    String outlet = names.get(articleId);
    return articleId + " (" + own + (outlet == null ? "unknown outlet" : outlet) + ")";
  }
}
