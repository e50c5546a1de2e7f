/** The report: pages in shards, the words of the search, and the files of the site. */
package dev.headwater.report;
