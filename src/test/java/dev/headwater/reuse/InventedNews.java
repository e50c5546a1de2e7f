package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.model.Ids;
import dev.headwater.model.TestArticle;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A corpus that invites false merges: forms filled in many times, notices that many articles end
 * with, and among them stories printed more than once. All words are invented from syllables.
 */
final class InventedNews {
  private static final String[] SYLLABLES = {
    "ba", "lo", "rin", "tes", "mu", "ka", "vel", "dor", "si", "pen", "gar", "tho", "ni", "wes",
    "fal", "quo", "ster", "ly", "om", "dra", "hel", "cu", "par", "ji", "ost", "ren", "ma", "tig"
  };
  private static final String[] LINKS = {
    "the", "of", "and", "in", "to", "a", "for", "with", "on", "at", "by", "from", "that", "was"
  };
  private static final Instant START = Instant.parse("2031-05-01T06:00:00Z");

  /** Forms: # a number, @ a name, ^ a weekday. */
  static final List<String> FORMS =
      List.of(
          "@ will begin the day under low cloud, which should lift before noon and leave a dry and"
              + " mild afternoon. Brief showers may cross the hills after dark. The lowest"
              + " temperature tonight will be # degrees and the highest tomorrow # degrees. The"
              + " chance of rain is # percent, and winds from the west will reach # kilometres an"
              + " hour on open ground. Drivers should allow more time where patches of fog form.",
          "Forecast for @ and the surrounding district, issued ^ morning. Fair tonight and ^, with"
              + " little change in temperature. High # and low #. Humidity # percent at noon."
              + " Sunrise # and sunset #.",
          "Shares on the @ exchange closed at # points on ^, a change of # points from the day"
              + " before. Gainers led losers by # to #. The most traded stock was @, which ended at"
              + " # crowns. Turnover came to # million crowns, against # million on ^.",
          "Wheat # crowns a tonne. Barley # crowns a tonne. Rye # crowns a tonne. Oats # crowns a"
              + " tonne. Butter # crowns a crate. Eggs # crowns a hundred. Wool # crowns a bale.",
          "Notice is hereby given that the undersigned has been appointed administrator of the"
              + " estate of @ @, late of @, deceased. All persons having claims against the estate"
              + " are required to present them with vouchers to the undersigned within six months"
              + " of this date, or they will be for ever barred. All persons indebted to the estate"
              + " are asked to make payment at once. Dated # ^. @ @, administrator.",
          "The council of @ gives notice that an application has been received to change the use"
              + " of the premises at # @ Street. Plans may be inspected at the council offices"
              + " during the usual hours. Anyone who wishes to object must do so in writing within"
              + " twenty-one days, stating the grounds of the objection and quoting reference #.",
          "@ @, #, of @, died ^ at home after a long illness. A service will be held at # in the"
              + " chapel on @ Road, and burial will follow in the parish ground. Survivors include"
              + " # children and # grandchildren. The family asks for gifts to the hospice instead"
              + " of flowers.",
          "@ beat @ #-# on ^ in front of a crowd of #. @ scored in minute # and @ added a second"
              + " before the break. The win lifts @ to place # in the table with # points, while"
              + " the losers stay on # points with # matches left to play.",
          "@ said net profit for the quarter rose to # million crowns from # million a year"
              + " earlier. Sales climbed to # million crowns from # million. The board declared a"
              + " dividend of # crowns a share, payable on ^ to holders of record. The company said"
              + " it expects growth to continue for the rest of the year.");

  /** Notices that articles end with, whatever they are about. */
  static final List<String> NOTICES =
      List.of(
          "Thank you for reading. Good journalism costs money, and readers like you pay for it."
              + " Become a member today from two crowns a week and help us keep the lights on in"
              + " our newsroom.",
          "This material may not be published, broadcast, rewritten or redistributed without"
              + " written permission. The opinions expressed are those of the author and not of"
              + " this newspaper or of the group that owns it. Past returns do not promise returns"
              + " to come, and nothing here is advice to buy or to sell.",
          "Sign up for our morning letter and get the best stories in your inbox before breakfast."
              + " You can leave the list at any time by following the link at the foot of every"
              + " message that we send.");

  /** An article and the story it prints; articles of one story are reprints of each other. */
  record Told(Article article, String story) {}

  private final Random random;
  private final String[] words;
  private final List<Told> told = new ArrayList<>();

  private InventedNews(long seed) {
    this.random = new Random(seed);
    this.words = new String[4000];
    for (int w = 0; w < words.length; w++) {
      StringBuilder word = new StringBuilder();
      int syllables = 1 + random.nextInt(3) + (w > 200 ? 1 : 0);
      for (int s = 0; s < syllables; s++) {
        word.append(pick(SYLLABLES));
      }
      words[w] = word.toString();
    }
  }

  /** The same corpus for the same seed. */
  static List<Told> of(long seed, int filledForms, int lonelyStories, int reprinted) {
    InventedNews news = new InventedNews(seed);
    for (int f = 0; f < filledForms; f++) {
      String form = FORMS.get(f % FORMS.size());
      news.add(news.maybeWithNotice(news.filled(form)), "form " + f);
    }
    for (int s = 0; s < lonelyStories; s++) {
      news.add(news.maybeWithNotice(news.story(4 + news.random.nextInt(20))), "lonely " + s);
    }
    for (int s = 0; s < reprinted; s++) {
      String story = news.story(8 + news.random.nextInt(16));
      int copies = 2 + news.random.nextInt(5);
      for (int c = 0; c < copies; c++) {
        news.add(news.maybeWithNotice(news.copy(story)), "story " + s);
      }
    }
    return List.copyOf(news.told);
  }

  private void add(String text, String story) {
    String id = String.format("%016x", random.nextLong());
    String source = "outlet" + random.nextInt(25) + ".example";
    Instant at = START.plus(random.nextInt(60 * 24 * 30), ChronoUnit.MINUTES);
    told.add(
        new Told(
            TestArticle.of(id, text)
                .source(source)
                .at(at)
                .loaded(START)
                .textHash(Ids.of(text))
                .article(),
            story));
  }

  private String filled(String form) {
    StringBuilder text = new StringBuilder();
    for (char c : form.toCharArray()) {
      switch (c) {
        case '#' -> text.append(2 + random.nextInt(9000));
        case '@' -> text.append(name());
        case '^' -> text.append(pick("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"));
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  private String story(int sentences) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < sentences; s++) {
      text.append(sentence()).append(s % 3 == 2 ? "\n\n" : " ");
    }
    return text.toString().strip();
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder(name());
    int length = 8 + random.nextInt(14);
    for (int w = 0; w < length; w++) {
      int kind = random.nextInt(20);
      String word = kind < 8 ? pick(LINKS) : kind == 8 ? name() : word();
      sentence.append(' ').append(kind == 9 ? String.valueOf(2 + random.nextInt(9000)) : word);
    }
    return sentence.append('.').toString();
  }

  /** A copy as newspapers make them: whole, cut from below, or with some words changed. */
  private String copy(String story) {
    String[] sentences = story.split("(?<=\\.)\\s");
    StringBuilder text = new StringBuilder();
    int kind = random.nextInt(3);
    int kept = kind == 1 ? Math.max(3, sentences.length * (50 + random.nextInt(40)) / 100) : 99;
    for (int s = 0; s < Math.min(kept, sentences.length); s++) {
      for (String word : sentences[s].split(" ")) {
        boolean changed = kind == 2 && random.nextInt(25) == 0 && !word.endsWith(".");
        text.append(changed ? word() : word).append(' ');
      }
    }
    return text.toString().strip();
  }

  private String maybeWithNotice(String text) {
    int notice = random.nextInt(NOTICES.size() + 2);
    return notice < NOTICES.size() ? text + "\n\n" + NOTICES.get(notice) : text;
  }

  private String name() {
    String word = words[200 + random.nextInt(words.length - 200)];
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String word() {
    double skew = random.nextDouble();
    return words[(int) (skew * skew * words.length)];
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
