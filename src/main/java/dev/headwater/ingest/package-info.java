/** Files of many formats become articles or rejects. */
package dev.headwater.ingest;
