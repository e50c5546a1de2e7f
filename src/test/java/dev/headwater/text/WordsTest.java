package dev.headwater.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @Test
  void readsRunsOfLettersAndDigits() {
    assertThat(words("Don't pay 6,700 Äcker, H2O."))
        .containsExactly("Don", "t", "pay", "6", "700", "Äcker", "H2O");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "磨坊昨夜烧毁。|磨 坊 昨 夜 烧 毁",
        "水車小屋がデータ|水 車 小 屋 が デ ー タ",
        "死者3000万人|死 者 3000 万 人",
        "โรงสีไฟไหม้|โ ร ง สี ไ ฟ ไ ห ม้",
        "ปี๒๕๖๗|ปี ๒๕๖๗",
        "ໂຮງສີ|ໂ ຮ ງ ສີ",
        "ABC社2号|ABC 社 2 号",
        "방앗간이 탔다|방앗간이 탔다",
        "𠀀𠀁|𠀀 𠀁"
      })
  void takesEachLetterForAWordWhereAScriptHasNoBlanks(String text, String expected) {
    assertThat(words(text)).containsExactly(expected.split(" "));
  }

  @Test
  void hashesAWordAloneAsInARun() {
    Words text = Words.of("火 火事 fire");

    assertThat(text.hash(0)).isEqualTo(text.hash(1)).isNotEqualTo(text.hash(2));
    assertThat(text.hash(3)).isEqualTo(Words.of("FIRE").hash(0));
  }

  @Property(tries = 500)
  void wordsLieApartAndHoldEveryLetter(@ForAll String text) {
    Words words = Words.of(text);
    int[] points = text.codePoints().toArray();
    int at = 0;
    for (int w = 0; w < words.size(); w++) {
      assertThat(words.begin(w)).isBetween(at, words.end(w) - 1);
      for (int p = at; p < words.begin(w); p++) {
        assertThat(Character.isLetterOrDigit(points[p])).isFalse();
      }
      at = words.end(w);
    }
    for (int p = at; p < points.length; p++) {
      assertThat(Character.isLetterOrDigit(points[p])).isFalse();
    }
  }

  private static List<String> words(String text) {
    Words words = Words.of(text);
    CodePoints points = CodePoints.of(text);
    List<String> all = new ArrayList<>();
    for (int w = 0; w < words.size(); w++) {
      all.add(points.slice(words.begin(w), words.end(w)));
    }
    return all;
  }
}
