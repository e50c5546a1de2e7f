package dev.headwater.job;

import dev.headwater.Headwater;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import picocli.CommandLine.IVersionProvider;

/**
 * The version of the code that runs: that of the jar's manifest, and a checksum of the product's
 * own classes and word lists, so that a run of changed code is told from one before the change.
 */
public final class CodeVersion implements IVersionProvider {
  private static final String OWN = "dev/headwater/";

  /** The version, such as {@code 0.1.0+5c1d20ab}. */
  public static String version() {
    return Holder.VERSION;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"headwater " + version()};
  }

  private static String read() {
    String version = Headwater.class.getPackage().getImplementationVersion();
    try {
      Path code =
          Path.of(Headwater.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      long checksum = Files.isDirectory(code) ? ofFolder(code) : ofJar(code);
      return "%s+%08x".formatted(version == null ? "development" : version, checksum);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the product's own code", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The jar's directory holds a checksum of each entry: nothing is unpacked. */
  private static long ofJar(Path jar) throws IOException {
    try (JarFile opened = new JarFile(jar.toFile());
        Stream<? extends ZipEntry> entries = opened.stream()) {
      CRC32 all = new CRC32();
      entries
          .filter(entry -> entry.getName().startsWith(OWN))
          .map(entry -> entry.getName() + entry.getCrc())
          .sorted()
          .forEach(entry -> all.update(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      return all.getValue();
    }
  }

  private static long ofFolder(Path folder) throws IOException {
    CRC32 all = new CRC32();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.update(Files.readAllBytes(file));
      }
    }
    return all.getValue();
  }

  private static final class Holder {
    static final String VERSION = read();
  }
}
