package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.service.SparkConnectService$;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Answers programs: a Spark Connect server over the published tables.
 *
 * <p>Input: the tables as of the last release when a client connects, or of {@code --release}.
 * Output: none; the job runs until it is stopped. Example: {@code jobs/submit serve --warehouse W},
 * then {@code SparkSession.builder().remote("sc://localhost:15002")} in a program.
 */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Answers programs by Spark Connect, until it is stopped with Ctrl-C.",
    footer = {
      "",
      "There is no password: whoever reaches the port reads as you do. Keep it on loopback, and",
      "let others come through a tunnel such as ssh -L 15002:localhost:15002 HOST."
    })
public final class ServeCommand implements Callable<Integer> {
  @Mixin private WarehouseOptions options;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen at (default: ${DEFAULT-VALUE}, this machine only).")
  private String address;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "15002",
      description = "Port to listen at; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--release",
      paramLabel = "RUN",
      description = "Show the tables as this run published them.")
  private String release;

  @Override
  public Integer call() throws InterruptedException {
    checkFree();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.connect.grpc.binding.address", address);
    settings.put("spark.connect.grpc.binding.port", Integer.toString(port));
    if (release != null) {
      settings.put(ServedSessions.RELEASE, release);
    }
    SparkSession spark =
        Sessions.serve(options.warehouse(), ServedSessions.class.getName(), settings);
    String run = ReleaseViews.kept(Warehouse.read(spark), release).runId();
    SparkConnectService$.MODULE$.start(spark.sparkContext());
    Progress.say(
        "serve",
        "release %s at sc://%s:%d; stop with Ctrl-C",
        run,
        address,
        SparkConnectService$.MODULE$.localPort());
    // Spark's own shutdown hook ends the service when the process is told to stop.
    new CountDownLatch(1).await();
    return 0;
  }

  /** Refuses a port that cannot be had, before Spark starts and tries it again and again. */
  private void checkFree() {
    if (port < 0 || port > 65_535) {
      throw new UserMistake("--port is " + port + "; give 0 to 65535.");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      throw new UserMistake(
          "Cannot listen at " + address + ":" + port + ": " + e.getMessage() + ".");
    }
  }
}
