package dev.glovebox.host.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a report come in chunks: whole ones replace what was there, others leave nothing. */
final class OutFolderTest {
  @TempDir private Path folder;

  @Test
  void aFileReplacesAnotherOnceItIsWhole() throws IOException {
    Files.writeString(folder.resolve("fills.csv"), "old");
    try (OutFolder.Incoming incoming = new OutFolder(folder).incoming()) {
      incoming.take("fills.csv", bytes("ne"), false);
      assertThat(folder.resolve("fills.csv")).hasContent("old");
      incoming.take("fills.csv", bytes("w"), true);
      incoming.take("empty.csv", ByteString.EMPTY, true);
      assertThat(incoming.names()).containsExactly("fills.csv", "empty.csv");
    }
    assertThat(folder.resolve("fills.csv")).hasContent("new");
    assertThat(left()).containsExactly("empty.csv", "fills.csv");
  }

  @Test
  void whatNeverBecomesWholeLeavesNothing() throws IOException {
    Files.writeString(folder.resolve("equity.csv"), "old");
    try (OutFolder.Incoming incoming = new OutFolder(folder).incoming()) {
      incoming.take("equity.csv", bytes("half"), false);
    }
    assertThat(folder.resolve("equity.csv")).hasContent("old");
    assertThat(left()).containsExactly("equity.csv");
  }

  @Test
  void aHostCannotNameAPathOrMixFiles() throws IOException {
    try (OutFolder.Incoming incoming = new OutFolder(folder).incoming()) {
      for (String name : List.of("../fills.csv", "/etc/passwd", ".hidden", "a.b.c", "", "A.csv")) {
        refuses(() -> incoming.take(name, bytes("x"), true));
      }
      incoming.take("one.csv", bytes("1"), false);
      refuses(() -> incoming.take("two.csv", bytes("2"), true));
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void aTerminalSeesTheFirstFillsAndTheirCount() {
    FillLines.Reader reader = new FillLines.Reader();
    reader.take("equity.csv", bytes("not\nthis\n"), true);
    reader.take(FillLines.FILE, bytes("time,pri"), false);
    reader.take(FillLines.FILE, bytes("ce\n"), false);
    IntStream.range(0, FillLines.KEPT_MAX + 1)
        .forEach(i -> reader.take(FillLines.FILE, bytes("fill " + i + "\n"), false));
    reader.take(FillLines.FILE, ByteString.EMPTY, true);
    FillLines lines = reader.lines();
    assertThat(lines.header()).isEqualTo("time,price");
    assertThat(lines.count()).isEqualTo(FillLines.KEPT_MAX + 1);
    assertThat(lines.first())
        .hasSize(FillLines.KEPT_MAX)
        .startsWith("fill 0")
        .endsWith("fill " + (FillLines.KEPT_MAX - 1));
  }

  private static void refuses(Runnable taking) {
    assertThatThrownBy(taking::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.INTERNAL));
  }

  private static ByteString bytes(String text) {
    return ByteString.copyFromUtf8(text);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
