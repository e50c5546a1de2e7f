package dev.headwater.bench;

import com.dynatrace.hash4j.hashing.Hashing;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented corpus of any size whose reprints are known: what growth is measured on.
 *
 * <p>Every article is a pure function of the seed and its index, so the corpus is written in any
 * number of streams without being held. 200 articles make a batch: 120 stand alone; 60 are copies
 * in 19 clusters of 2, 3, 5 and 10 (verbatim, cut to a half or more, or edited word by word); 8
 * come from a template of the batch's own, equal but for numbers and names; 8 from one of 20
 * templates that the whole corpus shares, so that those n-grams grow as hot as the corpus grows
 * large; 4 are legal notices of five forms. Half of all articles end with the footer of their
 * outlet. Batches follow each other in time, 20 a day; in the files they are mixed.
 *
 * @param articles number of articles, a multiple of 200
 * @param seed another seed, another corpus
 * @param words mean number of words of an article that stands alone
 * @param before articles of the same corpus that come before these in time, a multiple of 200
 * @param noticed how many in a hundred articles end with one notice of 25 words, the same in the
 *     whole corpus: the hottest n-grams there can be
 */
public record GeneratedNews(long articles, long seed, int words, long before, int noticed) {
  /** Articles of a batch. */
  public static final int BATCH = 200;

  /** Pairs of copies of one text in a batch. */
  public static final int PAIRS_A_BATCH = 100;

  private static final int[] CLUSTER_SIZES = {
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 5, 5, 5, 10
  };
  private static final int COPIES = 60;
  private static final int OWN_TEMPLATE = 8;
  private static final int SHARED_TEMPLATE = 8;
  private static final int SHARED_TEMPLATES = 20;
  private static final int NOTICE_FORMS = 5;
  private static final int OUTLETS = 400;
  private static final int LEAST_WORDS = 80;
  private static final int FOOTER_WORDS = 25;
  private static final int BATCHES_A_DAY = 20;

  /** How far apart in time two neighbours in the files are; made coprime to the size. */
  private static final long STEP = 2_654_435_761L;

  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2015, 1, 1, 0, 0);
  private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  /** One article. {@code id} names what was planted: {@code c12-3} is copy 3 of cluster 12. */
  public record Item(String id, String source, String date, String title, String text) {
    /** The article as a line of JSON; nothing in it has to be escaped but line ends. */
    public String json() {
      return """
          {"id": "%s", "source": "%s", "date": "%s", "title": "%s", "text": "%s"}"""
          .formatted(id, source, date, title, text.replace("\n", "\\n"));
    }
  }

  /** A corpus from its beginning. */
  public GeneratedNews(long articles, long seed, int words) {
    this(articles, seed, words, 0, 0);
  }

  /** The same corpus with a notice at the end of so many in a hundred articles. */
  public GeneratedNews withNotice(int percent) {
    return new GeneratedNews(articles, seed, words, before, percent);
  }

  /** The articles that follow these. */
  public GeneratedNews next(long more) {
    return new GeneratedNews(more, seed, words, before + articles, noticed);
  }

  /** Refuses sizes that cannot be planted. */
  public GeneratedNews {
    if (articles < BATCH || articles % BATCH != 0) {
      throw new IllegalArgumentException(
          "articles is " + articles + "; give a multiple of " + BATCH);
    }
    if (words < LEAST_WORDS) {
      throw new IllegalArgumentException(
          "words is " + words + "; give " + LEAST_WORDS + " or more");
    }
    if (noticed < 0 || noticed > 100) {
      throw new IllegalArgumentException("notice is " + noticed + "; give 0 to 100");
    }
  }

  /** Pairs of articles that are copies of one text. */
  public long plantedPairs() {
    return articles / BATCH * PAIRS_A_BATCH;
  }

  /** The article at a place, from 0. */
  public Item article(long index) {
    long step = STEP % articles;
    while (gcd(step, articles) != 1) {
      step++;
    }
    long place = index * step % articles;
    return planted((before + place) / BATCH, (int) (place % BATCH));
  }

  private Item planted(long batch, int slot) {
    int copy = slot;
    for (int c = 0; c < CLUSTER_SIZES.length; c++) {
      if (copy < CLUSTER_SIZES[c]) {
        return copy(batch, batch * CLUSTER_SIZES.length + c, copy);
      }
      copy -= CLUSTER_SIZES[c];
    }
    int left = slot - COPIES;
    if (left < OWN_TEMPLATE) {
      return template("t" + batch + "-" + left, batch, slot, random(1, batch));
    }
    left -= OWN_TEMPLATE;
    if (left < SHARED_TEMPLATE) {
      long form = random(2, batch * BATCH + slot).nextInt(SHARED_TEMPLATES);
      return template("m" + batch + "-" + left, batch, slot, random(3, form));
    }
    if (left < SHARED_TEMPLATE + 4) {
      long form = random(4, batch * BATCH + slot).nextInt(NOTICE_FORMS);
      return template("n" + batch + "-" + left, batch, slot, random(5, form));
    }
    SplittableRandom random = random(6, batch * BATCH + slot);
    return item("s" + batch + "-" + slot, batch, random, sentences(random, length(random)));
  }

  private Item copy(long batch, long cluster, int member) {
    SplittableRandom story = random(7, cluster);
    List<String[]> text = sentences(story, length(story));
    SplittableRandom random = random(8, cluster * 16 + member);
    List<String[]> own =
        switch (member % 4) {
          case 2 -> text.subList(0, (text.size() + 1) / 2 + random.nextInt(text.size() / 4 + 1));
          case 3 -> edited(text, random);
          default -> text;
        };
    return item("c" + cluster + "-" + member, batch, random, own);
  }

  /** One word in twenty becomes another. */
  private static List<String[]> edited(List<String[]> text, SplittableRandom random) {
    List<String[]> edited = new ArrayList<>();
    for (String[] sentence : text) {
      String[] other = sentence.clone();
      for (int w = 0; w < other.length; w++) {
        if (random.nextInt(20) == 0) {
          other[w] = GeneratedWords.draw(random, 1)[0];
        }
      }
      edited.add(other);
    }
    return edited;
  }

  /** A form of some 70 words in which every tenth word is a number or a name of the article's. */
  private Item template(String id, long batch, int slot, SplittableRandom form) {
    SplittableRandom random = random(9, batch * BATCH + slot);
    List<String[]> text = sentences(form, 70);
    for (String[] sentence : text) {
      for (int w = form.nextInt(3); w < sentence.length; w += 8 + form.nextInt(5)) {
        boolean name = form.nextInt(4) == 0;
        sentence[w] =
            name
                ? capital(GeneratedWords.word(1_000 + random.nextInt(100_000)))
                : Integer.toString(random.nextInt(100_000));
      }
    }
    return item(id, batch, random, text);
  }

  private Item item(String id, long batch, SplittableRandom random, List<String[]> sentences) {
    int outlet = random.nextInt(OUTLETS);
    String source = GeneratedWords.word(5_000 + outlet) + ".example";
    LocalDateTime at = FIRST_DAY.plusDays(batch / BATCHES_A_DAY).plusMinutes(random.nextInt(2_880));
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < sentences.size(); s++) {
      text.append(s == 0 ? "" : s % 3 == 0 ? "\n\n" : " ");
      append(text, sentences.get(s));
    }
    if (random.nextInt(2) == 0) {
      text.append("\n\n");
      append(text, GeneratedWords.draw(random(10, outlet), FOOTER_WORDS));
    }
    if (noticed > 0 && random.nextInt(100) < noticed) {
      text.append("\n\n");
      append(text, GeneratedWords.draw(random(11, 0), FOOTER_WORDS));
    }
    String title = capital(String.join(" ", GeneratedWords.draw(random, 7)));
    return new Item(id, source, ISO.format(at), title, text.toString());
  }

  private static List<String[]> sentences(SplittableRandom random, int words) {
    List<String[]> sentences = new ArrayList<>();
    for (int left = words; left > 0; ) {
      int length = Math.min(Math.max(left, 4), 8 + random.nextInt(18));
      sentences.add(GeneratedWords.draw(random, length));
      left -= length;
    }
    return sentences;
  }

  private static void append(StringBuilder text, String[] sentence) {
    text.append(capital(sentence[0]));
    for (int w = 1; w < sentence.length; w++) {
      text.append(w % 9 == 8 ? ", " : " ").append(sentence[w]);
    }
    text.append('.');
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** From a half of the mean to twice it and a half more, most of them below it. */
  private int length(SplittableRandom random) {
    double drawn = random.nextDouble();
    return (int) (words * (0.5 + 1.5 * drawn * drawn));
  }

  /**
   * Seeds are hashed: two that lie a multiple of the generator's own step apart give one stream.
   */
  private SplittableRandom random(int stream, long number) {
    return new SplittableRandom(
        Hashing.wyhashFinal4().hashLongLongToLong(seed * 31 + stream, number));
  }

  private static long gcd(long one, long other) {
    return other == 0 ? one : gcd(other, one % other);
  }
}
