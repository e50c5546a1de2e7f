package dev.headwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShardTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void nothingInAShardCanEndItsScriptOrALine() {
    String hostile = "</script><script>alert(1)</script><!-- & \u2028 \u2029 \" \\ '";
    Shard shard = new Shard("clusters/all-0");
    shard.add("key</script>", "{\"title\":" + Shard.quoted(hostile) + "}");
    String file = new String(shard.content(), StandardCharsets.UTF_8);
    assertThat(file).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(page(file, "key</script>").get("title").asText()).isEqualTo(hostile);
  }

  @Property(tries = 300)
  void everyTextComesBackAsItWas(@ForAll String text) {
    Shard shard = new Shard("all-0");
    shard.add(text, "[" + Shard.quoted(text) + "]");
    String file = text(shard);
    // A lone half of a pair is no text, and UTF-8 has no bytes for it.
    String stored = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(page(file, stored).get(0).asText()).isEqualTo(stored);
  }

  @Test
  void shardsAreLimitedAndHoldOnePartEach() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ShardPacker packer = new ShardPacker("articles", files::put);
    String page = "\"" + "x".repeat(Shard.FULL / 3) + "\"";
    for (int i = 0; i < 10; i++) {
      packer.add("a", "a" + i, page);
    }
    packer.add("b", "b0", page);
    packer.add("ö", "ö", "1");
    List<ShardEntry> entries = packer.finish();
    assertThat(entries)
        .extracting(ShardEntry::name)
        .containsExactly(
            "articles/a-0",
            "articles/a-1",
            "articles/a-2",
            "articles/a-3",
            "articles/b-0",
            "articles/xc3b6-0");
    assertThat(entries)
        .extracting(ShardEntry::firstKey)
        .containsExactly("a0", "a3", "a6", "a9", "b0", "ö");
    assertThat(files).hasSize(6).containsKey("data/articles/a-0.js");
    assertThat(files.values()).allSatisfy(file -> assertThat(file).hasSizeLessThan(2 * Shard.FULL));
    List<String> keys = new ArrayList<>();
    for (byte[] file : files.values()) {
      pages(new String(file, StandardCharsets.UTF_8)).fieldNames().forEachRemaining(keys::add);
    }
    assertThat(keys).hasSize(12).doesNotHaveDuplicates();
  }

  private static String text(Shard shard) {
    return new String(shard.content(), StandardCharsets.UTF_8);
  }

  private static JsonNode page(String file, String key) {
    return pages(file).get(key);
  }

  /** The object that a shard hands to the site. */
  private static JsonNode pages(String file) {
    try {
      assertThat(file).startsWith("headwater.shard(\"").endsWith("});\n");
      return JSON.readTree(file.substring(file.indexOf(",{") + 1, file.length() - 3));
    } catch (IOException e) {
      throw new AssertionError("No JSON in " + file, e);
    }
  }
}
