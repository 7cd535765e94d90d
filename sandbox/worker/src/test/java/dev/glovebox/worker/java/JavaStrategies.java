package dev.glovebox.worker.java;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.worker.InProcess;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.Strategies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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

  private static final List<String> REACHING_OUT = List.of("java.lang.System", "java.lang.Thread");

  /** What a strategy may name here: the API, and of the JDK all that does not reach out. */
  static final Predicate<String> LISTED =
      name ->
          name.startsWith("dev.glovebox.strategy.")
              ? !name.startsWith("dev.glovebox.strategy.guest.")
              : name.startsWith("java.") && !REACHING_OUT.contains(name);

  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "25",
          "-parameters",
          "-proc:none",
          "-implicit:none",
          "-XDstringConcat=inline",
          "-classpath",
          System.getProperty("java.class.path"));
  private static final ClassDesc METER = ClassDesc.of("dev.glovebox.strategy.guest.Meter");
  private static final List<Candidate> MADE = new ArrayList<>();

  private JavaStrategies() {}

  /** Compiles one source file; its first public class is the strategy. */
  static Candidate compile(String name, String source) {
    return compile(name, source, LISTED);
  }

  static Candidate compile(String name, String source, Predicate<String> listed) {
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
    Map<String, byte[]> plain = new TreeMap<>();
    files.forEach((file, bytes) -> plain.put(file, bytes.toByteArray()));
    Map<String, byte[]> metered = new TreeMap<>();
    plain.forEach((file, bytes) -> metered.put(file, metered(bytes, plain)));
    return new Candidate(name, metered, listed);
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

  /** A step at each entry and before each branch. */
  private static byte[] metered(byte[] file, Map<String, byte[]> all) {
    ClassHierarchyResolver own =
        ClassHierarchyResolver.ofResourceParsing(type -> {
          byte[] found = all.get(type.packageName() + type.displayName());
          return found == null ? null : new java.io.ByteArrayInputStream(found);
        });
    ClassFile files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                own.orElse(ClassHierarchyResolver.defaultResolver())));
    return files.transformClass(
        files.parse(file), ClassTransform.transformingMethodBodies(new Steps()));
  }

  private static final class Steps implements CodeTransform {
    private static void step(CodeBuilder code) {
      code.invokestatic(METER, "step", MethodTypeDesc.ofDescriptor("()V"));
    }

    @Override
    public void atStart(CodeBuilder code) {
      step(code);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof BranchInstruction) {
        step(code);
      }
      code.with(element);
    }
  }

  /** A start order for a candidate. */
  static Start.Builder start(Candidate candidate, Map<String, String> parameters) {
    byte[] form;
    synchronized (MADE) {
      MADE.add(candidate);
      form = ByteBuffer.allocate(Integer.BYTES).putInt(MADE.size() - 1).array();
    }
    return Strategies.start("", parameters)
        .setLanguage(JavaGuest.LANGUAGE)
        .setFileName(candidate.strategy() + ".java")
        .setPreparedForm(ByteString.copyFrom(form));
  }

  /** A new guest that knows the candidates of this JVM. */
  static JavaGuest guest() {
    return new JavaGuest(form -> {
      synchronized (MADE) {
        return MADE.get(ByteBuffer.wrap(form).getInt());
      }
    });
  }

  /** A strategy of one hook. */
  static Candidate onBar(String body) {
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

  static InProcess.Run run(Candidate candidate, Market market, int block) {
    return InProcess.run(start(candidate, Map.of()).build(), market, block, JavaStrategies::guest);
  }

  static InProcess.Run run(Candidate candidate) {
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
