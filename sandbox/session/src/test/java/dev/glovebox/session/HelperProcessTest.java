package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.session.AnalysisResult.Severity;
import dev.glovebox.session.BarImports.Stamp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class HelperProcessTest {
  private static final byte[] SOURCE = "a = 1\nb = 2\n".getBytes(StandardCharsets.UTF_8);
  private static final Duration WALL = Duration.ofSeconds(20);

  @TempDir Path scratch;
  private Jail jail;

  @BeforeEach
  void open() {
    jail = TestProcesses.jail(scratch);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    jail.close();
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void preparedFormArrivesWithItsLineMap() {
    assertThat(prepare("prepare", WALL))
        .isInstanceOfSatisfying(
            PreparedForm.class,
            form -> {
              assertThat(StandardCharsets.UTF_8.decode(form.form()).toString())
                  .isEqualTo("a = 1\nb = 2\n");
              assertThat(form.lineMap()).containsExactly(1, 2);
            });
  }

  @Test
  void findingsArriveWithTheirSeverity() {
    assertThat(analyze("analyze"))
        .isInstanceOfSatisfying(
            AnalysisResult.class,
            result -> {
              assertThat(result.findings()).hasSize(1);
              assertThat(result.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
            });
  }

  @Test
  void refusalCarriesCodeAndPlace() {
    assertThat(prepare("refuse", WALL)).isEqualTo(new RefusedInput("PY000", "no", 1, 2));
    assertThat(analyze("refuse")).isEqualTo(new RefusedInput("PY000", "no", 1, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "analyze,PROTOCOL_VIOLATION",
    "refuse-badly,PROTOCOL_VIOLATION",
    "nonce,PROTOCOL_VIOLATION",
    "version,PROTOCOL_VIOLATION",
    "empty,PROTOCOL_VIOLATION",
    "line-map,PROTOCOL_VIOLATION",
    "twice,PROTOCOL_VIOLATION",
    "garbage,PROTOCOL_VIOLATION",
    "oversized,PROTOCOL_VIOLATION",
    "cut,WORKER_FAULT",
    "memory,MEMORY_LIMIT",
    "early,WORKER_FAULT",
    "trace,WORKER_FAULT",
  })
  void badHelperIsNamedAndLeavesNothing(String mode, WorkerEnd reason) {
    assertThat(prepare(mode, WALL))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.message()).doesNotContain("trace that no user");
            });
  }

  @ParameterizedTest
  @CsvSource({"silent", "lingers"})
  void deadlineEndsAHelperThatDoesNotEnd(String mode) {
    // Shorter than the wait for the end of a helper that has answered.
    assertThat(prepare(mode, Duration.ofSeconds(1)))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE));
  }

  @Test
  void floodOfGoodFramesIsCutOff() {
    assertThat(prepare("flood", WALL))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(WorkerEnd.PROTOCOL_VIOLATION));
  }

  @ParameterizedTest
  @CsvSource({"severity", "no-manifest"})
  void analysisThatIsNotWholeIsAViolation(String mode) {
    assertThat(analyze(mode))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(WorkerEnd.PROTOCOL_VIOLATION));
  }

  @Test
  void sourceOverItsLimitIsNotSent() {
    assertThatThrownBy(
            () -> preparations("prepare", WALL).prepare("python", new byte[256 * 1024 + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void barsArriveInPiecesAndTheSummaryIsChecked() {
    List<BarRow> rows = new ArrayList<>();
    assertThat(importBars("import", rows, 600_000))
        .isEqualTo(new ImportSummary(5, 60, false, 1, 1));
    assertThat(rows)
        .hasSize(5)
        .element(1)
        .extracting(BarRow::openTimeMicros)
        .isEqualTo(60_000_000L);
  }

  @Test
  void importRefusedBeforeTheFileIsReadStillTellsWhy() {
    assertThat(importBars("import-refuse-early", new ArrayList<>(), 8 * 1024 * 1024))
        .isEqualTo(new RefusedInput("BAR_HEADER_INVALID", "no", 1, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "import-order",
    "import-stamp",
    "import-high",
    "import-scale",
    "import-volume",
    "import-count",
    "import-misaligned",
    "import-gaps",
  })
  void barsOutsideTheirBoundsAreAViolation(String mode) {
    assertThat(importBars(mode, new ArrayList<>(), 10))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(WorkerEnd.PROTOCOL_VIOLATION));
  }

  @Test
  void sinkThatThrowsEndsTheImport() {
    assertThatThrownBy(() ->
            imports("import")
                .importBars(
                    InputStream.nullInputStream(),
                    Stamp.OPEN,
                    0,
                    bars -> {
                      throw new IllegalStateException("disk full");
                    }))
        .hasMessage("disk full");
  }

  private PreparationAnswer prepare(String mode, Duration wall) {
    return preparations(mode, wall).prepare("python", SOURCE);
  }

  private Preparations preparations(String mode, Duration wall) {
    return new Preparations(jail, image(mode), limits(wall), TestProcesses.nonces());
  }

  private AnalysisAnswer analyze(String mode) {
    return new Analyses(jail, image(mode), limits(WALL), TestProcesses.nonces())
        .analyze("python", SOURCE);
  }

  private ImportAnswer importBars(String mode, List<BarRow> rows, int fileBytes) {
    return imports(mode)
        .importBars(new ByteArrayInputStream(new byte[fileBytes]), Stamp.CLOSE, 0, rows::addAll);
  }

  private BarImports imports(String mode) {
    return new BarImports(jail, image(mode), limits(WALL), TestProcesses.nonces());
  }

  private static ProcessImage image(String mode) {
    return TestProcesses.image(FakeAnswerer.class, mode);
  }

  private static HelperLimits limits(Duration wall) {
    return new HelperLimits(new ProcessLimits(48, 16), wall, 4 * 1024 * 1024);
  }
}
