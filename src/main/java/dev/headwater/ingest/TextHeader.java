package dev.headwater.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scraped text says about itself around its story: headline, authors, date, place, agency.
 *
 * <p>Only lines before the first paragraph count, and lines of nothing but a date: a date in the
 * story is one of its events. Unknown parts are null. One pass over the lines.
 */
record TextHeader(
    String title,
    String byline,
    DateReading date,
    Dateline dateline,
    AgencyCredit credit,
    String outlet) {
  private static final int HEAD_LINES = 40;
  private static final int FOOT_LINES = 8;
  private static final int PAGE_LINES = 300;
  private static final int LONGEST_DATE_LINE = 300;
  private static final int TITLE_LEAST_WORDS = 3;
  private static final int TITLE_MOST_WORDS = 32;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(first |last |originally )?(published|updated|posted|modified|created|date|dated"
              + "|issued|released|veröffentlicht|publié|on|at|the|le|am|mon|tue|wed|thu|fri|sat|sun"
              + "|\\p{L}{2,7}day|min|minute|minutes|read|et|est|edt|gmt|ago|\\d{1,2})");
  private static final Pattern UPDATED = Pattern.compile("(?i)\\b(updated|modified)\\b");
  private static final Pattern PUBLISHED =
      Pattern.compile("(?i)^\\W*((first |originally )?(published|posted)|date:)");
  private static final Pattern MAIL =
      Pattern.compile("(?i)contact us.{0,20}[\\w.-]+@([\\w-]+(\\.[\\w-]+)+)");
  private static final Pattern FREE_MAIL =
      Pattern.compile("(?i)(gmail|yahoo|hotmail|outlook|aol|protonmail|gmx|icloud)\\..*");
  private static final Pattern DESK =
      Pattern.compile("(\\p{Lu}.{2,40}?)\\s(news desk|staff|newsroom|editorial board|web desk)");

  /** Reads the lines of a text, of which those with a kind are furniture. */
  static TextHeader read(List<TextLine> lines, String[] kinds, DateOrder order) {
    int first = Math.min(firstParagraph(lines, kinds), HEAD_LINES);
    List<TextLine> head = new ArrayList<>(lines.subList(0, Math.min(first, lines.size())));
    Optional<String> byline = byline(lines, head);
    Optional<Dateline> dateline = dateline(lines, kinds, TextLine.areWrapped(lines) ? 2 : first);
    AgencyCredit credit = credit(lines, kinds, head, byline, dateline).orElse(null);
    return new TextHeader(
        title(head, kinds).orElse(null),
        byline.orElse(null),
        date(lines, head, order).orElse(null),
        dateline.orElse(null),
        credit,
        outlet(lines, byline).orElse(null));
  }

  /** A short first line with a stop is still a headline when a longer paragraph follows. */
  private static int firstParagraph(List<TextLine> lines, String[] kinds) {
    int first = Boilerplate.firstProse(lines, kinds);
    boolean headline =
        first == 0
            && lines.size() > 1
            && lines.get(0).words() < 20
            && lines.get(1).block() > lines.get(0).block()
            && lines.get(1).words() > lines.get(0).words();
    return headline ? 1 : first;
  }

  private static Optional<String> title(List<TextLine> head, String[] kinds) {
    for (int i = 0; i < head.size(); i++) {
      TextLine line = head.get(i);
      boolean fits = line.words() >= TITLE_LEAST_WORDS && line.words() <= TITLE_MOST_WORDS;
      if (!fits || kinds[i] != null || Byline.isIn(line) || isDateLine(line)) {
        continue;
      }
      for (int k = i + 1; k < head.size(); k++) {
        // A section name glued to the headline: "SportCup final postponed", then the headline
        // alone.
        TextLine later = head.get(k);
        if (later.words() >= TITLE_LEAST_WORDS && line.text().endsWith(later.text())) {
          return Optional.of(later.text());
        }
      }
      return Optional.of(line.text());
    }
    return Optional.empty();
  }

  private static Optional<String> byline(List<TextLine> lines, List<TextLine> head) {
    for (TextLine line : head) {
      Optional<String> byline = Byline.read(line);
      if (byline.isPresent()) {
        return byline;
      }
    }
    for (TextLine line : lines) {
      if (line.lower().startsWith("author:") || line.lower().startsWith("written by ")) {
        return Byline.read(line);
      }
    }
    return Optional.empty();
  }

  private static boolean isDateLine(TextLine line) {
    return dateOf(line, DateOrder.MONTH_FIRST).isPresent();
  }

  /** The best date of the head: a date of publication before one of update, a time before a day. */
  private static Optional<DateReading> date(
      List<TextLine> lines, List<TextLine> head, DateOrder order) {
    DateReading best = null;
    int bestRank = -1;
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      if (line.text().length() > LONGEST_DATE_LINE) {
        continue;
      }
      if (i >= head.size() && !PUBLISHED.matcher(line.text()).find()) {
        continue;
      }
      Optional<DateReading> found = dateOf(line, order);
      boolean updated = UPDATED.matcher(line.text()).find();
      int rank = updated ? 0 : 2;
      rank += found.isPresent() && !"day".equals(found.get().precision()) ? 1 : 0;
      if (found.isPresent() && found.get().isUsable() && rank > bestRank) {
        best = updated ? asUpdate(found.get()) : found.get();
        bestRank = rank;
      }
    }
    return Optional.ofNullable(best);
  }

  private static DateReading asUpdate(DateReading date) {
    List<String> issues = new ArrayList<>(date.issues());
    issues.add("date_is_update");
    return new DateReading(date.begin(), date.end(), date.instant(), date.precision(), issues);
  }

  /** The date of a line that says little else: labels, a byline, a reading time. */
  private static Optional<DateReading> dateOf(TextLine line, DateOrder order) {
    List<DateReading> dates = DateText.all(line.text(), order);
    if (dates.isEmpty() || line.isProse() || line.text().length() > LONGEST_DATE_LINE) {
      return Optional.empty();
    }
    DateReading date = dates.get(0);
    String before = line.text().substring(0, date.begin());
    String after = line.text().substring(date.end());
    boolean names = before.isBlank() || Byline.isIn(line) || before.matches(".{2,60}[|•·]\\s*");
    boolean fits = (names || labelsOnly(before)) && (labelsOnly(after) || trails(after));
    return fits ? Optional.of(date) : Optional.empty();
  }

  private static boolean trails(String after) {
    String bare = after.strip();
    return bare.split("\\s+").length <= 4 && !bare.endsWith(".");
  }

  private static boolean labelsOnly(String part) {
    for (String word : part.split("[^\\p{L}\\d]+")) {
      if (!word.isEmpty() && !LABEL.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Dateline> dateline(List<TextLine> lines, String[] kinds, int first) {
    int at = 0;
    for (int i = 0; i < lines.size() && i <= first && at < 6; i++) {
      if (kinds[i] == null) {
        at++;
        Optional<Dateline> dateline = Dateline.read(lines.get(i).text());
        if (dateline.isPresent() && (lines.get(i).isProse() || dateline.get().agency() != null)) {
          return dateline;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<AgencyCredit> credit(
      List<TextLine> lines,
      String[] kinds,
      List<TextLine> head,
      Optional<String> byline,
      Optional<Dateline> dateline) {
    Optional<String> agency = byline.flatMap(Agencies::inByline);
    if (agency.isPresent()) {
      return agency.map(name -> new AgencyCredit(name, "byline"));
    }
    if (dateline.isPresent() && dateline.get().agency() != null) {
      return Optional.of(new AgencyCredit(dateline.get().agency(), "dateline"));
    }
    int last = Boilerplate.lastProse(lines, kinds);
    if (lines.size() > PAGE_LINES && TextLine.areWrapped(lines)) {
      // A whole newspaper page holds many stories: what its edges credit is one of them.
      return Optional.empty();
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean foot =
          i >= lines.size() - FOOT_LINES || (last >= 0 && i >= last - 1 && i <= last + FOOT_LINES);
      boolean caption = "caption".equals(kinds[i]);
      if ((foot || i < head.size()) && !caption) {
        String text = lines.get(i).text();
        Optional<String> found = foot ? Agencies.inCreditLine(text) : Agencies.onOwnLine(text);
        if (found.isPresent()) {
          return found.map(name -> new AgencyCredit(name, "credit line"));
        }
      }
    }
    return Optional.empty();
  }

  /** The outlet that a text names as its own: in its address for letters, or as its news desk. */
  private static Optional<String> outlet(List<TextLine> lines, Optional<String> byline) {
    Matcher desk = DESK.matcher(byline.orElse(""));
    if (desk.matches()) {
      return Optional.of(desk.group(1));
    }
    for (int i = Math.max(0, lines.size() - FOOT_LINES); i < lines.size(); i++) {
      Matcher mail = MAIL.matcher(lines.get(i).text());
      if (lines.get(i).words() < 12
          && lines.get(i).text().length() < LONGEST_DATE_LINE
          && mail.find()
          && !FREE_MAIL.matcher(mail.group(1)).matches()) {
        return Optional.of(mail.group(1));
      }
    }
    return Optional.empty();
  }
}
