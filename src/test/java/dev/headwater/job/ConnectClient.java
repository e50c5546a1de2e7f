package dev.headwater.job;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.connect.SparkSession;

/**
 * A program that asks a Spark Connect server: its address, then statements. Prints a line a row, or
 * the first line of what the server said against a statement.
 */
final class ConnectClient {
  private ConnectClient() {}

  public static void main(String[] words) {
    try (SparkSession spark = SparkSession.builder().remote(words[0]).create()) {
      for (int i = 1; i < words.length; i++) {
        try {
          for (Row row : spark.sql(words[i]).collectAsList()) {
            System.out.println(row);
          }
        } catch (Exception e) {
          System.out.println(e.getMessage().lines().findFirst().orElse(""));
        }
      }
    }
    System.exit(0);
  }
}
