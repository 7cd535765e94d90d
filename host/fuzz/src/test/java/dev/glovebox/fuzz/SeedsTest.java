package dev.glovebox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each target with its seeds, and with every input that once found something, without a fuzzer. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SeedsTest {
  private static final Path FOUND = Path.of("src", "test", "resources", "found");

  /** Sound inputs, then those that once found something. */
  static List<byte[]> all(Target target) {
    return Stream.concat(
            target.seeds().stream(), Seeds.files(FOUND.resolve(target.word())).stream())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void findNothing(Target target) throws NoSuchMethodException {
    Method method = target.type().getMethod("fuzzerTestOneInput", byte[].class);
    List<byte[]> inputs = all(target);
    assertThat(inputs).isNotEmpty();
    for (int i = 0; i < inputs.size(); i++) {
      byte[] input = inputs.get(i);
      assertThatCode(() -> run(method, input)).as("input %d", i).doesNotThrowAnyException();
    }
  }

  private static void run(Method method, byte[] input) throws Throwable {
    try {
      method.invoke(null, (Object) input);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
