package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import scala.collection.Iterator;

/**
 * Refuses a SQL text that does more than look: tables change by jobs alone, and all of them
 * together.
 */
final class QueryOnly {
  private static final Set<String> LOOKING = Set.of("Describe", "Show", "Explain");

  /** Statements that Spark does not count among its commands. */
  private static final Set<String> DOING = Set.of("Call", "Execute", "Compound", "UnresolvedExec");

  private QueryOnly() {}

  /** Parses a text and throws {@link UserMistake} where a part of it is no query. */
  static void check(SparkSession spark, String sql) throws ParseException {
    org.apache.spark.sql.classic.SparkSession session =
        (org.apache.spark.sql.classic.SparkSession) spark;
    check(session.sessionState().sqlParser().parsePlan(sql));
  }

  /** The same for what was parsed already. */
  static void check(LogicalPlan plan) {
    String name = plan.getClass().getSimpleName();
    if (LOOKING.stream().anyMatch(name::startsWith)) {
      return;
    }
    boolean doing = plan instanceof Command || plan instanceof ParsedStatement;
    if (doing || DOING.stream().anyMatch(name::startsWith)) {
      throw new UserMistake(
          "The SQL cannot run: only SELECT, DESCRIBE, SHOW and EXPLAIN are allowed; jobs alone"
              + " change the tables.");
    }
    for (Iterator<LogicalPlan> children = plan.children().iterator(); children.hasNext(); ) {
      check(children.next());
    }
  }
}
