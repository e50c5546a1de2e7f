package dev.headwater.claim;

import dev.headwater.model.Claim;
import java.util.List;

/**
 * What was read from one article: its claims, the numbers that are none, and whether its language
 * is one that is read at all.
 */
public record ClaimReading(
    List<Claim> claims, List<NonClaim> nonClaims, boolean unsupportedLanguage) {}
