package dev.headwater.claim;

import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A language that claims are read in, and the one place that says how: {@code languages.tsv} lists
 * the languages, the folder of each holds its words.
 *
 * <p>English is read in full, with parts of speech. Other languages are read by their {@link
 * Lexicon}: value, bound, unit and counted noun, with the modal word of the sentence.
 *
 * @param code ISO 639-1
 * @param reader reads the quantities of a sentence
 * @param lexicon the words of a language that is read for values only; null where all is read
 */
record Language(String code, SentenceReader reader, Lexicon lexicon) {
  /** Issue of claims whose attribution, frame and time were not looked for. */
  static final String CONTEXT_NOT_READ = "context_not_read";

  private static final String ENGLISH = "en";

  /**
   * The language of an article; English where the article does not say. Empty if it is not read.
   */
  static Optional<Language> of(String lang) {
    String code = lang == null ? ENGLISH : lang.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Optional.ofNullable(Holder.LANGUAGES.get(code));
  }

  /** Whether attribution, modality and time are read too. */
  boolean readsContext() {
    return lexicon == null;
  }

  /**
   * The sentences of a text. A full stop that makes an ordinal of a number or belongs to one of the
   * language's abbreviations ends none.
   */
  List<TextSpan> sentences(String text, CodePoints points) {
    List<TextSpan> sentences = Sentences.of(text, points);
    if (readsContext()) {
      return sentences;
    }
    List<TextSpan> joined = new ArrayList<>();
    for (TextSpan span : sentences) {
      TextSpan former = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (former != null && goesOn(points, former, span)) {
        joined.set(joined.size() - 1, new TextSpan(former.begin(), span.end(), span.kind()));
      } else {
        joined.add(span);
      }
    }
    return List.copyOf(joined);
  }

  private boolean goesOn(CodePoints points, TextSpan former, TextSpan span) {
    boolean sameLine = points.slice(former.end(), span.begin()).equals(" ");
    String tail = points.slice(Math.max(former.begin(), former.end() - 12), former.end());
    if (!sameLine || !tail.endsWith(".")) {
      return false;
    }
    String word = tail.substring(tail.lastIndexOf(' ') + 1, tail.length() - 1);
    boolean ordinal =
        word.length() <= 2 && !word.isEmpty() && word.chars().allMatch(Tokenizer::isDigit);
    return ordinal || lexicon.is("abbreviation", word.toLowerCase(Locale.ROOT));
  }

  /** What is known of a number's context without reading it: the first modal word. */
  Context context(String sentence, boolean quoted) {
    String modality = "asserted";
    List<String> hedges = List.of();
    for (String word : sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (lexicon.modalities().containsKey(word)) {
        modality = lexicon.modalities().get(word);
        hedges = List.of(word);
        break;
      }
    }
    return new Context(
        List.of(),
        List.of(),
        null,
        null,
        null,
        quoted,
        modality,
        hedges,
        "positive",
        null,
        null,
        null);
  }

  private static final class Holder {
    static final Map<String, Language> LANGUAGES = languages();

    private static Map<String, Language> languages() {
      Map<String, Language> languages = new HashMap<>();
      for (List<String> row : WordTable.rows("languages.tsv")) {
        String code = row.get(0);
        if (row.get(1).equals("full")) {
          languages.put(code, new Language(code, QuantityReader.ENGLISH, null));
        } else {
          Lexicon lexicon = Lexicon.of(code);
          languages.put(code, new Language(code, new PlainReader(lexicon), lexicon));
        }
      }
      return Map.copyOf(languages);
    }
  }
}
