/** The rows of every table: plain records, no Spark; a record is a table's row and its schema. */
package dev.headwater.model;
