package dev.glovebox.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files that no compiler writes are refused, and work where nothing refuses them. */
@Timeout(120)
final class ClassVerifierTest {
  private static final ClassVerifier VERIFIER = new ClassVerifier();

  static List<HandMade> handMade() {
    return HandMade.all();
  }

  private static PreparedClasses classes(byte[] bytes) {
    return PreparedClasses.of(AllowList.standard().sha256(), "Attack", Map.of("Attack", bytes));
  }

  @ParameterizedTest
  @MethodSource("handMade")
  void refusesWithItsCode(HandMade made) {
    assertThat(VERIFIER.verify(made.archive(), Stage.COMPILED))
        .extracting(ClassDefect::code)
        .contains(made.refused());
    assertThat(VERIFIER.verify(made.archive(), Stage.PREPARED)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("handMade")
  void worksWhereNothingRefusesIt(HandMade made) throws Exception {
    if (made.works()) {
      Class<?> type = Metered.load(made.archive());
      Object strategy = type.getConstructor().newInstance();
      assertThat((String) type.getMethod("attack").invoke(strategy)).startsWith("GOT-IN");
    }
  }

  @Test
  void leavesToTheJvmWhatTheJvmDoesNotLink() {
    HandMadeClaims.leftToTheJvm()
        .forEach((name, bytes) -> {
          assertThat(VERIFIER.verify(classes(bytes), Stage.COMPILED)).as(name).isEmpty();
          assertThatThrownBy(() -> Metered.load(classes(bytes)).getConstructor().newInstance())
              .as(name)
              .isInstanceOf(LinkageError.class);
        });
  }

  @Test
  void takesWhatDiffersFromTheseInNothingElse() {
    byte[] innocent =
        HandMade.classOf(to ->
            to.withMethodBody(
                "attack", HandMade.ATTACK, 1, code -> code.loadConstant("x").areturn()));
    assertThat(VERIFIER.verify(classes(innocent), Stage.COMPILED)).isEmpty();
    PreparedClasses prepared = FuelTransform.transform(classes(innocent));
    assertThat(VERIFIER.verify(prepared, Stage.PREPARED)).isEmpty();
  }

  /** The transform leaves such a handler out; its entry would be counted, and be no entry. */
  @Test
  void refusesAHandlerThatGuardsItsOwnStoreAlone() {
    byte[] made =
        HandMade.attacking(code -> {
          Label entry = code.newLabel();
          Label end = code.newLabel();
          code.aconst_null()
              .labelBinding(entry)
              .astore(1)
              .labelBinding(end)
              .loadConstant("x")
              .areturn()
              .exceptionCatch(entry, end, entry, ClassDesc.of("java.lang.RuntimeException"));
        });
    assertThat(VERIFIER.verify(classes(made), Stage.COMPILED))
        .extracting(ClassDefect::code)
        .containsExactly(ClassCode.JAVA_CATCH_ORDER);
  }

  @Test
  void refusesAFormOfAnotherList() {
    PreparedClasses other =
        PreparedClasses.of("00".repeat(32), "Attack", Map.of("Attack", new byte[3]));
    assertThat(VERIFIER.verify(other, Stage.PREPARED))
        .extracting(ClassDefect::code)
        .containsExactly(ClassCode.JAVA_LIST_DIFFERS);
  }

  @Test
  void saysTheSameColdWarmAndOnSixteenThreads() throws Exception {
    List<PreparedClasses> inputs = new ArrayList<>();
    HandMade.all().forEach(made -> inputs.add(made.archive()));
    for (Path file : ProgramsTest.programs().subList(0, 4)) {
      inputs.add(ProgramsTest.compiled(file));
    }
    Callable<List<List<ClassDefect>>> verdicts =
        () -> inputs.stream().map(input -> VERIFIER.verify(input, Stage.COMPILED)).toList();
    List<List<ClassDefect>> cold = verdicts.call();
    try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
      List<Future<List<List<ClassDefect>>>> runs = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        runs.add(pool.submit(verdicts));
      }
      for (Future<List<List<ClassDefect>>> run : runs) {
        assertThat(run.get()).isEqualTo(cold);
      }
    }
  }
}
