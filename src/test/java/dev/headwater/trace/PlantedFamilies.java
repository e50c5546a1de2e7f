package dev.headwater.trace;

import dev.headwater.model.Block;
import dev.headwater.model.Claim;
import dev.headwater.model.Passage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Generates number families whose truth is known, to measure tracing.
 *
 * <p>Each family is a story of its own with invented names: an origin, on a wire or not, whose
 * number rests on a named minister; two to six copies, each of an earlier print, each with one
 * planted drift or none; a copy whose outlet slips by a thousand and corrects itself in a second
 * version; up to two confirmations in other words, on the word of somebody else or of the same
 * minister; a dispute, a smaller value on another's word; a later snapshot with another value; and
 * seven look-alikes, which share the number and the noun but not the story, not the measure, not
 * the unit or not the time. Claims carry the fields that a faultless extractor would read, passages
 * the blocks that a faultless aligner would find: what is measured is the tracing alone. The same
 * seed gives the same corpus.
 */
final class PlantedFamilies {
  private static final List<String> DRIFTS =
      List.of(
          "rounded",
          "value",
          "scale",
          "hedge_lost",
          "hedge_added",
          "modality_raised",
          "modality_lowered",
          "unit",
          "scope",
          "time",
          "attribution_lost",
          "attribution_shifted",
          "subject",
          "time_lost",
          "cut");

  /** Planted drifts that are other forms of a kind. */
  private static final Map<String, String> KINDS = Map.of("time_lost", "time", "cut", "rounded");

  private static final List<String> NOUNS =
      List.of("crate", "barrel", "tent", "engine", "blanket", "generator", "pallet", "boot");

  private final Random random;
  private final List<Claim> claims = new ArrayList<>();
  private final List<ClaimFacts> facts = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final Map<String, String> familyOf = new TreeMap<>();
  private final Map<String, String> driftOf = new TreeMap<>();
  private final Map<String, Integer> rootsOf = new TreeMap<>();
  private final Map<String, Setting> settingOf = new TreeMap<>();
  private final Set<String> corrections = new TreeSet<>();
  private int articles;
  private int names;

  private PlantedFamilies(long seed) {
    random = new Random(seed);
  }

  /**
   * A generated corpus with its truth.
   *
   * @param familyOf claim id to the name of its family; look-alikes are families of their own
   * @param driftOf claim id of a copy to its planted drift, "" for none
   * @param rootsOf family to its number of independent roots
   * @param settingOf claim id to what its article tells around it
   * @param corrections claims that correct the earlier version of their article
   */
  record Corpus(
      List<Claim> claims,
      List<ClaimFacts> facts,
      List<Passage> passages,
      Map<String, String> familyOf,
      Map<String, String> driftOf,
      Map<String, Integer> rootsOf,
      Map<String, Setting> settingOf,
      Set<String> corrections) {}

  static Corpus generate(int families, long seed) {
    PlantedFamilies planted = new PlantedFamilies(seed);
    for (int i = 0; i < families; i++) {
      planted.plant("family" + i);
    }
    return new Corpus(
        planted.claims,
        planted.facts,
        planted.passages,
        planted.familyOf,
        planted.driftOf,
        planted.rootsOf,
        planted.settingOf,
        planted.corrections);
  }

  /** What one print says; a drift changes one component. */
  private record Print(
      Story story,
      String value,
      String hedge,
      String noun,
      boolean each,
      String modality,
      String month,
      String person) {

    Print drifted(String drift, PlantedFamilies names) {
      int number = Integer.parseInt(value);
      return switch (drift) {
        case "rounded" -> with(String.valueOf((number + 50) / 100 * 100), hedge);
        case "value" -> with(String.valueOf(number * 3 + 17), hedge);
        case "scale" -> with(value + "000", hedge);
        case "hedge_lost" -> with(value, "");
        case "hedge_added" -> with(value, "about ");
        case "modality_raised" -> said("asserted", month, person);
        case "modality_lowered" -> said("may", month, person);
        case "unit" -> new Print(story, value, hedge, "", each, modality, month, person);
        case "scope" -> new Print(story, value, hedge, noun, true, modality, month, person);
        case "time" -> said(modality, "October", person);
        case "time_lost" -> said(modality, "", person);
        case "cut" -> with(String.valueOf(number / 100 * 100), "more than ");
        case "subject" ->
            new Print(story.of(names), value, hedge, noun, each, modality, month, person);
        case "attribution_lost" -> said(modality, month, "");
        case "attribution_shifted" -> said(modality, month, names.name() + " " + names.name());
        default -> this;
      };
    }

    private Print with(String newValue, String newHedge) {
      return new Print(story, newValue, newHedge, noun, each, modality, month, person);
    }

    private Print said(String newModality, String newMonth, String newPerson) {
      return new Print(story, value, hedge, noun, each, newModality, newMonth, newPerson);
    }

    /** Pieces of the text; those that two prints share in place become blocks. */
    List<String> pieces() {
      String verb =
          switch (modality) {
            case "estimated" -> "is estimated to have shipped ";
            case "may" -> "may have shipped ";
            default -> "has shipped ";
          };
      return List.of(
          story.lead + " The convoy counted 250 wagons. ",
          each ? "For each wagon " : "",
          story.agent + " " + verb,
          "[" + hedge + grouped(value) + (noun.isEmpty() ? "" : " " + noun + "s") + "]",
          " to " + story.place,
          month.isEmpty() ? "" : " in " + month,
          person.isEmpty() ? "." : ", Minister " + person + " said.",
          " " + story.tail);
    }
  }

  private record Story(String agent, String place, String lead, String tail) {
    Story of(PlantedFamilies names) {
      return new Story(names.name() + " " + names.name(), place, lead, tail);
    }
  }

  private Story story() {
    String agent = name() + " " + name();
    String place = name();
    return new Story(
        agent,
        place,
        "A quarrel between " + agent + " and " + place + " went on all spring.",
        "Nobody in " + name() + " would speak about the road.");
  }

  private void plant(String family) {
    Story story = story();
    String noun = NOUNS.get(random.nextInt(NOUNS.size()));
    String value = String.valueOf(2001 + random.nextInt(90_000) / 10 * 10 + 1 + random.nextInt(8));
    String minister = name() + " " + name();
    Instant at = Instant.parse("2021-04-05T06:00:00Z").plus(random.nextInt(20), ChronoUnit.DAYS);
    Print first = new Print(story, value, "", noun, false, "estimated", "March", minister);
    if (random.nextBoolean()) {
      first = first.drifted("hedge_added", this);
    }
    String agency = random.nextBoolean() ? "NorthWire" + family : null;
    List<Print> prints = new ArrayList<>(List.of(first));
    List<ClaimFacts> told = new ArrayList<>();
    told.add(print(first, family, at, agency, "c-" + family, null));
    int copies = 2 + random.nextInt(5);
    for (int i = 0; i < copies; i++) {
      copy(family, at.plus(i + 1L, ChronoUnit.HOURS), agency, prints, told);
    }
    correction(family, first, at, agency, told.get(0));
    int roots = 1 + confirmations(family, first, at);
    rootsOf.put(family, roots);
    dispute(family, first, at);
    snapshot(family, first, at);
    lookAlikes(family, first, at);
  }

  private void copy(
      String family, Instant at, String agency, List<Print> prints, List<ClaimFacts> told) {
    // A copy of a copy that lost its value would leave nothing to drift from: copy plain prints.
    int parent = random.nextInt(prints.size());
    Print source = prints.get(parent);
    String drift = random.nextInt(3) == 0 ? "" : DRIFTS.get(random.nextInt(DRIFTS.size()));
    Print print = source.drifted(drift, this);
    if (print.equals(source)) {
      drift = "";
    }
    ClaimFacts copy = print(print, family, at, agency, "c-" + family, told.get(parent).articleId());
    for (int i = 0; i < told.size(); i++) {
      align(prints.get(i), told.get(i), print, copy);
    }
    driftOf.put(copy.claimId(), KINDS.getOrDefault(drift, drift));
    told.add(copy);
    boolean plain = drift.isEmpty() || drift.startsWith("hedge") || drift.startsWith("attribution");
    if (plain) {
      prints.add(print);
    } else {
      told.remove(copy);
    }
  }

  /** A slip by a thousand, and the version of the same article that mends it. */
  private void correction(
      String family, Print first, Instant at, String agency, ClaimFacts origin) {
    Print slip = first.drifted("scale", this);
    String cluster = "c-" + family;
    ClaimFacts wrong =
        print(slip, family, at.plus(9, ChronoUnit.HOURS), agency, cluster, origin.articleId());
    ClaimFacts right =
        print(first, family, at.plus(12, ChronoUnit.HOURS), agency, cluster, origin.articleId());
    ClaimFacts wrongVersion = keyed(wrong, "key-" + family);
    ClaimFacts rightVersion = keyed(right, "key-" + family);
    align(first, origin, slip, wrongVersion);
    align(first, origin, first, rightVersion);
    align(slip, wrongVersion, first, rightVersion);
    driftOf.put(wrong.claimId(), "scale");
    driftOf.put(right.claimId(), "scale");
    corrections.add(right.claimId());
  }

  private ClaimFacts keyed(ClaimFacts version, String key) {
    ClaimFacts keyed =
        new ClaimFacts(
            version.claim(),
            key,
            null,
            null,
            version.agency(),
            version.clusterId(),
            version.parentArticleId(),
            null);
    facts.set(facts.lastIndexOf(version), keyed);
    return keyed;
  }

  private void dispute(String family, Print first, Instant at) {
    String value = String.valueOf(Integer.parseInt(first.value) * 2 / 3 + 1);
    String person = name() + " " + name();
    Print print = new Print(first.story, value, "", first.noun, false, "asserted", "", person);
    String sentence =
        first.story.agent
            + " has shipped only ["
            + grouped(value)
            + " "
            + first.noun
            + "s] to "
            + first.story.place
            + ", "
            + person
            + " said.";
    add(sentence, print, person, family + " disputed", at.plus(1, ChronoUnit.DAYS));
  }

  private int confirmations(String family, Print first, Instant at) {
    int extra = 0;
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean same = random.nextBoolean();
      String person = same ? first.person : name() + " " + name();
      String sentence =
          "According to Minister "
              + person
              + ", ["
              + grouped(first.value)
              + " "
              + first.noun
              + "s] were dispatched by "
              + first.story.agent
              + " to neighbouring "
              + first.story.place
              + ".";
      add(sentence, first, person, family, at.plus(i, ChronoUnit.DAYS));
      extra += same ? 0 : 1;
    }
    return extra;
  }

  private void snapshot(String family, Print first, Instant at) {
    String later = String.valueOf(Integer.parseInt(first.value) * 2 + 11);
    Print print =
        new Print(first.story, later, "", first.noun, false, "asserted", "", first.person);
    String sentence =
        first.story.agent
            + " has now shipped ["
            + grouped(later)
            + " "
            + first.noun
            + "s] to "
            + first.story.place
            + ", Minister "
            + first.person
            + " said.";
    add(sentence, print, first.person, family + " later", at.plus(45, ChronoUnit.DAYS));
    rootsOf.put(family + " later", 1);
  }

  private void lookAlikes(String family, Print first, Instant at) {
    Story other = story();
    String thing = "[" + grouped(first.value) + " " + first.noun + "s]";
    String person = name() + " " + name();
    add(
        other.agent + " has shipped " + thing + " to " + other.place + ", " + person + " said.",
        first,
        person,
        family + " elsewhere",
        at.plus(2, ChronoUnit.DAYS));
    add(
        "The yards of "
            + first.story.agent
            + " near "
            + first.story.place
            + " could hold "
            + thing
            + ", "
            + person
            + " said.",
        first,
        person,
        family + " capacity",
        at.plus(3, ChronoUnit.DAYS));
    String sent = first.story.agent + " has shipped " + thing + " to " + first.story.place + ".";
    add(sent, first, person, family + " next year", at.plus(400, ChronoUnit.DAYS));
    add(
        first.story.agent + " lost " + thing + " when a shed near " + first.story.place + " fell.",
        first,
        person,
        family + " loss",
        at.plus(4, ChronoUnit.DAYS));
    Claim painted =
        add(
            "Pupils have painted " + thing + " for the summer fair.",
            first,
            person,
            family + " setting",
            at.plus(2, ChronoUnit.DAYS));
    settingOf.put(painted.claimId(), setting(first, at));
    Claim undated = add(sent, first, person, family + " undated", null);
    settingOf.put(undated.claimId(), new Setting(List.of(), at.minus(200, ChronoUnit.DAYS)));
    String dollars = "[" + grouped(first.value) + " dollars]";
    add(
        first.story.agent
            + " has shipped goods worth "
            + dollars
            + " to "
            + first.story.place
            + ".",
        first,
        null,
        family + " money",
        at.plus(2, ChronoUnit.DAYS));
  }

  private static Setting setting(Print print, Instant at) {
    List<String> names = new ArrayList<>();
    for (String word : (print.story.agent + " " + print.story.place).split(" ")) {
      names.add(ContextWords.nameKey(word.toLowerCase(Locale.ROOT)));
    }
    return new Setting(List.copyOf(names), at);
  }

  /** An article of one sentence; a claim of nobody's is one of money. */
  private Claim add(String sentence, Print print, String person, String family, Instant at) {
    String article = "a" + articles++;
    Told told =
        Told.that(sentence)
            .in(article, article + ".example")
            .at(at == null ? null : at.toString())
            .value(print.value);
    Claim claim =
        person == null
            ? told.money("USD").claim()
            : told.counting(print.noun).saidBy(person).claim();
    keep(new ClaimFacts(claim, article, null, null, null, null, null, null), family);
    return claim;
  }

  private ClaimFacts print(
      Print print, String family, Instant at, String agency, String cluster, String parent) {
    String article = "a" + articles++;
    List<String> pieces = print.pieces();
    String before = pieces.get(0);
    String sentence = String.join("", pieces.subList(1, 7));
    Told told =
        Told.that(sentence)
            .in(article, article + ".example")
            .at(at.toString())
            .from(before.length())
            .value(print.value)
            .modality(print.modality);
    boolean march = print.month.equals("March");
    told =
        print.month.isEmpty()
            ? told
            : told.during(
                "in " + print.month,
                march ? "2021-03-01T00:00:00Z" : "2020-10-01T00:00:00Z",
                march ? "2021-04-01T00:00:00Z" : "2020-11-01T00:00:00Z");
    told = told.by(print.story.agent);
    told = print.noun.isEmpty() ? told : told.counting(print.noun);
    told = print.hedge.isEmpty() ? told : told.hedged(print.hedge.strip());
    told = print.hedge.startsWith("more") ? told.bound(">") : told;
    told = print.each ? told.each("wagon") : told;
    told = print.person.isEmpty() ? told : told.saidBy(print.person);
    Claim claim = told.claim();
    Claim wagons =
        Told.that("The convoy counted [250 wagons].")
            .in(article, article + ".example")
            .at(at.toString())
            .from(print.story.lead.length() + 1)
            .counting("wagon")
            .value("250")
            .claim();
    ClaimFacts kept = new ClaimFacts(claim, article, null, null, agency, cluster, parent, null);
    keep(kept, family);
    settingOf.put(claim.claimId(), setting(print, at));
    keep(
        new ClaimFacts(wagons, article, null, null, agency, cluster, parent, null),
        family + " wagons");
    rootsOf.put(family + " wagons", 1);
    return kept;
  }

  private void keep(ClaimFacts told, String family) {
    claims.add(told.claim());
    facts.add(told);
    familyOf.put(told.claimId(), family);
    rootsOf.putIfAbsent(family, 1);
  }

  private void align(Print left, ClaimFacts leftFacts, Print right, ClaimFacts rightFacts) {
    if (leftFacts.articleId().compareTo(rightFacts.articleId()) > 0) {
      align(right, rightFacts, left, leftFacts);
      return;
    }
    List<Block> blocks = new ArrayList<>();
    int l = 0;
    int r = 0;
    for (int i = 0; i < left.pieces().size(); i++) {
      String a = left.pieces().get(i).replace("[", "").replace("]", "");
      String b = right.pieces().get(i).replace("[", "").replace("]", "");
      if (a.equals(b) && !a.isEmpty()) {
        blocks.add(new Block(l, l + a.length(), r, r + b.length()));
      }
      l += a.length();
      r += b.length();
    }
    passages.add(
        new Passage(
            leftFacts.articleId(),
            rightFacts.articleId(),
            0,
            l,
            0,
            r,
            30,
            .9,
            .9,
            .9,
            "edited",
            "unclear",
            blocks));
  }

  private static String grouped(String value) {
    return String.format("%,d", Integer.parseInt(value));
  }

  /** A pronounceable name that no other story has. */
  private String name() {
    String consonants = "bcdfghjklmnprstv";
    String vowels = "aeiou";
    int code = (int) (names++ * 104_729L % 512_000);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      int syllable = code % 80;
      name.append(consonants.charAt(syllable / 5)).append(vowels.charAt(syllable % 5));
      code /= 80;
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "n";
  }
}
