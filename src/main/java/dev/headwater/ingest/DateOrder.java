package dev.headwater.ingest;

/** How a date of three bare numbers, such as 9/6/17, is read. */
public enum DateOrder {
  MONTH_FIRST,
  DAY_FIRST
}
