package dev.glovebox.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.prepare.form.NormalForm;
import dev.glovebox.prepare.form.PreparedForm;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.proto.worker.v1.Start;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Honest programs of every kind of syntax do the same as submitted and as prepared: the same
 * output, and the same error at the same submitted line, which is CPython's.
 */
@Timeout(300)
final class HonestProgramsTest {
  private static final int PROGRAMS_MIN = 200;

  /** What cannot be split, or not be proven, and is refused with its line. */
  private static final Map<String, RefusalCode> REFUSED =
      Map.of(
          // Text that = shows is part of the program's meaning, and a split would change it.
          "refused/fstring_debug_comprehension.py", RefusalCode.FORM_NOT_PROVEN,
          // After a backslash no new line can start where the statement stands.
          "refused/backslash_before_suite.py", RefusalCode.FORM_CONTINUATION,
          "refused/backslash_before_statement.py", RefusalCode.FORM_NOT_PROVEN,
          // Refused in any source: editors and parsers count lines and columns after it
          // differently.
          "layout/form_feed.py", RefusalCode.SOURCE_FORM_FEED);

  /** Where this engine is not CPython, whatever was done to the text: what ends it there. */
  private static final Map<String, Program.Raised> OF_THE_ENGINE =
      Map.of(
          // It has no except*.
          "suites/try_star_one_line.py", new Program.Raised("NotImplementedError", 2),
          "errors/exception_group.py", new Program.Raised("NotImplementedError", 3),
          // It names the line where an expression of several lines starts.
          "errors/method_chain.py", new Program.Raised("AttributeError", 6),
          // It fails itself: WORKER_FAULT.
          "generics/classes.py", new Program.Raised("", 0));

  private final NormalForm forms =
      new NormalForm(new PythonParser(System::nanoTime, Duration.ofSeconds(30)));

  static Stream<String> kinds() {
    return Program.all().stream().map(Program::kind).distinct();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void behaveTheSameBeforeAndAfterPreparation(String kind) {
    List<Program> programs =
        Program.all().stream()
            .filter(program -> program.kind().equals(kind) && !REFUSED.containsKey(program.name()))
            .toList();
    List<Behaviour> before = Behaviour.ofAll(programs.stream().map(this::submitted).toList());
    List<Behaviour> after = Behaviour.ofAll(programs.stream().map(this::prepared).toList());
    SoftAssertions soft = new SoftAssertions();
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      soft.assertThat(after.get(i)).as(program.name()).isEqualTo(before.get(i));
      soft.assertThat(new Program.Raised(after.get(i).type(), after.get(i).line()))
          .as("%s: %s", program, after.get(i))
          .isEqualTo(
              OF_THE_ENGINE.getOrDefault(
                  program.name(), program.error().orElse(Program.Raised.NOTHING)));
    }
    soft.assertAll();
  }

  private Start submitted(Program program) {
    List<Integer> ownLines = IntStream.rangeClosed(1, program.lines()).boxed().toList();
    return Behaviour.start(program.bytes(), ownLines);
  }

  private Start prepared(Program program) {
    PreparedForm form = forms.prepare(program.bytes());
    return Behaviour.start(form.bytes(), form.lineMap());
  }

  @Test
  void areEnoughAndAlmostAllTaken() {
    List<Program> all = Program.all();
    assertThat(all.size() - REFUSED.size()).isGreaterThanOrEqualTo(PROGRAMS_MIN);
    assertThat(all).extracting(Program::name).containsAll(REFUSED.keySet());
    assertThat(all).extracting(Program::name).containsAll(OF_THE_ENGINE.keySet());
    for (Program program : all) {
      RefusalCode refusal = REFUSED.get(program.name());
      if (refusal == null) {
        assertThat(forms.prepare(program.bytes()).bytes()).isNotEmpty();
      } else {
        assertThatThrownBy(() -> forms.prepare(program.bytes()))
            .isInstanceOfSatisfying(
                SourceRefusedException.class,
                thrown -> {
                  assertThat(thrown.refusal().code()).isEqualTo(refusal);
                  assertThat(thrown.refusal().line()).isPositive();
                });
      }
    }
  }
}
