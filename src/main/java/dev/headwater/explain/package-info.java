/** Why two articles are joined, how a claim was read, how roots were counted: pages in words. */
package dev.headwater.explain;
