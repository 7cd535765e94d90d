package dev.glovebox.worker.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.ParameterValue;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.worker.InProcess;
import dev.glovebox.worker.Market;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs in Java end, and what they are told. */
@Timeout(60)
class JavaGuestTest {
  private static final int BARS = 60;

  private static Fault fault(String body) {
    return JavaStrategies.run(JavaStrategies.onBar(body)).failure();
  }

  /** As a guest would end that verified nothing. */
  private static InProcess.Run trusted(PreparedClasses candidate) {
    return InProcess.run(
        JavaStrategies.start(candidate, Map.of()).build(),
        new Market(Market.waves(3)),
        1,
        JavaStrategies::trusting);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 32, BARS})
  void tripsTheBudgetAtTheSameStepInBlocksAndInLockStep(int block) {
    PreparedClasses candidate =
        JavaStrategies.onBar(
            """
            if (++seen == 21) {
              int n = 0;
              while (true) {
                n++;
                if (n % 1000 == 0) {
                  ctx.log("" + n);
                }
              }
            }
            """);
    InProcess.Run alone = JavaStrategies.run(candidate);
    InProcess.Run together = JavaStrategies.run(candidate, new Market(Market.waves(BARS)), block);
    assertThat(together.failure().getCode()).isEqualTo("BUDGET_EXCEEDED");
    assertThat(together.failure().getHook()).isEqualTo("onBar");
    assertThat(together.failure().getConsumed()).isEqualTo(20 % block);
    assertThat(together.log()).isEqualTo(alone.log()).hasSizeGreaterThan(100);
  }

  @Test
  void renewsTheBudgetForEachBarOfABlock() {
    PreparedClasses candidate =
        JavaStrategies.onBar("for (int i = 0; i < 300_000; i++) { seen += i; }");
    assertThat(JavaStrategies.run(candidate, new Market(Market.waves(BARS)), 32).fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (seen < 3) { try { while (true) { seen += 0; } } finally { seen++; continue; } }",
        "for (int i = 0; i < 300; i++) { try { ctx.buy(1); } finally { continue; } }"
      })
  void refusesAStrategyThatSwallowsItsEnd(String body) {
    Fault fault = fault(body);
    assertThat(fault.getCode()).isEqualTo("POLICY_VIOLATION");
    assertThat(fault.getMessage()).startsWith("JAVA_");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "while (true) { try { ctx.log(\"x\".repeat(9999)); } catch (Throwable t) { seen++; } }"
            + " | OUTPUT_LIMIT",
        "try { while (seen >= 0) { seen += 0; } } finally { ctx.log(\"late\"); } | BUDGET_EXCEEDED",
        "try { while (seen >= 0) { ctx.buy(1); } } finally { while (seen >= 0) { seen++; } } | INTENT_LIMIT",
        "try { while (seen >= 0) { ctx.log(\"x\".repeat(9999)); } } finally { seen++; } | OUTPUT_LIMIT"
      })
  void endsAStrategyByTheLimitThatItMetFirst(String body, String code) {
    InProcess.Run run = JavaStrategies.run(JavaStrategies.onBar(body));
    assertThat(run.failure().getCode()).as("%s", run.fault()).isEqualTo(code);
    assertThat(run.log()).doesNotContain("late");
  }

  @Test
  void tellsOfAnExceptionWithClassLineAndMessage() {
    Fault fault = fault("throw new IllegalStateException(\"no \" + bar.instrument());");
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getHook()).isEqualTo("onBar");
    assertThat(fault.getExceptionClass()).isEqualTo("IllegalStateException");
    assertThat(fault.getMessage()).isEqualTo("no AAPL");
    assertThat(fault.getLine()).isEqualTo(9);
  }

  @Test
  void boundsWhatAnExceptionSaysOfItself() {
    PreparedClasses candidate =
        JavaStrategies.compile(
            "S",
            """
            import dev.glovebox.strategy.*;
            public final class S extends Strategy {
              static final class Endless extends RuntimeException {
                @Override public String getMessage() {
                  for (int i = 0; ; i++) {}
                }
              }
              @Override public void onBar(Context ctx, Bar bar) {
                throw new Endless();
              }
            }
            """);
    Fault fault = JavaStrategies.run(candidate).failure();
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getExceptionClass()).isEqualTo("Endless");
    assertThat(fault.getMessage()).isEmpty();
  }

  @Test
  void endsRecursionWithItsOwnCode() {
    PreparedClasses candidate =
        JavaStrategies.compile(
            "S",
            """
            import dev.glovebox.strategy.*;
            public final class S extends Strategy {
              int down(int n) { return n == 0 ? 0 : 1 + down(n - 1); }
              @Override public void onBar(Context ctx, Bar bar) { down(-1); }
            }
            """);
    assertThat(JavaStrategies.run(candidate).failure().getCode()).isEqualTo("RECURSION_LIMIT");
  }

  @ParameterizedTest
  @CsvSource({"198, 0", "199, 1"})
  void countsCallsToTheirLimit(int down, int faults) {
    // The hook itself is one of the 200 calls.
    PreparedClasses candidate =
        JavaStrategies.compile(
            "S",
            """
            import dev.glovebox.strategy.*;
            public final class S extends Strategy {
              int down(int n) { return n == 0 ? 0 : 1 + down(n - 1); }
              @Override public void onBar(Context ctx, Bar bar) { down(%d); }
            }
            """
                .formatted(down));
    assertThat(JavaStrategies.run(candidate).fault().stream()).hasSize(faults);
  }

  @Test
  void endsAFloodOfLog() {
    assertThat(fault("while (true) { ctx.log(\"x\".repeat(100_000)); }").getCode())
        .isEqualTo("OUTPUT_LIMIT");
  }

  @Test
  void endsAFloodOfOrders() {
    assertThat(fault("for (int i = 0; i < 300; i++) { ctx.buy(1); }").getCode())
        .isEqualTo("INTENT_LIMIT");
    assertThat(
            JavaStrategies.run(
                    JavaStrategies.onBar("for (int i = 0; i < 256; i++) { ctx.buy(1); }"))
                .fault())
        .isEmpty();
  }

  @Test
  void resolvesNothingThatIsNotListedThoughAClassFileNamesIt() {
    String source =
        """
        import dev.glovebox.strategy.*;
        public final class S extends Strategy {
          @Override public void onBar(Context ctx, Bar bar) {
            ctx.log("" + (System.getProperty("java.home") != null));
          }
        }
        """;
    PreparedClasses classes = JavaStrategies.compile("S", source);
    Fault fault = trusted(classes).failure();
    assertThat(fault.getCode()).isEqualTo("POLICY_VIOLATION");
    assertThat(fault.getMessage()).contains("java.lang.System");
    // The verification, which comes first, refuses it by name of the method.
    assertThat(JavaStrategies.run(classes).failure().getMessage()).contains("JAVA_");
    // With a list that has it the attack works: it is the loader that stopped it.
    Candidate all = new Candidate("S", new VerifiedClasses().candidate(classes).files(), _ -> true);
    InProcess.Run open =
        InProcess.run(
            JavaStrategies.start(classes, Map.of()).build(),
            new Market(Market.waves(3)),
            1,
            () -> new JavaGuest(_ -> all));
    assertThat(open.fault()).isEmpty();
    assertThat(open.log()).contains("true");
  }

  @Test
  void hidesTheWorkersOwnClassesAndTheRunsState() {
    for (String name :
        new String[] {
          "dev.glovebox.worker.WorkerMain", "dev.glovebox.strategy.guest.Run",
          "com.google.protobuf.ByteString", "org.graalvm.polyglot.Context"
        }) {
      CandidateLoader loader =
          new CandidateLoader(
              new VerifiedClasses()
                  .candidate(
                      JavaStrategies.compile("Template", JavaStrategies.example("Template"))));
      assertThat(catching(() -> Class.forName(name, false, loader)))
          .as(name)
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  private interface Attempt {
    Object make() throws Exception;
  }

  private static Throwable catching(Attempt attempt) {
    try {
      return new AssertionError("found " + attempt.make());
    } catch (Exception e) {
      return e;
    }
  }

  @Test
  void refusesAFormThatIsNotVerified() {
    JavaGuest guest =
        new JavaGuest(_ -> {
          throw new Verification.RefusedException("JAVA_METHOD_NOT_LISTED: no");
        });
    InProcess.Run run =
        InProcess.run(
            JavaStrategies.start(JavaStrategies.onBar(""), Map.of()).build(),
            new Market(Market.waves(3)),
            1,
            () -> guest);
    assertThat(run.failure().getCode()).isEqualTo("POLICY_VIOLATION");
    assertThat(run.ready()).isEmpty();
  }

  private static final String PARAMETERS =
      """
      import dev.glovebox.strategy.*;
      public final class S extends Strategy {
        private final String shown;
        public S(@Default("10") int fast, @Default("9000000000") long big,
            @Default("0.5") double share, @Default("true") boolean on, @Default("a b") String name) {
          shown = fast + " " + big + " " + share + " " + on + " " + name;
        }
        @Override public int warmupBars() { return 3; }
        @Override public void onBar(Context ctx, Bar bar) {
          if (ctx.barIndex() == 0) {
            ctx.log(shown + " " + ctx.params() + " " + ctx.warmingUp());
          }
        }
      }
      """;

  private static InProcess.Run parameters(Map<String, String> given) {
    return InProcess.run(
        JavaStrategies.start(JavaStrategies.compile("S", PARAMETERS), given).build(),
        new Market(Market.waves(3)),
        1,
        JavaStrategies::guest);
  }

  @Test
  void takesConstructorParametersWithTheirDefaults() {
    InProcess.Run run = parameters(Map.of("fast", " 20 ", "share", "1e22", "on", "no"));
    assertThat(run.log())
        .containsExactly(
            "20 9000000000 1.0E22 false a b {fast=20, big=9000000000, share=1.0E22, on=false,"
                + " name=a b} true");
    Ready ready = run.ready().orElseThrow();
    assertThat(ready.getWarmupBars()).isEqualTo(3);
    assertThat(ready.getStrategyClass()).isEqualTo("S");
    assertThat(ready.getParametersList().stream().map(JavaGuestTest::shown))
        .containsExactly(
            "fast int 20",
            "big int 9000000000",
            "share float 1e+22",
            "on bool false",
            "name str a b");
  }

  private static String shown(ParameterValue value) {
    return value.getName() + " " + value.getType() + " " + value.getValue();
  }

  @ParameterizedTest
  @CsvSource({
    "fast, 1.5, wants int", "fast, 3000000000, wants int", "big, x, wants long",
    "share, NaN, wants double", "share, 1d, wants double", "share, 1e999, wants double",
    "on, maybe, wants boolean", "slow, 3, 'unknown parameter ''slow''; S has fast, big'"
  })
  void refusesParametersThatCannotBe(String name, String value, String why) {
    Fault fault = parameters(Map.of(name, value)).failure();
    assertThat(fault.getCode()).isEqualTo("PARAMETER_INVALID");
    assertThat(fault.getMessage()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public void onBar(Context c, Bar b) {} public void onBars(Context c, Bars b) {} | both",
        "public void onTick(Context c, Bar b) {} | rename onTick to onBar(Context ctx, Bar bar)",
        "public void onBar(Bar b) {} | give the hook exactly these parameters",
        "public S(int fast) {} public void onBar(Context c, Bar b) {} | needs a default:"
            + " @Default(\"10\") int fast",
        "public S(@Default(\"1\") float x) {} public void onBar(Context c, Bar b) {} | is a float",
        "public S(@Default(\"x\") int x) {} public void onBar(Context c, Bar b) {} | is no int",
        "public S() {} public S(int x) {} public void onBar(Context c, Bar b) {} | exactly one",
        "public int warmupBars() { return -1; } public void onBar(Context c, Bar b) {} | from 0"
      })
  void saysWhatIsWrongWithAClass(String body, String why) {
    String source =
        "import dev.glovebox.strategy.*;\npublic final class S extends Strategy {" + body + "}";
    Fault fault = JavaStrategies.run(JavaStrategies.compile("S", source)).failure();
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getExceptionClass()).isEqualTo("StrategyShape");
    assertThat(fault.getMessage()).contains(why);
  }

  @Test
  void ordinaryJavaRuns() {
    InProcess.Run run =
        JavaStrategies.run(
            JavaStrategies.onBar(
                """
                enum Mood { UP, DOWN }
                record Pair(Mood mood, double by) {}
                Map<String, Pair> pairs = new TreeMap<>();
                pairs.put("a", new Pair(bar.close() > bar.open() ? Mood.UP : Mood.DOWN, 1.5));
                String text = switch ((Object) pairs.get("a")) {
                  case Pair(Mood m, double by) when by > 1 -> m.name().toLowerCase(Locale.ROOT);
                  default -> "none";
                };
                double sum = Arrays.stream(ctx.closes(3)).sum();
                if (ctx.barIndex() == 5) {
                  ctx.log(text + " " + (sum > 0) + " " + pairs.get("a").equals(pairs.get("a")));
                  ctx.log(new StringBuilder().append(ctx.history(9).size()).toString());
                }
                """));
    assertThat(run.fault()).as("%s", run.fault()).isEmpty();
    assertThat(run.log()).hasSize(2);
    assertThat(run.log().getLast()).isEqualTo("6");
  }
}
