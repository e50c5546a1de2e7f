package dev.headwater.bench;

import java.util.List;

/**
 * What one print of an invented story says of its number; a drift changes one component.
 *
 * @param story who sends what where
 * @param value the number, digits alone
 * @param hedge words before it, with the blank that follows; empty for none
 * @param noun what is counted, singular; empty where the unit was lost
 * @param each whether the number is said of every wagon
 * @param modality asserted, estimated or may
 * @param month the time said; empty for none
 * @param person the minister on whose word it stands; empty for nobody
 */
record PlantedPrint(
    Story story,
    String value,
    String hedge,
    String noun,
    boolean each,
    String modality,
    String month,
    String person) {

  /** An invented story: who sends to where, and the sentences around the number. */
  record Story(String agent, String place, String lead, String tail) {
    static Story of(PlantedNames names) {
      String agent = names.two();
      String place = names.one();
      return new Story(
          agent,
          place,
          "A quarrel between " + agent + " and " + place + " went on all spring.",
          "Nobody in " + names.one() + " would speak about the road.");
    }

    private Story withAgent(String other) {
      return new Story(other, place, lead, tail);
    }
  }

  /** The print with one thing changed. */
  PlantedPrint drifted(String drift, PlantedNames names) {
    int number = Integer.parseInt(value);
    return switch (drift) {
      case "rounded" -> with(String.valueOf((number + 50) / 100 * 100), hedge);
      case "value" -> with(String.valueOf(number * 3 + 17), hedge);
      case "scale" -> with(value + "000", hedge);
      case "hedge_lost" -> with(value, "");
      case "hedge_added" -> with(value, "about ");
      case "modality_raised" -> said("asserted", month, person);
      case "modality_lowered" -> said("may", month, person);
      case "unit" -> new PlantedPrint(story, value, hedge, "", each, modality, month, person);
      case "scope" -> new PlantedPrint(story, value, hedge, noun, true, modality, month, person);
      case "time" -> said(modality, "October", person);
      case "time_lost" -> said(modality, "", person);
      case "cut" -> with(String.valueOf(number / 100 * 100), "more than ");
      case "subject" ->
          new PlantedPrint(
              story.withAgent(names.two()), value, hedge, noun, each, modality, month, person);
      case "attribution_lost" -> said(modality, month, "");
      case "attribution_shifted" -> said(modality, month, names.two());
      default -> this;
    };
  }

  private PlantedPrint with(String newValue, String newHedge) {
    return new PlantedPrint(story, newValue, newHedge, noun, each, modality, month, person);
  }

  private PlantedPrint said(String newModality, String newMonth, String newPerson) {
    return new PlantedPrint(story, value, hedge, noun, each, newModality, newMonth, newPerson);
  }

  /** Pieces of the text, the number in brackets; those that two prints share become blocks. */
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

  /** A number with a comma between thousands. */
  static String grouped(String value) {
    // By hand, as a formatter would take a third of the generator's time.
    StringBuilder text = new StringBuilder(value);
    for (int at = value.length() - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /** The number and what it counts, in brackets. */
  String thing() {
    return "[" + grouped(value) + " " + noun + "s]";
  }
}
