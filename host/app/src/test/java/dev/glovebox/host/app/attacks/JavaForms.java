package dev.glovebox.host.app.attacks;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The forms of hostile Java with every check of preparation off, made by a JVM of their own. */
final class JavaForms {
  private static final Path TESTS = Path.of("sandbox/classes/target/glovebox-classes-tests.jar");
  private static final String MAIN = "dev.glovebox.classes.FormsMain";

  private final Map<String, byte[]> forms;

  private JavaForms(Map<String, byte[]> forms) {
    this.forms = forms;
  }

  static JavaForms make(AttackBench bench) throws IOException {
    Path tests = AttackBench.SURROUNDINGS.home().resolve(TESTS);
    Assumptions.assumeTrue(
        Files.isRegularFile(tests), "missing capability: test classes of the verifier; run verify");
    String path =
        Stream.concat(bench.jail.images().worker().image().classPath().stream(), Stream.of(tests))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                AttackBench.SURROUNDINGS.java().toString(),
                "-cp",
                path,
                MAIN,
                JavaAttack.ROOT.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, byte[]> forms = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      while (true) {
        String name = in.readUTF();
        byte[] form = new byte[in.readInt()];
        in.readFully(form);
        forms.put(name, form);
      }
    } catch (EOFException e) {
      return new JavaForms(forms);
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Whether the source compiles at all. */
  boolean has(JavaAttack attack) {
    return of(attack.name()).length > 0;
  }

  byte[] of(JavaAttack attack) {
    return of(attack.name());
  }

  byte[] of(String name) {
    return Objects.requireNonNull(forms.get(name), name);
  }

  /** Names of the class files that were made by hand. */
  List<String> handMade() {
    return forms.keySet().stream().filter(name -> !name.endsWith(".java")).toList();
  }
}
