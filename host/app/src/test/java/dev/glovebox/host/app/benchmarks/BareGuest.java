package dev.glovebox.host.app.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.JavaCommand;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The guest engine in a plain process, with the runtime, the flags and the cache of a worker's
 * image. Its class is compiled against the image here, because nothing of the host may know it.
 */
final class BareGuest {
  private static final String NAME = "BareGuest";

  private final List<String> command;

  private BareGuest(List<String> command) {
    this.command = command;
  }

  /** Compiles it below {@code work}. */
  static BareGuest of(Path java, ProcessImage image, ProcessLimits limits, Path work)
      throws IOException {
    List<Path> classPath = new ArrayList<>(image.classPath());
    // Behind what the cache was made from: a longer class path keeps it in force.
    classPath.add(jar(work, image.classPath()));
    return new BareGuest(
        JavaCommand.of(
            java.toString(),
            image.jvmFlags(),
            limits,
            work.toString(),
            classPath.stream().map(Path::toString).toList(),
            NAME));
  }

  private static Path jar(Path work, List<Path> classPath) throws IOException {
    Path source = work.resolve(NAME + ".java");
    try (InputStream in = BareGuest.class.getResourceAsStream("/benchmarks/" + NAME + ".java")) {
      Files.copy(Optional.ofNullable(in).orElseThrow(), source);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-proc:none", "-cp", join(classPath), "-d", work.toString()),
                null,
                compiler
                    .getStandardFileManager(null, null, StandardCharsets.UTF_8)
                    .getJavaFileObjects(source))
            .call();
    assertThat(compiled).as(said.toString()).isTrue();
    Path jar = work.resolve(NAME + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(NAME + ".class"));
      Files.copy(work.resolve(NAME + ".class"), out);
    }
    return jar;
  }

  private static String join(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Starts it and returns when its first on_bar has returned. */
  Process started() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LANG", "C.UTF-8");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    said(process, "bar");
    return process;
  }

  /** The same, in a loop that only a kill can end. */
  Process spinning() throws IOException {
    Process process = started();
    process.getOutputStream().write('s');
    process.getOutputStream().flush();
    said(process, "spins");
    return process;
  }

  private static void said(Process process, String word) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
    assertThat(out.readLine()).isEqualTo(word);
  }
}
