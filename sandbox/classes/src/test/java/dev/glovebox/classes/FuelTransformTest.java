package dev.glovebox.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps are counted everywhere, and their end is the end. */
@Timeout(60)
final class FuelTransformTest {
  private static final ClassVerifier VERIFIER = new ClassVerifier();

  private static PreparedClasses prepared(String body) {
    String source =
        "import dev.glovebox.strategy.*; import java.util.*; import java.util.function.*;"
            + "public final class Endless extends Strategy { int n; int deep(int x) { return deep(x"
            + " + 1) + 1; } public String answer() { "
            + body
            + " } }";
    PreparedClasses compiled = Sources.classes("Endless", source);
    assertThat(VERIFIER.verify(compiled, Stage.COMPILED)).isEmpty();
    PreparedClasses prepared = FuelTransform.transform(compiled);
    assertThat(VERIFIER.verify(prepared, Stage.PREPARED)).isEmpty();
    return prepared;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;) n++;",
        "do { n++; } while (n != -1); return \"\";",
        "while (true) { switch (n) { case 0: continue; default: n++; } }",
        "while (true) { try { n /= 0; } catch (ArithmeticException e) { n++; } }",
        "while (true) { try { n++; } finally { n--; } }",
        "try { while (true) { n++; } } finally { n--; }",
        "try { while (true) { n++; } } finally { while (n != 0) { n++; n--; } }",
        "try { while (n >= 0) { n = 0; } } finally { while (n >= 0) { n = 0; } } return \"\";",
        "Runnable r = () -> { while (true) { n++; } }; r.run(); return \"\";",
        "new ArrayList<>(List.of(1, 2)).sort((a, b) -> { while (true) { n++; } }); return \"\";",
        "outer: while (true) { for (int i = 0; ; i++) { if (i > 3) continue outer; } }",
      })
  void endsWhatDoesNotEndAtTheSameStep(String body) throws Exception {
    PreparedClasses classes = prepared(body);
    for (int i = 0; i < 2; i++) {
      Metered.Ended ended = Metered.answer(classes, 20_000);
      assertThat(ended.spent()).isTrue();
      assertThat(ended.thrown()).containsInstanceOf(Error.class);
    }
  }

  @Test
  void countsTheSameStepsEachTime() throws Exception {
    PreparedClasses classes =
        prepared("for (int i = 0; i < 100; i++) { n += i; } return \"\" + n;");
    long least = least(classes);
    assertThat(least).isGreaterThan(100);
    for (int i = 0; i < 3; i++) {
      assertThat(least(classes)).isEqualTo(least);
    }
  }

  /** Fewest steps with which the answer comes. */
  private static long least(PreparedClasses classes) throws InterruptedException {
    long low = 0;
    long high = 1_000;
    while (low + 1 < high) {
      long middle = (low + high) / 2;
      if (Metered.answer(classes, middle).spent()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  @Test
  void endsCallsAtADepthThatIsCounted() throws Exception {
    Metered.Ended ended = Metered.answer(prepared("return \"\" + deep(0);"), Metered.STEPS);
    assertThat(ended.deep()).isTrue();
    assertThat(ended.thrown()).containsInstanceOf(Error.class);
  }

  @Test
  void returnsToItsDepthAfterExceptions() throws Exception {
    PreparedClasses classes =
        prepared(
            "for (int i = 0; i < 5000; i++) { try { List.of(1).forEach(x -> { throw new"
                + " IllegalStateException(); }); } catch (IllegalStateException e) { n++; } }"
                + " return \"\" + n;");
    Metered.Ended ended = Metered.answer(classes, Metered.STEPS);
    assertThat(ended.thrown()).isEmpty();
    assertThat(ended.result()).isEqualTo("5000");
  }

  @Test
  void stackThatEndsInTheLibraryEndsTheRunThoughFinallyThrowsAnother() throws Exception {
    // Without caught() the loop would go on, as far as the stack happened to reach.
    PreparedClasses classes =
        prepared(
            "List<Object> list = new ArrayList<>(); list.add(list); int zero = 0;"
                + " try { try { n = list.hashCode(); } finally { n = 1 / zero; } }"
                + " catch (ArithmeticException e) { return \"GOT-IN\"; } return \"no\";");
    Metered.Ended ended = Metered.answer(classes, Metered.STEPS);
    assertThat(ended.result()).isNotEqualTo("GOT-IN");
    assertThat(ended.deep()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enter", "step", "resume", "caught", "leave"})
  void refusesAFormThatLacksOneOfTheMetersCalls(String call) {
    PreparedClasses whole =
        prepared(
            "for (int i = 0; i < 9; i++) { try { n++; } catch (RuntimeException e) { n--; }"
                + " finally { n++; } } return \"\";");
    PreparedClasses cut = without(whole, call);
    assertThat(VERIFIER.verify(cut, Stage.PREPARED))
        .extracting(ClassDefect::code)
        .contains(ClassCode.JAVA_METER);
  }

  private static PreparedClasses without(PreparedClasses whole, String call) {
    ClassFile files = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);
    Map<String, byte[]> cut = new TreeMap<>();
    whole
        .classes()
        .forEach((name, bytes) ->
            cut.put(
                name,
                files.transformClass(
                    files.parse(bytes),
                    ClassTransform.transformingMethodBodies((to, element) -> {
                      if (element instanceof InvokeInstruction invoke
                          && Meter.owns(invoke.method())
                          && invoke.name().equalsString(call)) {
                        to.nop();
                      } else {
                        to.with(element);
                      }
                    }))));
    return PreparedClasses.of(whole.listSha256(), whole.strategy(), cut);
  }

  @Test
  void leavesNothingOfMathThatMayDiffer() {
    PreparedClasses classes =
        prepared(
            "DoubleUnaryOperator f = Math::log; return \"\" + f.applyAsDouble(2) + Math.exp(1);");
    assertThat(List.copyOf(classes.classes().values()))
        .allSatisfy(bytes -> {
          String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
          assertThat(text).doesNotContain("java/lang/Math");
        });
  }

  @Test
  void refusesABodyThatOutgrowsItsBranches() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      body.append("n += n * ").append(i + 40_000).append(";");
    }
    PreparedClasses compiled =
        Sources.classes(
            "Large",
            "public final class Large extends dev.glovebox.strategy.Strategy { int n; void f() { "
                + body
                + " } }");
    assertThat(VERIFIER.verify(compiled, Stage.COMPILED))
        .extracting(ClassDefect::code)
        .containsExactly(ClassCode.JAVA_CLASS_TOO_LARGE);
  }
}
