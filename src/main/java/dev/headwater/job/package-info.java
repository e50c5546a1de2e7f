/**
 * Thin stages: read tables, call kernels, write tables.
 *
 * <p>What a stage uses more than once it keeps with {@code localCheckpoint}, never with {@code
 * persist}: after each write Spark makes its cached plans again from the tables as they are then,
 * so a cached row could change under the stage that is about to write it.
 */
package dev.headwater.job;
