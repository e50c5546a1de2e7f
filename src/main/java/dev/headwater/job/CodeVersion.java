package dev.headwater.job;

import dev.headwater.Headwater;
import picocli.CommandLine.IVersionProvider;

/** The version of the code that runs, from the jar's manifest. */
public final class CodeVersion implements IVersionProvider {
  /** The version, or {@code development} where the classes are not in a jar. */
  public static String version() {
    String version = Headwater.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"headwater " + version()};
  }
}
