package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.LocalSpark;
import dev.headwater.model.UserMistake;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse is read and written where it was made, by whatever name that place is called. */
class MovedWarehouseTest {
  @TempDir Path folder;

  private Path made;

  @BeforeEach
  void makeTables() {
    made = folder.resolve("made");
    Warehouse.write(LocalSpark.on(made));
  }

  @Test
  void aCopyIsRefusedBeforeItReadsOrWritesTheTablesItWasCopiedFrom() throws IOException {
    Path copy = folder.resolve("copy");
    FileUtils.copyDirectory(made.toFile(), copy.toFile());
    assertThatThrownBy(() -> Warehouse.read(LocalSpark.on(copy)))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("was made at")
        .hasMessageContaining(made.toString())
        .hasMessageContaining("moved or copied");
    assertThatThrownBy(() -> Warehouse.write(LocalSpark.on(copy))).isInstanceOf(UserMistake.class);
  }

  @Test
  void anotherNameOfTheSameFolderIsNoCopy() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), made);
    assertThat(Warehouse.read(LocalSpark.on(link)).table(Tables.RELEASES)).isNotNull();
    assertThat(Warehouse.write(LocalSpark.on(link)).release()).isEmpty();
  }
}
