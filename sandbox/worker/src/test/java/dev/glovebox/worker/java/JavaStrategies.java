package dev.glovebox.worker.java;

import com.google.protobuf.ByteString;
import dev.glovebox.classes.AllowList;
import dev.glovebox.classes.FuelTransform;
import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.worker.InProcess;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.Strategies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java strategies compiled and metered in this JVM, and runs of them. */
final class JavaStrategies {
  /** Folder of the examples. */
  static final Path EXAMPLES =
      Path.of(System.getProperty("glovebox.root"), "strategies/examples/java");

  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "25",
          "-parameters",
          "-proc:none",
          "-implicit:none",
          "-XDstringConcat=inline",
          "-g:lines",
          "-classpath",
          System.getProperty("java.class.path"));

  private static final Map<String, PreparedClasses> MADE = new ConcurrentHashMap<>();

  private JavaStrategies() {}

  /** Compiles one source file, whose class {@code name} is the strategy, and prepares it. */
  static PreparedClasses compile(String name, String source) {
    return MADE.computeIfAbsent(source, _ -> made(name, source));
  }

  private static PreparedClasses made(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> files = new TreeMap<>();
    JavaFileObject text =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter complaints = new StringWriter();
    try (JavaFileManager standard = compiler.getStandardFileManager(null, null, null)) {
      boolean good =
          compiler
              .getTask(complaints, new Kept(standard, files), null, OPTIONS, null, List.of(text))
              .call();
      if (!good) {
        throw new AssertionError(complaints.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> classes = new TreeMap<>();
    files.forEach((file, bytes) -> classes.put(file.replace('.', '/'), bytes.toByteArray()));
    return FuelTransform.transform(
        PreparedClasses.of(AllowList.standard().sha256(), name, classes));
  }

  /** Class files as the compiler hands them over. */
  private static final class Kept extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> files;

    Kept(JavaFileManager standard, Map<String, ByteArrayOutputStream> files) {
      super(standard);
      this.files = files;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("class:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return files.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
        }
      };
    }
  }

  /** A start order for a candidate. */
  static Start.Builder start(PreparedClasses candidate, Map<String, String> parameters) {
    return Strategies.start("", parameters)
        .setLanguage(JavaGuest.LANGUAGE)
        .setFileName(candidate.strategy() + ".java")
        .setPreparedForm(ByteString.copyFrom(candidate.encode()));
  }

  /** A new guest as a worker has it. */
  static JavaGuest guest() {
    return new JavaGuest(new VerifiedClasses());
  }

  /** A guest that takes classes unseen, with all else as a worker has it. */
  static JavaGuest trusting() {
    return new JavaGuest(form -> new VerifiedClasses().candidate(PreparedClasses.decode(form)));
  }

  /** A strategy of one hook. */
  static PreparedClasses onBar(String body) {
    return compile(
        "S",
        """
        import dev.glovebox.strategy.*;
        import dev.glovebox.strategy.indicators.*;
        import dev.glovebox.strategy.bars.*;
        import java.math.BigDecimal;
        import java.util.*;
        public final class S extends Strategy {
          int seen;
          @Override public void onBar(Context ctx, Bar bar) {
        %s
          }
        }
        """
            .formatted(body));
  }

  static InProcess.Run run(PreparedClasses candidate, Market market, int block) {
    return InProcess.run(start(candidate, Map.of()).build(), market, block, JavaStrategies::guest);
  }

  static InProcess.Run run(PreparedClasses candidate) {
    return run(candidate, new Market(Market.waves(60)), 1);
  }

  static String example(String name) {
    try {
      return Files.readString(EXAMPLES.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
