package dev.headwater.job;

import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * What every session of {@code serve} has: the published tables under their names, and a refusal of
 * everything that does more than look.
 *
 * <p>A client's session is a new one without temporary views. So the first statement of each makes
 * them, of the release that is the last one then: a session reads one release for as long as it
 * lives.
 */
public final class ServedSessions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  /** Setting with the run whose release to read; missing for the last one. */
  static final String RELEASE = "spark.headwater.release";

  /** Spark makes it by name. */
  public ServedSessions() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    // Before tables are looked for: by then the views must be there.
    extensions.injectHintResolutionRule(
        new AbstractFunction1<SparkSession, Rule<LogicalPlan>>() {
          @Override
          public Rule<LogicalPlan> apply(SparkSession session) {
            return new FirstStatement(session);
          }
        });
    return BoxedUnit.UNIT;
  }

  private static final class FirstStatement extends Rule<LogicalPlan> {
    private final SparkSession session;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean ready;

    FirstStatement(SparkSession session) {
      this.session = session;
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      if (begun.compareAndSet(false, true)) {
        makeViews();
        ready = true;
      }
      if (ready) {
        QueryOnly.check(plan);
      }
      return plan;
    }

    /** On a thread of its own: Spark's analyzer keeps its state by thread. */
    private void makeViews() {
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        CompletableFuture.runAsync(
                () -> {
                  SparkSession.setActiveSession(session);
                  Sessions.sized(session, 0);
                  ReleaseViews.create(Warehouse.read(session), session.conf().get(RELEASE, null));
                },
                thread)
            .join();
      } catch (CompletionException e) {
        begun.set(false);
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      } finally {
        thread.shutdown();
      }
    }
  }
}
