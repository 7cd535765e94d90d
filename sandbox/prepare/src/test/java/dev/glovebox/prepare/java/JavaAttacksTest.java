package dev.glovebox.prepare.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.prepare.source.SourceRefusedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hostile source is refused with its code, and does its deed where nothing refuses it. */
@Timeout(120)
final class JavaAttacksTest {
  private static final JavaForm FORMS = new JavaForm();

  static List<Attack> attacks() {
    return Attack.all();
  }

  @Test
  void areSixtyAtLeastAndNamedOnce() {
    assertThat(attacks()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(attacks().stream().map(attack -> attack.header("id"))).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefusedWithItsCode(Attack attack) {
    assertThatThrownBy(() -> FORMS.prepare(attack.bytes()))
        .isInstanceOfSatisfying(
            SourceRefusedException.class,
            refused ->
                assertThat(refused.refusal().code().name())
                    .as("%s", refused.refusal())
                    .isEqualTo(attack.header("refused")));
  }

  @ParameterizedTest
  @MethodSource("attacks")
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
