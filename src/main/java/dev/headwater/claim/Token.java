package dev.headwater.claim;

/**
 * One token of a sentence: offsets in code points of the article's text, the token as printed, its
 * Penn Treebank part of speech and its lemma.
 */
public record Token(int begin, int end, String text, String tag, String lemma) {}
