package dev.glovebox.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ordinary Java is taken, and computes what it computes without us. */
@Timeout(60)
final class ProgramsTest {
  private static final String ANSWER = "// answer: ";

  static List<Path> programs() {
    try (Stream<Path> files = Files.list(Sources.root().resolve("strategies/programs/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PreparedClasses compiled(Path file) {
    try {
      String name = String.valueOf(file.getFileName()).replace(".java", "");
      return Sources.classes(name, Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areSixtyAtLeast() {
    assertThat(programs()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isTakenAndAnswersAsWithoutUs(Path file) throws Exception {
    ClassVerifier verifier = new ClassVerifier();
    PreparedClasses compiled = compiled(file);
    assertThat(verifier.verify(compiled, Stage.COMPILED)).isEmpty();
    assertThat(verifier.verify(compiled, Stage.PREPARED)).isNotEmpty();
    PreparedClasses prepared = FuelTransform.transform(compiled);
    assertThat(verifier.verify(prepared, Stage.PREPARED)).isEmpty();
    assertThat(PreparedClasses.decode(prepared.encode()).sha256()).isEqualTo(prepared.sha256());
    assertThat(FuelTransform.transform(compiled).encode()).isEqualTo(prepared.encode());

    Metered.Ended ended = Metered.answer(prepared, Metered.STEPS);

    String expected =
        Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
            .filter(line -> line.startsWith(ANSWER))
            .findFirst()
            .orElseThrow()
            .substring(ANSWER.length());
    assertThat(ended.thrown()).isEmpty();
    assertThat(ended.result()).isEqualTo(expected);
  }
}
