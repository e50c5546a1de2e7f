package dev.headwater.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * An HTML page as text, its blocks on lines of their own, with what its head says about it. Parsing
 * follows the HTML standard (jsoup); unknown parts are null.
 */
record PageText(
    String title,
    String siteName,
    String canonical,
    String byline,
    String date,
    String lang,
    String text) {
  private static final JsonFactory JSON = JsonFields.factory(ReadSettings.standard());
  private static final String UNREAD =
      "script,style,noscript,template,svg,iframe,button,select,nav,footer,form,aside,dialog";
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "main",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "tr",
          "blockquote",
          "figure",
          "figcaption",
          "pre",
          "address",
          "hr",
          "details",
          "summary",
          "body",
          "time");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "ul", "ol", "table", "blockquote", "figure", "pre", "header");
  private static final double ARTICLE_SHARE = 0.4;
  private static final int MOST_ARTICLES = 20;

  static PageText of(String html, String url) {
    Document page = Jsoup.parse(html, url == null ? "" : url);
    Map<String, String> linked = linkedData(page);
    Map<String, String> meta = meta(page);
    String canonical = attribute(page, "link[rel=canonical]", "href");
    String heading = words(page.selectFirst("h1"));
    String date =
        first(
            meta.get("article:published_time"),
            meta.get("datepublished"),
            linked.get("datePublished"),
            meta.get("og:published_time"),
            meta.get("publishdate"),
            meta.get("pubdate"),
            meta.get("date"),
            meta.get("dc.date"),
            meta.get("dc.date.issued"),
            meta.get("parsely-pub-date"),
            meta.get("sailthru.date"),
            attribute(page, "time[itemprop=datePublished],time[pubdate]", "datetime"),
            attribute(page, "[itemprop=datePublished]", "content"),
            attribute(page, "article time[datetime],header time[datetime]", "datetime"));
    String author = meta.get("article:author");
    return new PageText(
        first(
            meta.get("og:title"),
            heading,
            linked.get("headline"),
            words(page.selectFirst("title"))),
        first(meta.get("og:site_name"), linked.get("publisher.name"), meta.get("application-name")),
        first(canonical, meta.get("og:url")),
        first(
            meta.get("author"),
            linked.get("author.name"),
            linked.get("author"),
            author == null || author.contains("://") ? null : author,
            words(page.selectFirst("[rel=author],[itemprop=author],.byline"))),
        date,
        first(attribute(page, "html[lang]", "lang")),
        story(page));
  }

  private static String story(Document page) {
    page.select(UNREAD).remove();
    String whole = text(page.body());
    String best = "";
    int looked = 0;
    for (Element article : page.select("article,[itemprop=articleBody],main")) {
      if (++looked > MOST_ARTICLES) {
        break;
      }
      String text = text(article);
      best = text.length() > best.length() ? text : best;
    }
    return best.length() > whole.length() * ARTICLE_SHARE ? best : whole;
  }

  /** Text of an element: one line a block, a blank line around paragraphs. */
  private static String text(Element element) {
    StringBuilder text = new StringBuilder();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              append(text, words.getWholeText());
            } else {
              breakLine(text, node.nodeName());
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (!(node instanceof TextNode) && !node.nodeName().equals("br")) {
              breakLine(text, node.nodeName());
            }
          }
        });
    return text.toString().strip();
  }

  private static void append(StringBuilder text, String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      boolean spaced = text.isEmpty() || " \n".indexOf(text.charAt(text.length() - 1)) >= 0;
      if (!space) {
        text.append(c);
      } else if (!spaced) {
        text.append(' ');
      }
    }
  }

  private static void breakLine(StringBuilder text, String name) {
    boolean paragraph = PARAGRAPHS.contains(name);
    if (!paragraph && !BLOCKS.contains(name) && !name.equals("br")) {
      return;
    }
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    if (text.isEmpty()) {
      return;
    }
    boolean broken = text.charAt(text.length() - 1) == '\n';
    boolean blank = broken && text.length() > 1 && text.charAt(text.length() - 2) == '\n';
    text.append(broken ? "" : "\n").append(paragraph && !blank ? "\n" : "");
  }

  private static Map<String, String> meta(Document page) {
    Map<String, String> meta = new HashMap<>();
    for (Element element : page.select("meta[content]")) {
      for (String key : new String[] {"property", "name", "itemprop"}) {
        String name = element.attr(key).toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !element.attr("content").isBlank()) {
          meta.putIfAbsent(name, element.attr("content").strip());
        }
      }
    }
    return meta;
  }

  /** Fields of the page's schema.org objects; objects in a list or graph are looked into. */
  private static Map<String, String> linkedData(Document page) {
    Map<String, String> fields = new HashMap<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      try (JsonParser parser = JSON.createParser(script.data())) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            JsonFields.read(parser).forEach(fields::putIfAbsent);
          }
        }
      } catch (IOException e) {
        // Broken metadata is common; the page's other sources of the same facts remain.
        continue;
      }
    }
    return fields;
  }

  private static String attribute(Document page, String query, String name) {
    Element element = page.selectFirst(query);
    return element == null ? null : element.attr(name);
  }

  private static String words(Element element) {
    return element == null ? null : element.text();
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return null;
  }
}
