package dev.headwater.claim;

/**
 * A source of an attribution: the name by which the article knows it, the words used at the cue,
 * and the cue itself in code points.
 */
record Source(String name, String mention, String cue, int cueBegin, int cueEnd, String modality) {}
