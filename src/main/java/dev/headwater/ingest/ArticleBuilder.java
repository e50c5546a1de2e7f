package dev.headwater.ingest;

import dev.headwater.model.Article;
import dev.headwater.model.Ids;
import dev.headwater.model.TextSpan;
import dev.headwater.source.Outlets;
import dev.headwater.source.Owners;
import dev.headwater.source.WebAddress;
import dev.headwater.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes articles of records: what the record says comes first, then its address, its text, and the
 * name of its file; every guess leaves an issue. Linear in the text.
 */
public final class ArticleBuilder {
  private static final Pattern OUTLET_IN_FILE_NAME =
      Pattern.compile("([A-Za-z][A-Za-z0-9.-]{1,40})_\\d{4}-\\d{2}-\\d{2}(?:_.*)?");

  private ArticleBuilder() {}

  /**
   * The article that a record is, or why it is none.
   *
   * @param inputFile path of the file the record came from
   * @param ingestedAt when the run began; later dates are not believed
   */
  public static BuildResult build(
      RawRecord raw, String inputFile, BuildSettings settings, Instant ingestedAt) {
    RawRecord record = raw.html() == null ? raw : ofPage(raw);
    String text = record.text();
    int words = text == null ? 0 : Words.of(text).size();
    if (words == 0) {
      String detail = "the record has no text";
      return new Problem(record.position(), "no_text", detail, record.title());
    }
    if (words < settings.minWords()) {
      String detail = "the text has " + words + " words, fewer than " + settings.minWords();
      return new Problem(record.position(), "too_short", detail, text);
    }
    List<TextLine> lines = TextLine.of(text);
    String[] kinds = Boilerplate.kinds(lines);
    List<TextSpan> boilerplate = Boilerplate.spans(text, lines, kinds);
    TextHeader header = TextHeader.read(lines, kinds, settings.dateOrder());
    Outlet outlet = outlet(record, header, inputFile, settings.owners());
    PublicationDate date = date(record, header, inputFile, settings, ingestedAt);
    Set<String> issues = new LinkedHashSet<>(record.issues());
    issues.addAll(outlet.issues());
    issues.addAll(date.issues());
    return new BuiltArticle(
        article(record, header, outlet, date, inputFile, ingestedAt, words, boilerplate, issues));
  }

  private static Article article(
      RawRecord record,
      TextHeader header,
      Outlet outlet,
      PublicationDate date,
      String inputFile,
      Instant ingestedAt,
      int words,
      List<TextSpan> boilerplate,
      Set<String> issues) {
    String textHash = textHash(record.text());
    String key = key(record, outlet, textHash);
    Optional<AgencyCredit> credit = credit(record, header, outlet);
    String dateline = header.dateline() == null ? null : header.dateline().place();
    return new Article(
        Ids.of(key, textHash),
        key,
        record.nativeId(),
        record.url(),
        outlet.source(),
        outlet.name(),
        outlet.owner(),
        first(record.title(), header.title()),
        first(record.byline(), header.byline()),
        record.dateline() == null ? dateline : Dateline.ofField(record.dateline()),
        credit.map(AgencyCredit::agency).orElse(null),
        credit.map(AgencyCredit::basis).orElse(null),
        record.text(),
        record.lang() == null ? Languages.of(record.text()).orElse(null) : record.lang(),
        date.instant(),
        date.basis(),
        date.precision(),
        ingestedAt,
        1,
        textHash,
        words,
        record.text().codePointCount(0, record.text().length()),
        boilerplate,
        inputFile,
        record.position(),
        new ArrayList<>(issues));
  }

  /** Hash of a text with every run of white space taken for one space. */
  static String textHash(String text) {
    return Ids.of(TextLine.folded(text, TextLine::isSpace).stripTrailing());
  }

  /**
   * What the versions of one article share. An id counts alone only within an outlet that the
   * record, or the name of its file, tells: the first row of one dump is not the first row of
   * another. Elsewhere the text counts too, so a changed text is another article, and the same
   * record in another file is the same article. The name of a file is no id.
   */
  private static String key(RawRecord record, Outlet outlet, String textHash) {
    Optional<WebAddress> address = WebAddress.of(record.url());
    if (address.isPresent()) {
      return outlet.source() + " " + address.get().canonical();
    }
    if (outlet.ownsIds()) {
      return outlet.source() + " " + record.nativeId();
    }
    String id = isWholeFile(record) || record.nativeId() == null ? "" : " " + record.nativeId();
    return outlet.source() + id + " " + textHash;
  }

  private static boolean isWholeFile(RawRecord record) {
    return record.position() == null;
  }

  /**
   * @param ownsIds whether the id of the record is one that the outlet gave
   */
  private record Outlet(
      String source, String name, String owner, boolean ownsIds, List<String> issues) {}

  private static Outlet outlet(
      RawRecord record, TextHeader header, String inputFile, Owners owners) {
    Optional<String> source = Outlets.domain(record.url());
    source = source.or(() -> Outlets.named(record.source()));
    List<String> issues = new ArrayList<>();
    String name = record.sourceName();
    boolean ownsIds = source.isPresent() && !isWholeFile(record) && record.nativeId() != null;
    if (source.isEmpty() && header.outlet() != null) {
      source = Outlets.named(header.outlet());
      name = header.outlet();
      issues.add("source_from_text");
    }
    Matcher file = OUTLET_IN_FILE_NAME.matcher(FileNames.stem(inputFile));
    if (source.isEmpty() && isWholeFile(record) && file.matches()) {
      source = Outlets.named(file.group(1));
      ownsIds = source.isPresent();
      issues.add("source_from_file");
    }
    if (source.isEmpty()) {
      // Two articles of unknown outlets must not look like two of one outlet.
      String hash = textHash(record.text());
      boolean named = !isWholeFile(record) && record.nativeId() != null;
      source = Optional.of("unknown:" + (named ? Ids.of(record.nativeId(), hash) : hash));
      issues.add("no_source");
    }
    Optional<Owners.Entry> entry = owners.of(source.orElseThrow());
    return new Outlet(
        source.orElseThrow(),
        first(entry.map(Owners.Entry::name).orElse(null), name),
        entry.map(Owners.Entry::owner).orElse(null),
        ownsIds,
        issues);
  }

  private static PublicationDate date(
      RawRecord record,
      TextHeader header,
      String inputFile,
      BuildSettings settings,
      Instant ingestedAt) {
    Optional<DateReading> meta =
        Optional.ofNullable(record.dateText())
            .flatMap(text -> DateText.read(text, settings.dateOrder()));
    Optional<DateReading> url =
        WebAddress.of(record.url()).flatMap(address -> PathDate.read(address.path()));
    List<String> doubts =
        record.dateText() != null && meta.isEmpty() ? List.of("date_unreadable") : List.of();
    List<PublicationDate.Candidate> candidates =
        List.of(
            new PublicationDate.Candidate("meta", meta),
            new PublicationDate.Candidate("url", url),
            new PublicationDate.Candidate("text", Optional.ofNullable(header.date())),
            new PublicationDate.Candidate("file", PathDate.read(FileNames.stem(inputFile))));
    return PublicationDate.choose(candidates, doubts, ingestedAt);
  }

  private static Optional<AgencyCredit> credit(RawRecord record, TextHeader header, Outlet outlet) {
    Optional<AgencyCredit> byline =
        Optional.ofNullable(record.byline())
            .flatMap(Agencies::inByline)
            .map(agency -> new AgencyCredit(agency, "byline"));
    Optional<AgencyCredit> place =
        Optional.ofNullable(record.dateline())
            .flatMap(Agencies::inBrackets)
            .map(agency -> new AgencyCredit(agency, "dateline"));
    return byline
        .or(() -> place)
        .or(() -> Optional.ofNullable(header.credit()))
        .or(() -> Agencies.ofDomain(outlet.source()).map(agency -> new AgencyCredit(agency, "url")))
        .or(
            () ->
                Optional.ofNullable(outlet.name())
                    .flatMap(Agencies::ofName)
                    .map(agency -> new AgencyCredit(agency, "source")));
  }

  /** A page's own fields, its address and then its text; fields of the record win. */
  private static RawRecord ofPage(RawRecord raw) {
    PageText page = PageText.of(raw.html(), raw.url());
    return new RawRecord(
        raw.position(),
        raw.nativeId(),
        first(raw.url(), page.canonical()),
        first(raw.source(), page.siteName()),
        first(raw.sourceName(), page.siteName()),
        first(raw.title(), page.title()),
        first(raw.byline(), page.byline()),
        first(raw.dateText(), page.date()),
        raw.dateline(),
        first(raw.lang(), Languages.ofTag(page.lang())),
        page.text(),
        null,
        raw.issues());
  }

  private static String first(String one, String two) {
    return one == null ? two : one;
  }
}
