package dev.glovebox.prepare.java;

import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.strategy.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Runs the JDK's compiler over one checked source, on a stack that is larger than anything that
 * passes the caps can use.
 *
 * <p>It sees the module {@code java.base} and the strategy API; no source path, no processors. A
 * compiler thread cannot be stopped: one that is late is left behind, for the process is
 * disposable.
 */
final class JavaCompilation {
  /** How long one compilation may take; the host's own deadline stands behind it. */
  static final Duration COMPILE_LIMIT = Duration.ofSeconds(20);

  private static final long STACK_BYTES = 512L * 1024 * 1024;

  // Concatenation is compiled to StringBuilder, for a call site of its own would compute constants.
  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "25",
          "--limit-modules",
          "java.base",
          "-proc:none",
          "-implicit:none",
          "-XDstringConcat=inline",
          "-g:lines",
          "-parameters",
          "-nowarn",
          "-Xmaxerrs",
          "5");

  private JavaCompilation() {}

  /**
   * Class files of {@code text} by internal name.
   *
   * @throws SourceRefusedException if it does not compile, or not in time
   */
  static Map<String, byte[]> compile(String text) {
    return compile(text, COMPILE_LIMIT);
  }

  static Map<String, byte[]> compile(String text, Duration limit) {
    CompletableFuture<Map<String, byte[]>> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                done.complete(compiled(text));
              } catch (StackOverflowError e) {
                done.completeExceptionally(
                    new SourceRefusedException(
                        Refusal.of(RefusalCode.SOURCE_DEPTH, "the code nests too deeply")));
              } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            },
            "compiler",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SourceRefusedException refused) {
        throw refused;
      }
      throw new IllegalStateException("the compiler failed", e.getCause());
    } catch (TimeoutException e) {
      throw new SourceRefusedException(
          Refusal.of(
              RefusalCode.COMPILE_DEADLINE,
              "compiling took longer than " + limit.toSeconds() + " s: simplify its types"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while compiling", e);
    }
  }

  private static Map<String, byte[]> compiled(String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(said, Locale.ROOT, null);
        CompilerFiles files = new CompilerFiles(standard)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(api()));
      standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      boolean taken =
          compiler
              .getTask(
                  Writer.nullWriter(),
                  files,
                  said,
                  OPTIONS,
                  null,
                  List.of(CompilerFiles.source(text)))
              .call();
      if (!taken) {
        throw new SourceRefusedException(refusal(said.getDiagnostics()));
      }
      return Map.copyOf(files.classes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path api() {
    try {
      return Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the image lacks the strategy API", e);
    }
  }

  private static Refusal refusal(List<Diagnostic<? extends JavaFileObject>> said) {
    for (Diagnostic<? extends JavaFileObject> one : said) {
      if (one.getKind() == Diagnostic.Kind.ERROR) {
        long line = Math.max(0, one.getLineNumber());
        long column = Math.max(0, one.getColumnNumber());
        return new Refusal(
            RefusalCode.JV000, plain(one.getMessage(Locale.ROOT)), (int) line, (int) column);
      }
    }
    return Refusal.of(RefusalCode.JV000, "the source does not compile");
  }

  // One line of what people can read; the source behind it may hold anything that is ASCII.
  private static String plain(String message) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      text.append(c >= ' ' && c <= '~' ? c : ' ');
    }
    return text.toString().strip().replaceAll(" {2,}", " ");
  }
}
