package dev.headwater.claim;

import java.math.BigDecimal;

/**
 * A unit of the unit tables: its code (UCUM, ISO 4217 or a bracketed code of our own), kind, base
 * unit, and the English name, singular. A value in the base unit is {@code (value + offset) *
 * factor}.
 */
public record Unit(
    String code, String kind, String base, BigDecimal factor, BigDecimal offset, String english) {}
