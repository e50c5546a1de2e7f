/** Numeric claims of an article: numbers, units, frames, attribution and modality. */
package dev.headwater.claim;
