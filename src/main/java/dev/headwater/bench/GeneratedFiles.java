package dev.headwater.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a generated corpus as JSON Lines, gzipped, in files of 5,000 articles. */
public final class GeneratedFiles {
  private static final long ARTICLES_A_FILE = 5_000;

  private GeneratedFiles() {}

  /** Writes all files into a folder, which is made. */
  public static void write(GeneratedNews news, Path folder) throws IOException {
    Files.createDirectories(folder);
    long files = (news.articles() + ARTICLES_A_FILE - 1) / ARTICLES_A_FILE;
    LongStream.range(0, files)
        .parallel()
        .forEach(file -> write(news, file, folder.resolve("part-%05d.jsonl.gz".formatted(file))));
  }

  private static void write(GeneratedNews news, long file, Path path) {
    long from = file * ARTICLES_A_FILE;
    long to = Math.min(news.articles(), from + ARTICLES_A_FILE);
    try (OutputStream bytes = new FastGzip(Files.newOutputStream(path));
        BufferedWriter writer =
            new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16)) {
      for (long index = from; index < to; index++) {
        writer.write(news.article(index).json());
        writer.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }

  /** Gzip at its fastest: invented words hardly compress better at any other level. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
