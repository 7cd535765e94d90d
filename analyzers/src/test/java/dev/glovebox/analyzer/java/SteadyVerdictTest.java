package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict is a function of the text: cold, warm, on many threads, and for hostile shapes. */
@Timeout(120)
final class SteadyVerdictTest {
  private static final int ROUNDS = 100;
  private static final int THREADS = 16;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final JavaAnalyzer analyzer = new JavaAnalyzer(RuleSet.javaCore(), LIMIT);

  private static byte[] source() throws IOException {
    return Files.readAllBytes(
        Path.of(
            System.getProperty("glovebox.root"),
            "strategies/attacks/java/handles/define_hidden_class.java"));
  }

  @Test
  void saysTheSameColdAndWarmAndOnManyThreads() throws Exception {
    byte[] source = source();
    Analysis first = analyzer.analyze(source);
    assertThat(first.flagged()).isTrue();
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(analyzer.analyze(source)).isEqualTo(first);
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Analysis>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(pool.submit(() -> analyzer.analyze(source)));
      }
      for (Future<Analysis> answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
    }
  }

  /** As deep and as long as passes the scan of the bytes. */
  static Stream<String> shapes() {
    return Stream.of(
        "x = " + "(".repeat(120) + "1" + ")".repeat(120) + ";",
        "x = " + "f(".repeat(120) + "1" + ")".repeat(120) + ";",
        "x = " + "(int) ".repeat(2_000) + "1;",
        "x = " + "1 + ".repeat(4_000) + "1;",
        "x = " + "-(-".repeat(60) + "1" + ")".repeat(60) + ";",
        "if (a) ".repeat(4_000) + "x = 1;",
        "do ".repeat(2_000) + "x = 1;" + " while (a);".repeat(2_000),
        "x = " + "a().".repeat(1_300) + "b();",
        "x = " + "a ? b : ".repeat(2_000) + "1;",
        "x = " + "a -> ".repeat(2_000) + "1;",
        "int[] x = {" + "1,".repeat(4_000) + "1};",
        "List<".repeat(100) + "A" + ">".repeat(100) + " x;",
        "String s = \"a\"" + " + \"b\"".repeat(4_000) + ";",
        "int v = 1;" + " v = v + 1;".repeat(4_000),
        "{".repeat(100) + "}".repeat(100));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void answersHostileShapes(String body) {
    String source = "class A extends Strategy { void f() { " + body + " } }";
    byte[] bytes = source.getBytes(StandardCharsets.US_ASCII);
    assertThat(analyzer.analyze(bytes)).isEqualTo(analyzer.analyze(bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "class A { // \\u000a | SOURCE_UNICODE_ESCAPE",
        "class A { int é; } | SOURCE_NOT_ASCII",
      })
  void refusesBeforeItParses(String source, RefusalCode code) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> analyzer.analyze(bytes))
        .isInstanceOfSatisfying(
            SourceRefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @Test
  void refusesCastsAndConditionsThatFollowEachOtherWithoutEnd() {
    for (String deep : List.of("(int) ", "if (a) ", "do ")) {
      String source = "class A { void f() { " + deep.repeat(4_097) + " } }";
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> analyzer.analyze(source.getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOfSatisfying(
              SourceRefusedException.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.SOURCE_CHAIN));
    }
  }

  @Test
  void namesThePlaceOfASyntaxError() {
    Analysis analysis =
        analyzer.analyze("class A {\n  int x = ;\n}\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(analysis.findings()).hasSize(1);
    assertThat(analysis.findings().getFirst().rule()).isEqualTo("JV000");
    assertThat(analysis.findings().getFirst().line()).isEqualTo(2);
  }
}
