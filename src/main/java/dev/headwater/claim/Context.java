package dev.headwater.claim;

import java.time.Instant;
import java.util.List;

/**
 * What makes a number a claim besides its value: on whose word, how sure, and when.
 *
 * @param attributedTo chain of attribution, outermost reporter first; empty for the article's voice
 * @param mentions the same sources as printed at the cue, such as "he"; as long as attributedTo
 * @param attributionCue words of the innermost attribution, such as "said"; null where there is
 *     none
 * @param cueBegin first code point of the cue, or null
 * @param cueEnd one past its last code point, or null
 * @param inQuote whether the number stands inside quotation marks
 * @param modality asserted, reported, suggested, estimated, believed, suspected, likely, could,
 *     may, pledged, planned or derived
 * @param hedges words of doubt, as used
 * @param polarity positive or negative
 * @param timeSaid time as said nearest the number, or null
 * @param timeBegin first instant of that time, or null where it is unknown
 * @param timeEnd first instant after it, or null
 */
public record Context(
    List<String> attributedTo,
    List<String> mentions,
    String attributionCue,
    Integer cueBegin,
    Integer cueEnd,
    boolean inQuote,
    String modality,
    List<String> hedges,
    String polarity,
    String timeSaid,
    Instant timeBegin,
    Instant timeEnd) {}
