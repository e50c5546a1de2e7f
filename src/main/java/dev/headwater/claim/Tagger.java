package dev.headwater.claim;

import dev.headwater.text.CodePoints;
import edu.emory.mathcs.nlp.common.util.NLPUtils;
import edu.emory.mathcs.nlp.component.morph.MorphAnalyzer;
import edu.emory.mathcs.nlp.component.morph.english.EnglishMorphAnalyzer;
import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexica;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens, parts of speech and lemmas of an English sentence.
 *
 * <p>Parts of speech come from NLP4J's dynamic model-selection tagger (Choi and Palmer 2012,
 * greedy, one pass, linear). The model is loaded once for a JVM, at first use, in three to five
 * seconds, and takes about 400 MB of heap; it is read-only afterwards and shared between threads.
 * Sentences that come again, as reprints do, are looked up and not tagged anew.
 */
public final class Tagger {
  private static final String MODELS = "/edu/emory/mathcs/nlp/models/";
  private static final String LEXICA =
      """
      <configuration><lexica>
        <ambiguity_classes field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
        <word_clusters field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
      </lexica></configuration>
      """;

  private final NLPComponent<NLPNode> lexica;
  private final NLPComponent<NLPNode> tagger;
  private final MorphAnalyzer morphology;
  private final Known known = new Known();

  private Tagger() {
    lexica = new GlobalLexica<>(new ByteArrayInputStream(LEXICA.getBytes(StandardCharsets.UTF_8)));
    try (InputStream model = Tagger.class.getResourceAsStream(MODELS + "en-pos.xz")) {
      if (model == null) {
        throw new IllegalStateException("Tagging model en-pos.xz is missing from the jar");
      }
      tagger = NLPUtils.getComponent(model);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the tagging model en-pos.xz", e);
    }
    morphology = new EnglishMorphAnalyzer();
  }

  /** The tagger of this JVM. */
  public static Tagger english() {
    return Holder.TAGGER;
  }

  /** Tags the sentence that stands in a text at [begin, end), in code points. */
  public TaggedSentence tag(String text, CodePoints points, int begin, int end) {
    return tag(Tokenizer.read(text, points, begin, end));
  }

  /** Gives each token of a sentence its part of speech and lemma. */
  public TaggedSentence tag(TaggedSentence sentence) {
    List<Token> plain = sentence.tokens();
    if (plain.isEmpty()) {
      return sentence;
    }
    Tags tags = known.of(sentence.text());
    if (tags == null || tags.tags().length != plain.size()) {
      tags = read(plain);
      known.keep(sentence.text(), tags);
    }
    List<Token> tagged = new ArrayList<>(plain.size());
    for (int i = 0; i < plain.size(); i++) {
      Token token = plain.get(i);
      tagged.add(
          new Token(token.begin(), token.end(), token.text(), tags.tags()[i], tags.lemmas()[i]));
    }
    return new TaggedSentence(sentence.begin(), sentence.end(), sentence.text(), tagged);
  }

  private Tags read(List<Token> plain) {
    NLPNode[] nodes = new NLPNode[plain.size() + 1];
    nodes[0] = new NLPNode();
    nodes[0].toRoot();
    for (int i = 0; i < plain.size(); i++) {
      nodes[i + 1] = new NLPNode(i + 1, plain.get(i).text());
    }
    lexica.process(nodes);
    tagger.process(nodes);
    String[] tags = new String[plain.size()];
    String[] lemmas = new String[plain.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = nodes[i + 1].getPartOfSpeechTag();
      lemmas[i] = lemma(plain.get(i).text(), tags[i]);
    }
    return new Tags(tags, lemmas);
  }

  private String lemma(String form, String tag) {
    if (!tag.startsWith("N") && !tag.startsWith("V") && !tag.startsWith("J")) {
      return form.toLowerCase(java.util.Locale.ROOT);
    }
    return morphology.lemmatize(form, tag);
  }

  /** What one sentence's words are; where they stand in a text is not part of it. */
  private record Tags(String[] tags, String[] lemmas) {}

  /**
   * The sentences tagged last, by their text: a sentence that fifty outlets reprint is tagged once.
   * The least recently used one leaves first.
   */
  private static final class Known {
    private static final int MOST = 20_000;

    private final Map<String, Tags> tags =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Tags> eldest) {
            return size() > MOST;
          }
        };

    synchronized Tags of(String sentence) {
      return tags.get(sentence);
    }

    synchronized void keep(String sentence, Tags read) {
      tags.put(sentence, read);
    }
  }

  private static final class Holder {
    static final Tagger TAGGER = new Tagger();
  }
}
