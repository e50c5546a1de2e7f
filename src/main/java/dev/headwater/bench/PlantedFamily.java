package dev.headwater.bench;

import dev.headwater.model.Claim;
import dev.headwater.model.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One invented story whose truth is known: the family of its number and what only looks like it.
 *
 * <p>An origin, on a wire or not, whose number rests on a named minister; two to six copies, each
 * of an earlier print, each with one planted drift or none; a copy whose outlet slips by a thousand
 * and corrects itself in a second version; up to two confirmations in other words, on the word of
 * somebody else or of the same minister; a dispute, a smaller value on another's word; a later
 * snapshot with another value; and seven look-alikes, which share the number and the noun but not
 * the story, not the measure, not the unit or not the time. Claims carry the fields that a
 * faultless extractor would read, passages the blocks that a faultless aligner would find: what is
 * measured is the tracing alone. The same number and seed give the same story.
 */
final class PlantedFamily {
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

  private static final Instant BEGIN = Instant.parse("2021-04-05T06:00:00Z");
  private static final int DAYS = 20;

  private final SplittableRandom random;
  private final PlantedNames names;
  private final String family;
  private final PlantedRows rows;
  private final String agency;
  private final PlantedPrint first;
  private final Instant at;

  private PlantedFamily(long number, long seed) {
    random = new SplittableRandom(new SplittableRandom(seed + number).nextLong());
    names = new PlantedNames(number);
    family = "family" + number;
    agency = random.nextBoolean() ? "NorthWire" + family : null;
    rows = new PlantedRows(family, agency);
    at = BEGIN.plus(random.nextInt(DAYS), ChronoUnit.DAYS);
    String value = String.valueOf(2001 + random.nextInt(90_000) / 10 * 10 + 1 + random.nextInt(8));
    String noun = NOUNS.get(random.nextInt(NOUNS.size()));
    PlantedPrint plain =
        new PlantedPrint(
            PlantedPrint.Story.of(names),
            value,
            "",
            noun,
            false,
            "estimated",
            "March",
            names.two());
    first = random.nextBoolean() ? plain.drifted("hedge_added", names) : plain;
  }

  /** The rows and the truth of a story. */
  static PlantedRows of(long number, long seed) {
    PlantedFamily planted = new PlantedFamily(number, seed);
    planted.plant();
    return planted.rows;
  }

  private void plant() {
    Claim origin = rows.print(first, at, null);
    List<PlantedPrint> prints = new ArrayList<>(List.of(first));
    List<Claim> told = new ArrayList<>(List.of(origin));
    int copies = 2 + random.nextInt(5);
    for (int i = 0; i < copies; i++) {
      copy(at.plus(i + 1L, ChronoUnit.HOURS), prints, told);
    }
    correction(origin);
    rows.truth().rootsOf().put(family, 1 + confirmations());
    dispute();
    snapshot();
    lookAlikesElsewhere();
    lookAlikesHere();
  }

  private void copy(Instant when, List<PlantedPrint> prints, List<Claim> told) {
    int parent = random.nextInt(prints.size());
    PlantedPrint source = prints.get(parent);
    String drift = random.nextInt(3) == 0 ? "" : DRIFTS.get(random.nextInt(DRIFTS.size()));
    PlantedPrint print = source.drifted(drift, names);
    drift = print.equals(source) ? "" : drift;
    Claim copy = rows.print(print, when, told.get(parent).articleId());
    for (int i = 0; i < told.size(); i++) {
      rows.align(prints.get(i), told.get(i), print, copy);
    }
    rows.truth().driftOf().put(copy.claimId(), KINDS.getOrDefault(drift, drift));
    // A copy of a copy that lost its value would leave nothing to drift from: copy plain prints.
    if (drift.isEmpty() || drift.startsWith("hedge") || drift.startsWith("attribution")) {
      prints.add(print);
      told.add(copy);
    }
  }

  /** A slip by a thousand, and the version of the same article that mends it. */
  private void correction(Claim origin) {
    PlantedPrint slip = first.drifted("scale", names);
    String key = Ids.of(family, "versions");
    Claim wrong = rows.version(slip, at.plus(9, ChronoUnit.HOURS), origin.articleId(), key, 1);
    Claim right = rows.version(first, at.plus(12, ChronoUnit.HOURS), origin.articleId(), key, 2);
    rows.align(first, origin, slip, wrong);
    rows.align(first, origin, first, right);
    rows.align(slip, wrong, first, right);
    rows.truth().driftOf().put(wrong.claimId(), "scale");
    rows.truth().driftOf().put(right.claimId(), "scale");
    rows.truth().corrections().add(right.claimId());
  }

  private int confirmations() {
    int extra = 0;
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean same = random.nextBoolean();
      String person = same ? first.person() : names.two();
      String sentence =
          "According to Minister %s, %s were dispatched by %s to neighbouring %s."
              .formatted(person, first.thing(), first.story().agent(), first.story().place());
      Told told = Told.that(sentence).value(first.value()).counting(first.noun()).saidBy(person);
      rows.add(told, sentence, at.plus(i, ChronoUnit.DAYS), "");
      extra += same ? 0 : 1;
    }
    return extra;
  }

  private void dispute() {
    String value = String.valueOf(Integer.parseInt(first.value()) * 2 / 3 + 1);
    String person = names.two();
    String sentence =
        "%s has shipped only [%s %ss] to %s, %s said."
            .formatted(
                first.story().agent(),
                PlantedPrint.grouped(value),
                first.noun(),
                first.story().place(),
                person);
    Told told = Told.that(sentence).value(value).counting(first.noun()).saidBy(person);
    rows.add(told, sentence, at.plus(1, ChronoUnit.DAYS), " disputed");
  }

  private void snapshot() {
    String later = String.valueOf(Integer.parseInt(first.value()) * 2 + 11);
    String sentence =
        "%s has now shipped [%s %ss] to %s, Minister %s said."
            .formatted(
                first.story().agent(),
                PlantedPrint.grouped(later),
                first.noun(),
                first.story().place(),
                first.person());
    Told told = Told.that(sentence).value(later).counting(first.noun()).saidBy(first.person());
    rows.add(told, sentence, at.plus(45, ChronoUnit.DAYS), " later");
  }

  /** The number and the noun in another story, in another year, without a date, elsewhere. */
  private void lookAlikesElsewhere() {
    PlantedPrint.Story other = PlantedPrint.Story.of(names);
    String person = names.two();
    String elsewhere =
        "%s has shipped %s to %s, %s said."
            .formatted(other.agent(), first.thing(), other.place(), person);
    rows.add(counted(elsewhere, person), elsewhere, at.plus(2, ChronoUnit.DAYS), " elsewhere");
    String sent =
        "%s has shipped %s to %s."
            .formatted(first.story().agent(), first.thing(), first.story().place());
    rows.add(counted(sent, person), sent, at.plus(400, ChronoUnit.DAYS), " next year");
    rows.undated(counted(sent, person), sent, at.minus(200, ChronoUnit.DAYS), " undated");
  }

  /** The number and the noun in the same story, but of another measure or unit. */
  private void lookAlikesHere() {
    String agent = first.story().agent();
    String place = first.story().place();
    String person = names.two();
    String hold =
        "The yards of %s near %s could hold %s, %s said."
            .formatted(agent, place, first.thing(), person);
    rows.add(counted(hold, person), hold, at.plus(3, ChronoUnit.DAYS), " capacity");
    String lost = "%s lost %s when a shed near %s fell.".formatted(agent, first.thing(), place);
    rows.add(counted(lost, person), lost, at.plus(4, ChronoUnit.DAYS), " loss");
    String painted = "Pupils have painted " + first.thing() + " for the summer fair.";
    rows.opened(
        counted(painted, person),
        first.story().lead(),
        painted,
        at.plus(2, ChronoUnit.DAYS),
        " setting");
    String worth =
        "%s has shipped goods worth [%s dollars] to %s."
            .formatted(agent, PlantedPrint.grouped(first.value()), place);
    Told money = Told.that(worth).value(first.value()).money("USD");
    rows.add(money, worth, at.plus(2, ChronoUnit.DAYS), " money");
  }

  private Told counted(String sentence, String person) {
    return Told.that(sentence).value(first.value()).counting(first.noun()).saidBy(person);
  }
}
