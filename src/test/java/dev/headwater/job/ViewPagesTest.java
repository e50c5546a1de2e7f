package dev.headwater.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The pages of the views say what DESCRIBE says. */
class ViewPagesTest {
  /** The views beside the tables. */
  static final List<String> VIEWS = List.of("reprints", "source_months", "source_weeks");

  @Test
  void everyViewHasItsPage() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (String view : VIEWS) {
      List<List<String>> rows = new ArrayList<>();
      for (Row row : SampleRun.whole().spark().sql("DESCRIBE TABLE " + view).collectAsList()) {
        rows.add(
            List.of("`" + row.getString(0) + "`", "`" + row.getString(1) + "`", row.getString(2)));
      }
      pages.put(
          view,
          "# "
              + view
              + "\n\nA view, there for every reader of the published tables.\n\n"
              + Pages.table(List.of("column", "type", "meaning"), rows)
              + Pages.questions(view));
    }
    Pages.check("tables", pages);
  }
}
