package dev.headwater.job;

import dev.headwater.bench.ProcessorTime;
import dev.headwater.spark.Run;
import java.util.Map;

/**
 * A stage whose processor time is noted.
 *
 * @param stage what is run
 * @param seconds processor time by name of the stage; filled in as they run
 */
record MeteredStage(Stage stage, Map<String, Double> seconds) implements Stage {
  @Override
  public String name() {
    return stage.name();
  }

  @Override
  public String settings() {
    return stage.settings();
  }

  @Override
  public void run(Run run) {
    double before = ProcessorTime.seconds();
    stage.run(run);
    seconds.merge(name(), ProcessorTime.seconds() - before, Double::sum);
  }
}
