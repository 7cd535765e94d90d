package dev.glovebox.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The committed list is what the policy, this JDK and the API give. {@code -Dglovebox.write=true}
 * writes it anew; what changed is then to be read line by line.
 */
final class AllowListTest {
  private static final Path MODULE =
      Path.of(System.getProperty("glovebox.root", "../.."), "sandbox", "classes", "src", "main");
  private static final Path LIST = MODULE.resolve("resources/dev/glovebox/classes/allowed.txt");

  /** Words of what gives a strategy a way out, a clock, an order of chance or another thread. */
  private static final List<String> NEVER =
      List.of(
          "java/lang/System",
          "java/lang/Runtime.",
          "java/lang/Process",
          "java/lang/Thread",
          "java/lang/ClassLoader",
          "java/lang/Module",
          "java/lang/reflect",
          "java/lang/invoke",
          "java/lang/ref/",
          "java/io/",
          "java/nio/",
          "java/net/",
          "java/util/concurrent",
          "java/util/ServiceLoader",
          "java/util/Timer",
          "java/util/UUID",
          "java/security",
          "identityHashCode",
          "java/util/IdentityHashMap",
          "java/util/WeakHashMap",
          "Clock",
          "getProperty",
          "getenv",
          "getInteger(Ljava/lang/String;",
          "getLong(Ljava/lang/String;",
          "java/util/Set.of(",
          "java/util/Map.of(",
          ".copyOf(Ljava/util/Map;",
          "parallel",
          "systemDefault",
          "Spliterator",
          "jdk/",
          "sun/",
          "/guest/",
          ".notify",
          ".wait(",
          "StackTrace",
          "dev/glovebox/host");

  @Test
  void listIsWhatThePolicyGives() throws Exception {
    String made = PolicyReading.of(MODULE.resolve("policy/policy.txt"));
    if (Boolean.getBoolean("glovebox.write")) {
      Files.createDirectories(LIST.getParent());
      Files.writeString(LIST, made, StandardCharsets.US_ASCII);
    }
    assertThat(Files.readString(LIST, StandardCharsets.US_ASCII)).isEqualTo(made);
  }

  @Test
  void holdsNothingThatLeadsOut() throws Exception {
    assertThat(Files.readAllLines(LIST, StandardCharsets.US_ASCII))
        .hasSizeGreaterThan(2_000)
        .filteredOn(line -> !line.startsWith("withheld "))
        .noneMatch(line -> NEVER.stream().anyMatch(line::contains));
  }

  @Test
  void takesAClassOnlyWhereEnumsNeedOne() throws Exception {
    assertThat(Files.readAllLines(LIST, StandardCharsets.US_ASCII))
        .filteredOn(line -> line.contains("Ljava/lang/Class;"))
        .filteredOn(line -> !line.startsWith("withheld "))
        .hasSize(4)
        .allMatch(line -> line.contains("Enum"));
  }

  @Test
  void withholdsWhatAnInterfaceCouldCallByItsName() {
    AllowList list = AllowList.standard();
    assertThat(list.isWithheld("parallelStream", "()Ljava/util/stream/Stream;")).isTrue();
    assertThat(list.isWithheld("printStackTrace", "()V")).isTrue();
    assertThat(list.isWithheld("finalize", "()V")).isTrue();
    assertThat(list.isWithheld("getClass", "()Ljava/lang/Class;")).isTrue();
    assertThat(list.isWithheld("stream", "()Ljava/util/stream/Stream;")).isFalse();
    assertThat(list.isWithheld("toString", "()Ljava/lang/String;")).isFalse();
  }

  @Test
  void catchesNothingThatEndsARun() {
    AllowList list = AllowList.standard();
    assertThat(
            List.of(
                "java/lang/Throwable",
                "java/lang/Error",
                "java/lang/StackOverflowError",
                "java/lang/OutOfMemoryError",
                "java/lang/VirtualMachineError",
                "java/lang/AssertionError"))
        .noneMatch(list::isCatchable);
    assertThat(list.isCatchable("java/lang/RuntimeException")).isTrue();
  }
}
