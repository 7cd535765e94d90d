package dev.glovebox.prepare.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.strategy.Strategy;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each hostile source is refused with its code, or is for a worker to end; and does its deed where
 * nothing refuses it.
 */
@Timeout(120)
final class JavaAttacksTest {
  private static final JavaForm FORMS = new JavaForm();

  /** What a worker's deadline would have ended long ago. */
  private static final long RUNS_ON_SECONDS = 4;

  static List<Attack> attacks() {
    return Attack.all();
  }

  static List<Attack> deeds() {
    return attacks().stream()
        .filter(attack -> !attack.isAlone() && !attack.header("control").matches("(none: |text).*"))
        .toList();
  }

  static List<Attack> lone() {
    return attacks().stream()
        .filter(Attack::isAlone)
        .filter(attack -> attack.header("control").matches("got-in|runs-on"))
        .toList();
  }

  @Test
  void areSixtyAtLeastAndNamedOnce() {
    assertThat(attacks()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(attacks().stream().map(attack -> attack.header("id"))).doesNotHaveDuplicates();
    assertThat(attacks())
        .allMatch(attack ->
            attack
                .header("control")
                .matches("got-in|runs-on|text|throws \\w+|none: .{9,}|does not compile"));
    assertThat(lone()).hasSizeGreaterThan(9);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefusedWithItsCode(Attack attack) {
    if (attack.header("refused").equals("none")) {
      assertThat(FORMS.prepare(attack.bytes()).strategy()).isEqualTo("Attack");
      return;
    }
    assertThatThrownBy(() -> FORMS.prepare(attack.bytes()))
        .isInstanceOfSatisfying(
            SourceRefusedException.class,
            refused ->
                assertThat(refused.refusal().code().name())
                    .as("%s", refused.refusal())
                    .isEqualTo(attack.header("refused")));
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void worksWhereNothingRefusesIt(Attack attack) throws Exception {
    String control = attack.header("control");
    if (control.equals("does not compile")) {
      assertThatThrownBy(() -> JavaCompilation.compile(attack.text(), Duration.ofMinutes(1)))
          .isInstanceOf(SourceRefusedException.class);
      return;
    }
    Map<String, byte[]> classes = JavaCompilation.compile(attack.text(), Duration.ofMinutes(1));
    Class<?> type = Class.forName(named(attack), true, loader(classes));
    if (attack.file().endsWith("no_strategy.java")) {
      assertThat(Modifier.isAbstract(type.getModifiers())).isTrue();
      return;
    }
    Object strategy = type.getConstructor().newInstance();
    if (control.startsWith("throws ")) {
      // The meter is there and answers: only the thread is no guest's.
      assertThatThrownBy(() -> type.getMethod("attack").invoke(strategy))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(control.substring(7)));
      return;
    }
    assertThat((String) type.getMethod("attack").invoke(strategy)).startsWith("GOT-IN");
  }

  /** What fills memory or does not end has a process of its own here as well. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("lone")
  void worksAloneWhereNothingEndsIt(Attack attack, @TempDir Path folder) throws Exception {
    for (Map.Entry<String, byte[]> entry :
        JavaCompilation.compile(attack.text(), Duration.ofMinutes(1)).entrySet()) {
      Files.write(folder.resolve(entry.getKey() + ".class"), entry.getValue());
    }
    Process process = started(folder);
    try {
      if (attack.header("control").equals("runs-on")) {
        assertThat(process.waitFor(RUNS_ON_SECONDS, TimeUnit.SECONDS)).isFalse();
      } else {
        String said =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(said).startsWith("GOT-IN");
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process started(Path folder) throws IOException {
    List<String> path =
        List.of(folder.toString(), origin(AttackControl.class), origin(Strategy.class));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx3g",
            "-XX:+UseSerialGC",
            "-cp",
            String.join(File.pathSeparator, path),
            AttackControl.class.getName())
        .redirectErrorStream(true)
        .start();
  }

  private static String origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static String named(Attack attack) {
    return attack.text().contains("package dev.glovebox.strategy;")
        ? "dev.glovebox.strategy.Attack"
        : "Attack";
  }

  private static ClassLoader loader(Map<String, byte[]> classes) {
    return new ClassLoader(JavaAttacksTest.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name.replace('.', '/'));
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }
}
