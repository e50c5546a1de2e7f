/** Benchmarks and predictions for scorers: for people who work on the product. */
package dev.headwater.bench;
