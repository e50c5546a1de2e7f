/** Thin stages: read tables, call kernels, write tables. */
package dev.headwater.job;
