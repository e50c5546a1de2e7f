package dev.headwater.claim;

import java.util.List;

/** A sentence with its tokens: {@code text} is exactly the article's text in [begin, end). */
public record TaggedSentence(int begin, int end, String text, List<Token> tokens) {}
