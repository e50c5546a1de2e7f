/** One number through many articles: links, drift, families and independent roots. */
package dev.headwater.trace;
