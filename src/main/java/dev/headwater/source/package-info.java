/** Outlets: their names, owners and records. */
package dev.headwater.source;
