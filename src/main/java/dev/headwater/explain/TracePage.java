package dev.headwater.explain;

import dev.headwater.model.ClaimLink;
import dev.headwater.model.Root;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the family of one number hangs together and how its independent roots were counted.
 *
 * @param summary the family
 * @param printings its claims, as many as are shown
 * @param links judgements between them
 */
public record TracePage(TraceSummary summary, List<Printing> printings, List<ClaimLink> links) {
  private static final Comparator<Printing> EARLIEST =
      Comparator.comparing(
              (Printing printing) -> printing.claim().publishedAt(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(printing -> printing.claim().articleId())
          .thenComparing(printing -> printing.claim().begin());

  /** The page for a terminal of this many characters a line. */
  public String text(int width) {
    Sheet sheet = new Sheet(width);
    head(sheet);
    tree(sheet);
    roots(sheet);
    return sheet.toString();
  }

  private void head(Sheet sheet) {
    sheet.heading("Trace " + summary.traceId());
    String unit = summary.unit() == null ? "" : " " + summary.unit();
    sheet.field("number", Printed.range(summary.valueMin(), summary.valueMax()) + unit);
    sheet.field("about", summary.concept().isEmpty() ? null : String.join(", ", summary.concept()));
    sheet.field(
        "printed",
        Printed.time(summary.firstAt()) + " until " + Printed.time(summary.lastAt()) + " (UTC)");
    sheet.field(
        "counts",
        count(summary.claims(), "claim")
            + " in "
            + count(summary.articles(), "article")
            + " of "
            + count(summary.sources(), "outlet")
            + ", "
            + count(summary.clusters(), "cluster")
            + ", "
            + count(summary.independentRoots(), "independent root"));
    sheet.field("named", summary.namedOrigin());
    sheet.field(
        "drift", summary.driftKinds().isEmpty() ? "none" : String.join(", ", summary.driftKinds()));
  }

  private static String count(int number, String of) {
    return number + " " + of + (number == 1 ? "" : "s");
  }

  private void tree(Sheet sheet) {
    sheet.heading("From the origin to the last copy");
    Map<String, List<Printing>> children = new HashMap<>();
    Set<String> shown = new LinkedHashSet<>();
    printings.forEach(printing -> shown.add(printing.claim().claimId()));
    List<Printing> tops = new ArrayList<>();
    for (Printing printing : printings) {
      String parent = printing.member().parentClaimId();
      if (parent == null || !shown.contains(parent)) {
        tops.add(printing);
      } else {
        children.computeIfAbsent(parent, key -> new ArrayList<>()).add(printing);
      }
    }
    tops.sort(Comparator.comparing((Printing p) -> !isOrigin(p)).thenComparing(EARLIEST));
    Map<String, String> reasons = new HashMap<>();
    for (ClaimLink link : links) {
      reasons.put(pair(link.fromClaimId(), link.toClaimId(), link.via()), link.reason());
    }
    ArrayDeque<Branch> open = new ArrayDeque<>();
    for (int i = tops.size() - 1; i >= 0; i--) {
      open.push(new Branch(tops.get(i), "  ", "  "));
    }
    // A stack and no recursion: a chain of copies may be long.
    while (!open.isEmpty()) {
      Branch branch = open.pop();
      List<Printing> copies = children.getOrDefault(branch.printing().claim().claimId(), List.of());
      branch(sheet, branch, !copies.isEmpty(), reasons);
      List<Printing> ordered = copies.stream().sorted(EARLIEST).toList();
      for (int i = ordered.size() - 1; i >= 0; i--) {
        open.push(branch.child(ordered.get(i), i == ordered.size() - 1, sheet.width()));
      }
    }
    if (printings.size() < summary.claims()) {
      int left = summary.claims() - printings.size();
      sheet.text("… and " + left + " more; query the table traces for all of them");
    }
  }

  private static boolean isOrigin(Printing printing) {
    return printing.claim().claimId().equals(printing.member().originClaimId());
  }

  private static void branch(
      Sheet sheet, Branch branch, boolean hasCopies, Map<String, String> reasons) {
    Printing printing = branch.printing();
    String rest = branch.rest() + (hasCopies ? "│ " : "  ");
    sheet.paragraph(
        branch.first() + "● ",
        rest,
        printing.claim().source()
            + ", "
            + Printed.time(printing.claim().publishedAt())
            + ", claim "
            + printing.claim().claimId());
    sheet.paragraph(rest, rest, Hop.words(printing.member()) + reason(printing, reasons));
    sheet.paragraph(rest, rest, "“" + printing.claim().sentence() + "”");
  }

  private static String reason(Printing printing, Map<String, String> reasons) {
    TraceMember member = printing.member();
    String found =
        member.parentClaimId() == null
            ? null
            : reasons.get(pair(member.parentClaimId(), member.claimId(), member.via()));
    return found == null ? "" : " (" + found + ")";
  }

  /** One key for a link whichever way it was judged. */
  private static String pair(String one, String other, String via) {
    return one.compareTo(other) < 0 ? one + other + via : other + one + via;
  }

  private void roots(Sheet sheet) {
    sheet.heading(
        summary.independentRoots() == 1
            ? "One independent root: what ties the articles together counts once"
            : summary.independentRoots() + " independent roots: what ties articles counts once");
    Map<String, List<Printing>> byArticle = new HashMap<>();
    for (Printing printing : printings) {
      byArticle
          .computeIfAbsent(printing.claim().articleId(), key -> new ArrayList<>())
          .add(printing);
    }
    int number = 0;
    for (Root root : summary.roots()) {
      number++;
      sheet.paragraph(
          "  " + number + ". ",
          "     ",
          root.root()
              + ": "
              + count(root.articleIds().size(), "article")
              + "; "
              + Meanings.of("root_basis", root.basis()));
      for (String article : root.articleIds()) {
        List<Printing> own = byArticle.get(article);
        if (own != null) {
          sheet.paragraph("     - ", "       ", ties(article, own));
        }
      }
    }
  }

  /** An article with everything that may tie it to another. */
  private static String ties(String article, List<Printing> own) {
    Set<String> ties = new LinkedHashSet<>();
    for (Printing printing : own) {
      List<String> chain = printing.claim().attributedTo();
      if (!chain.isEmpty()) {
        ties.add("names " + String.join(" → ", chain));
      }
      if (printing.agency() != null) {
        ties.add("copy of " + printing.agency());
      }
      if (printing.member().clusterId() != null) {
        ties.add("cluster " + printing.member().clusterId());
      }
      if (printing.owner() != null) {
        ties.add("owned by " + printing.owner());
      }
    }
    Printing first = own.get(0);
    String title = first.title() == null ? "" : " “" + first.title() + "”";
    return first.claim().source()
        + ", "
        + article
        + title
        + (ties.isEmpty() ? ": nothing ties it" : ": " + String.join("; ", ties));
  }

  private record Branch(Printing printing, String first, String rest) {
    private static final int LEAST_ROOM = 40;

    /** The branch of a copy; no further to the right where the lines would become too short. */
    Branch child(Printing copy, boolean last, int width) {
      if (rest.length() + LEAST_ROOM > width) {
        return new Branch(copy, rest + "…", rest);
      }
      return new Branch(copy, rest + (last ? "└─" : "├─"), rest + (last ? "  " : "│ "));
    }
  }
}
