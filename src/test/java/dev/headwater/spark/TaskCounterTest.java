package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class TaskCounterTest {
  private final JavaSparkContext spark =
      JavaSparkContext.fromSparkContext(LocalSpark.cleanSession().sparkContext());

  @Test
  void countsAPartitionOnceHoweverOftenItsTaskIsRun() {
    List<Long> numbers = LongStream.range(0, 100).boxed().toList();
    TaskCounter even = TaskCounter.of(spark.sc(), "even");
    JavaRDD<Long> counted =
        spark
            .parallelize(numbers, 7)
            .map(
                number -> {
                  even.add(1 - number % 2);
                  return number;
                });
    assertThat(even.isZero()).isTrue();
    assertThat(counted.count()).isEqualTo(100);
    assertThat(even.value()).isEqualTo(50);
    assertThat(counted.count()).isEqualTo(100);
    assertThat(even.value()).isEqualTo(50);
  }

  @Test
  void aCopyCountsOnItsOwn() {
    TaskCounter counter = TaskCounter.of(spark.sc(), "one");
    spark.parallelize(List.of(1L, 2L, 3L), 3).foreach(counter::add);
    TaskCounter copy = counter.copy();
    copy.add(10L);
    assertThat(copy.value()).isEqualTo(16);
    assertThat(counter.value()).isEqualTo(6);
    copy.reset();
    assertThat(copy.isZero()).isTrue();
    assertThat(copy.value()).isZero();
  }
}
