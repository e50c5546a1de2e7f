package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Block;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Passage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollFiguresTest {
  private static Told told(String sentence) {
    return Told.that(sentence).at("2021-05-03T08:00:00Z");
  }

  private static Told other(String sentence, String at) {
    return Told.that(sentence).in("a2", "courier.example").at(at);
  }

  private static Told margin(Told told) {
    return told.counting("point").value("3");
  }

  private static Optional<ClaimLink> link(Told a, Told b) {
    Optional<ClaimLink> link = QuantityLinks.compare(a.claim(), b.claim());
    assertThat(QuantityLinks.compare(b.claim(), a.claim())).isEqualTo(link);
    return link;
  }

  @Test
  void keepsTheMarginsOfTwoPollsApart() {
    Told one =
        margin(told("The Lenna survey in Velda has a margin of sampling error of [3 points]."));
    Told two =
        margin(
            other(
                "The Dunmar survey in Velda has a margin of sampling error of [3 points].",
                "2021-05-04T08:00:00Z"));
    assertThat(link(one, two)).isEmpty();
  }

  @Test
  void joinsTheMarginOfOnePollInTwoOutlets() {
    Told one =
        margin(told("The Lenna poll of Velda has a sampling error of [3 points] in Najara."));
    Told two =
        margin(
            other(
                "In Najara, Velda, the poll by Lenna has a sampling error of [3 points].",
                "2021-05-04T08:00:00Z"));
    assertThat(link(one, two)).isPresent();
  }

  @Test
  void keepsTheMarginOfThePollstersNextPollApart() {
    Told one =
        margin(told("The Lenna poll of Velda has a sampling error of [3 points] in Najara."));
    Told next =
        margin(
            other(
                "The Lenna poll of Velda has a sampling error of [3 points] in Najara.",
                "2021-05-20T08:00:00Z"));
    assertThat(link(one, next)).isEmpty();
  }

  @Test
  void keepsTheNumbersOfThoseAskedByTwoPollsApart() {
    Told one =
        told("In Velda [1,200 voters] were surveyed for the Herald of Najara in May.")
            .counting("voter")
            .value("1200");
    Told two =
        other(
                "In Velda [1,200 voters] were surveyed for the Courier of Najara in May.",
                "2021-05-04T08:00:00Z")
            .counting("voter")
            .value("1200");
    Told turnout =
        other(
                "In Velda [1,200 voters] were turned away, the Courier of Najara wrote in May.",
                "2021-05-04T08:00:00Z")
            .counting("voter")
            .value("1200");
    assertThat(link(one, two)).isEmpty();
    assertThat(ClaimProfile.of(one.claim()).ofPoll()).isTrue();
    assertThat(ClaimProfile.of(turnout.claim()).ofPoll()).isFalse();
  }

  @Test
  void aSharePolledIsNoMargin() {
    Claim share =
        told("Lena Mora leads with 51 per cent, the poll found, [9 percent] more than in a month.")
            .percent()
            .value("9")
            .claim();
    assertThat(ClaimProfile.of(share).ofPoll()).isFalse();
  }

  @Test
  void readsThePollstersOfASentence() {
    assertThat(PollFigures.pollstersIn("The new Lenna/Orba poll and a survey by Dunmar say so."))
        .containsExactlyInAnyOrder("lenna", "orba", "dunmar");
    assertThat(PollFigures.pollstersIn("the poll says nothing")).isEmpty();
    assertThat(PollFigures.pollstersIn((String) null)).isEmpty();
  }

  @Test
  void aFormulaThatAnOutletPrintsUnderEachPollLinksNoMargins() {
    String words = "The survey has a margin of sampling error of [3 points] for all voters.";
    Claim first = margin(told(words)).claim();
    Claim later = margin(other(words, "2021-07-03T08:00:00Z")).claim();
    Claim nextDay = margin(other(words, "2021-05-04T08:00:00Z")).claim();
    assertThat(through(first, later)).isEmpty();
    assertThat(through(first, nextDay)).isNotEmpty();
  }

  private static List<ClaimLink> through(Claim left, Claim right) {
    int end = left.sentence().length();
    Passage passage =
        new Passage(
            "a1",
            "a2",
            0,
            end,
            0,
            end,
            12,
            1,
            .1,
            .1,
            "partial",
            "unclear",
            List.of(new Block(0, end, 0, end)));
    return PassageLinks.link(passage, List.of(left), List.of(right));
  }
}
