package dev.glovebox.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One content has one encoding, and only that is read. */
final class PreparedClassesTest {
  private static final String LIST = "ab".repeat(32);

  private static PreparedClasses sample() {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    classes.put("B", new byte[] {1, 2, 3});
    classes.put("A", new byte[] {4});
    classes.put("a/C$1", new byte[0]);
    return PreparedClasses.of(LIST, "A", classes);
  }

  private static void assertRefused(ThrowingCallable call, ClassCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ClassesRefusedException.class,
            refused -> assertThat(refused.defect().code()).isEqualTo(code));
  }

  @Test
  void readsWhatItWrote() {
    PreparedClasses read = PreparedClasses.decode(sample().encode());
    assertThat(read.strategy()).isEqualTo("A");
    assertThat(read.listSha256()).isEqualTo(LIST);
    assertThat(read.classes().keySet()).containsExactly("A", "B", "a/C$1");
    assertThat(read.encode()).isEqualTo(sample().encode());
    assertThat(read.sha256()).isEqualTo(sample().sha256()).hasSize(64);
  }

  @Test
  void refusesEveryTruncationAndWhatFollows() {
    byte[] whole = sample().encode();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertRefused(() -> PreparedClasses.decode(cut), ClassCode.JAVA_ARCHIVE_MALFORMED);
    }
    assertRefused(
        () -> PreparedClasses.decode(Arrays.copyOf(whole, whole.length + 1)),
        ClassCode.JAVA_ARCHIVE_MALFORMED);
  }

  @Test
  void whateverIsReadIsItsOneEncoding() {
    Random random = new Random(7);
    byte[] whole = sample().encode();
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      PreparedClasses read;
      try {
        read = PreparedClasses.decode(changed);
      } catch (ClassesRefusedException _) {
        continue;
      }
      assertThat(read.encode()).isEqualTo(changed);
    }
  }

  @Test
  void refusesAtItsCaps() {
    byte[] most = new byte[ClassLimits.CLASS_BYTES_MAX];
    assertThat(PreparedClasses.of(LIST, "A", Map.of("A", most)).classes()).hasSize(1);
    assertRefused(
        () -> PreparedClasses.of(LIST, "A", Map.of("A", new byte[most.length + 1])),
        ClassCode.JAVA_CLASS_TOO_LARGE);
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < ClassLimits.CLASSES_MAX; i++) {
      many.put("C" + i, new byte[1]);
    }
    assertThat(PreparedClasses.of(LIST, "C0", many).classes()).hasSize(ClassLimits.CLASSES_MAX);
    many.put("D", new byte[1]);
    assertRefused(() -> PreparedClasses.of(LIST, "C0", many), ClassCode.JAVA_ARCHIVE_TOO_LARGE);
    Map<String, byte[]> large = Map.of("A", most, "B", most, "C", most, "D", new byte[1]);
    assertRefused(() -> PreparedClasses.of(LIST, "A", large), ClassCode.JAVA_ARCHIVE_TOO_LARGE);
    assertRefused(
        () -> PreparedClasses.decode(new byte[ClassLimits.ARCHIVE_BYTES_MAX + 1]),
        ClassCode.JAVA_ARCHIVE_TOO_LARGE);
    String longest = "x".repeat(ClassLimits.CLASS_NAME_CHARS_MAX);
    assertThat(PreparedClasses.of(LIST, longest, Map.of(longest, most)).strategy())
        .isEqualTo(longest);
    assertRefused(
        () -> PreparedClasses.of(LIST, longest + "x", Map.of(longest + "x", most)),
        ClassCode.JAVA_CLASS_NAME);
  }

  @Test
  void refusesNamesThatAreOthersOrNone() {
    for (String name :
        new String[] {
          "",
          "java/lang/X",
          "javax/X",
          "jdk/X",
          "sun/X",
          "com/sun/X",
          "dev/glovebox/X",
          "a//b",
          "/a",
          "a/",
          "a.b",
          "1a",
          "a-b",
          "a;",
          "[A",
          "caf\u00e9",
          "a b"
        }) {
      assertRefused(
          () -> PreparedClasses.of(LIST, name, Map.of(name, new byte[1])),
          ClassCode.JAVA_CLASS_NAME);
    }
  }

  @Test
  void refusesAStrategyThatIsNotThere() {
    assertRefused(
        () -> PreparedClasses.of(LIST, "X", Map.of("A", new byte[1])),
        ClassCode.JAVA_STRATEGY_CLASS);
  }
}
