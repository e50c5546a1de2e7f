/** The only generic Spark code: codec, table store, gates and components. */
package dev.headwater.spark;
