package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.Language;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.session.HelperFailed;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.Nonces;
import dev.glovebox.session.PreparationAnswer;
import dev.glovebox.session.Preparations;
import dev.glovebox.session.PreparedForm;
import dev.glovebox.session.RefusedInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sources within every cap that keep the compiler busy for minutes, or fill its memory. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class JavaPreparationTest {
  private static final String HEAD =
      "import dev.glovebox.strategy.*;\npublic final class Attack extends Strategy {\n";
  private static final String FOOT =
      "  @Override public void onBar(Context ctx, Bar bar) { ctx.log(\"\"); }\n}\n";

  /** Levels of inference in one expression; each makes all that is inside of it be looked at. */
  private static final int LEVELS = 50;

  private static final int EXPRESSIONS = 40;

  @TempDir private static Path sockets;
  private static AttackBench bench;

  @BeforeAll
  static void opens() throws Exception {
    bench = new AttackBench(sockets);
  }

  @AfterAll
  static void closes() throws IOException {
    if (bench != null) {
      bench.close();
    }
  }

  private static PreparationAnswer prepared(String source, Duration wall) {
    HelperLimits usual = HelperLimits.SOURCE;
    return new Preparations(
            bench.jail.jail(),
            bench.jail.images().prepare(Language.JAVA).image(),
            new HelperLimits(usual.memory(), wall, usual.outputBytesMax()),
            () -> new byte[Nonces.NONCE_BYTES])
        .prepare("java", source.getBytes(StandardCharsets.US_ASCII));
  }

  /** Types that are inferred from types that are inferred. */
  private static String endless() {
    String inferred = "1";
    for (int i = 0; i < LEVELS; i++) {
      inferred = "two(java.util.List.of(" + inferred + "), java.util.List.of())";
    }
    StringBuilder text = new StringBuilder(HEAD);
    text.append("  static <T> T two(T a, T b) { return a; }\n");
    for (int i = 0; i < EXPRESSIONS; i++) {
      text.append("  Object a" + i + "() { return " + inferred + "; }\n");
    }
    return text.append(FOOT).toString();
  }

  /** Constants that the compiler puts together: each is twice the one before. */
  private static String large() {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("  static final String A0 = \"" + "x".repeat(1_000) + "\";\n");
    for (int i = 1; i < 22; i++) {
      text.append("  static final String A%d = A%d + A%d;\n".formatted(i, i - 1, i - 1));
    }
    return text.append(FOOT).toString();
  }

  @Test
  void anOrdinaryStrategyIsPreparedInThatTime() {
    assertThat(prepared(HEAD + FOOT, HelperLimits.SOURCE.wall())).isInstanceOf(PreparedForm.class);
  }

  @Test
  void aCompilerThatDoesNotEndIsKilledAndNamed() {
    assertThat(prepared(endless(), Duration.ofSeconds(3)))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE));
  }

  /** Before the host's own deadline the preparation's is over, and says what is wrong. */
  @Test
  @Tag("long")
  void aCompilerThatDoesNotEndIsNamedByThePreparation() {
    assertThat(prepared(endless(), HelperLimits.SOURCE.wall()))
        .isInstanceOfSatisfying(
            RefusedInput.class,
            refused -> assertThat(refused.code()).isEqualTo("COMPILE_DEADLINE"));
  }

  /** The better compiler of profile bulk would leave out the message of what is thrown often. */
  @Test
  void whatIsThrownOftenKeepsItsMessage() {
    String often =
        HEAD
            + "  @Override public void onBar(Context ctx, Bar bar) {\n"
            + "    int[] one = new int[1];\n    String last = \"\";\n"
            + "    for (int i = 0; i < 60000; i++) {\n"
            + "      try { one[i % 7 + 1]++; } catch (ArrayIndexOutOfBoundsException e) {\n"
            + "        last = \"\" + e.getMessage();\n      }\n    }\n    ctx.log(last);\n  }\n}\n";
    PreparationAnswer answer = prepared(often, HelperLimits.SOURCE.wall());
    assertThat(answer).isInstanceOf(PreparedForm.class);
    ByteBuffer form = ((PreparedForm) answer).form();
    byte[] bytes = new byte[form.remaining()];
    form.get(bytes);
    Ending ending =
        new OneWorker(bench.jail, sockets).run(Profile.BULK, bytes, AttackBench.ACCIDENT);
    assertThat(ending.lines())
        .hasSize(OneWorker.BARS)
        .containsOnly("Index 3 out of bounds for length 1");
  }

  @Test
  void aCompilerThatFillsItsMemoryIsNamed() {
    assertThat(prepared(large(), HelperLimits.SOURCE.wall()))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(WorkerEnd.MEMORY_LIMIT));
  }
}
