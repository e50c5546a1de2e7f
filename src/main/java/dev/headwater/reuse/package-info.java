/** Shared text between articles: n-grams, candidates, alignment, kinds of reuse, direction. */
package dev.headwater.reuse;
