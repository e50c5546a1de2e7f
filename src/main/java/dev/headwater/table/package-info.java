/** The contract of every table: name, row, key, partitioning, order and comments, in one place. */
package dev.headwater.table;
