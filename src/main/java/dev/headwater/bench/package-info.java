/** Predictions for scorers and measurements of speed; nothing here is part of a run. */
package dev.headwater.bench;
