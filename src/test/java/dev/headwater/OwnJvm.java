package dev.headwater;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;

/** Programs of the tests in a process of their own. */
public final class OwnJvm {
  private OwnJvm() {}

  /**
   * The command of a program with the classes of the tests and a local Spark of one core.
   *
   * @param option a further option of the JVM
   * @param program its main class and its words
   */
  public static List<String> command(String option, String... program) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of(option, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dspark.master=local[1]", "-Duser.timezone=UTC"));
    command.add("-Dlog4j2.configurationFile=jobs/conf/log4j2.properties");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(program));
    return command;
  }
}
