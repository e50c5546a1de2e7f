<<<<<<< HEAD
/** Predictions for scorers and measurements of speed; nothing here is part of a run. */
=======
/** Benchmarks and predictions for scorers: for people who work on the product. */
>>>>>>> attribution
package dev.headwater.bench;
