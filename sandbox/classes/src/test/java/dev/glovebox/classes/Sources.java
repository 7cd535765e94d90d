package dev.glovebox.classes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles tests' sources as preparation does, against the class path of the tests. */
final class Sources {
  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "25",
          "-proc:none",
          "-implicit:none",
          "-XDstringConcat=inline",
          "-g:lines",
          "-parameters",
          "-nowarn");

  private Sources() {}

  /** Root of the repository. */
  static Path root() {
    return Path.of(System.getProperty("glovebox.root", "../.."));
  }

  /** Class files by internal name. */
  static Map<String, byte[]> compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, null);
        Kept kept = new Kept(files)) {
      boolean done =
          compiler.getTask(null, kept, said, OPTIONS, null, List.of(new Text(source))).call();
      if (!done) {
        throw new IllegalArgumentException(said.getDiagnostics().toString());
      }
      return kept.classes;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the verifier is given for {@code source}, whose public class is {@code strategy}. */
  static PreparedClasses classes(String strategy, String source) {
    return PreparedClasses.of(AllowList.standard().sha256(), strategy, compile(source));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Candidate.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignored) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }
  }

  private static final class Kept extends ForwardingJavaFileManager<StandardJavaFileManager>
      implements StandardJavaFileManager {
    private final Map<String, byte[]> classes = new TreeMap<>();

    Kept(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String name,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      String internal = name.replace('.', '/');
      return new SimpleJavaFileObject(URI.create("class:///" + internal), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              classes.put(internal, toByteArray());
            }
          };
        }
      };
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
        Iterable<? extends java.io.File> files) {
      return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(java.io.File... files) {
      return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
      return fileManager.getJavaFileObjects(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(
        Iterable<String> names) {
      return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public void setLocation(
        JavaFileManager.Location location, Iterable<? extends java.io.File> path)
        throws IOException {
      fileManager.setLocation(location, path);
    }

    @Override
    public Iterable<? extends java.io.File> getLocation(JavaFileManager.Location location) {
      return fileManager.getLocation(location);
    }
  }
}
