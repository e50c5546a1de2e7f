package dev.headwater;

import dev.headwater.job.BenchCommand;
import dev.headwater.job.ClaimsCommand;
import dev.headwater.job.DiffCommand;
import dev.headwater.job.ExitCodes;
import dev.headwater.job.ExplainCommand;
import dev.headwater.job.ExportCommand;
import dev.headwater.job.ForgetCommand;
import dev.headwater.job.IngestCommand;
import dev.headwater.job.MaintainCommand;
import dev.headwater.job.NightlyCommand;
import dev.headwater.job.QueryCommand;
import dev.headwater.job.ReportCommand;
import dev.headwater.job.ReprintsCommand;
import dev.headwater.job.RollbackCommand;
import dev.headwater.job.ServeCommand;
import dev.headwater.job.SourcesCommand;
import dev.headwater.job.SqlCommand;
import dev.headwater.job.TracesCommand;
import dev.headwater.job.WarmUpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The jobs by name: what {@code spark-submit … headwater.jar JOB} runs. */
@Command(
    name = "headwater",
    mixinStandardHelpOptions = true,
    versionProvider = dev.headwater.job.CodeVersion.class,
    description = "Who copied whom in the news, and what happened to the numbers on the way.",
    synopsisSubcommandLabel = "JOB",
    footer = {
      "",
      "Each job explains itself: jobs/submit JOB --help",
      "Options of spark-submit stand before JOB."
    },
    subcommands = {
      NightlyCommand.class,
      IngestCommand.class,
      ReprintsCommand.class,
      ClaimsCommand.class,
      TracesCommand.class,
      SourcesCommand.class,
      QueryCommand.class,
      SqlCommand.class,
      ServeCommand.class,
      ExplainCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      DiffCommand.class,
      RollbackCommand.class,
      ForgetCommand.class,
      MaintainCommand.class,
      BenchCommand.class,
      WarmUpCommand.class
    })
public final class Headwater {
  private Headwater() {}

  /** Runs a job and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Runs a job.
   *
   * @return 0 done, 1 a bug, or a cluster or store that failed, 2 the user's mistake, 3 a gate
   *     failed
   */
  public static int run(String... args) {
    CommandLine line = ExitCodes.handledBy(new CommandLine(new Headwater()));
    if (args.length == 0) {
      line.usage(System.err);
      return 2;
    }
    return ExitCodes.execute(line, args);
  }
}
