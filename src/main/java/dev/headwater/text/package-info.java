/** Words, sentences and spans of a text: the one place where code points and UTF-16 units meet. */
package dev.headwater.text;
