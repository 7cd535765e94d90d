package dev.glovebox.worker.python;

import dev.glovebox.worker.guest.LogSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The guest engine of this process, interpreter only, in the sandbox policy CONSTRAINED.
 *
 * <p>Several contexts may share it (tests do); a worker makes one. A context has no files, no
 * processes, no threads, no host classes and no environment.
 */
public final class PythonEngine implements AutoCloseable {
  private static final String LANGUAGE = "python";
  private static final String COLLECTOR_CALLBACKS = "python.AutomaticAsyncActions";
  private static final String API = "/dev/glovebox/strategy/python/";
  private static final String OWN = "/dev/glovebox/worker/python/";

  private static final String LOADER =
      """
      def load(name, text, package, hidden):
          import sys
          module = sys.modules.get(name) or type(sys)(name)
          if package:
              module.__path__ = []
          module.__package__ = name if package else name.rpartition(".")[0]
          if not hidden:
              sys.modules[name] = module
          parent, _, child = name.rpartition(".")
          if parent:
              setattr(sys.modules[parent], child, module)
          exec(compile(text, "<" + name + ">", "exec", 0, True), module.__dict__)
          return module
      """;

  /** The modules of the strategy API, in the order in which they need each other. */
  public static final List<String> API_MODULES =
      List.of(
          "_hints",
          "_numbers",
          "_values",
          "_state",
          "_orders",
          "_context",
          "_inputs",
          "_averages",
          "_deviations",
          "_momentum",
          "_ranges",
          "_volumes",
          "indicators",
          "bars");

  /** Those of them that a run loads when somebody imports them. */
  private static final Set<String> LATER =
      Set.of(
          "_hints",
          "_inputs",
          "_averages",
          "_deviations",
          "_momentum",
          "_ranges",
          "_volumes",
          "indicators",
          "bars");

  /** Builtin modules about the machine, the network and other languages: a guest has none. */
  private static final Set<String> MACHINE_MODULES =
      Set.of(
          "_ctypes",
          "_hashlib",
          "_lsprof",
          "_multiprocessing",
          "_posixshmem",
          "_socket",
          "_ssl",
          "faulthandler",
          "fcntl",
          "jarray",
          "java",
          "mmap",
          "pwd",
          "readline",
          "resource",
          "select");

  private final Engine engine;
  private final CallDepth depth = new CallDepth();

  private PythonEngine(Engine engine) {
    this.engine = engine;
  }

  /** Starts the engine. */
  public static PythonEngine open() {
    FixedRandomness.install();
    // Callbacks of what the collector found would run inside the guest whenever it ran.
    System.setProperty(COLLECTOR_CALLBACKS, "false");
    return new PythonEngine(
        Engine.newBuilder(LANGUAGE)
            .sandbox(SandboxPolicy.CONSTRAINED)
            .option("engine.WarnInterpreterOnly", "false")
            .logHandler(OutputStream.nullOutputStream())
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .in(InputStream.nullInputStream())
            .build());
  }

  /** Makes a context with prelude and strategy API in it, ready for a strategy. */
  PythonContext context(long statementsMax) {
    AtomicBoolean tripped = new AtomicBoolean();
    LogSink log = new LogSink();
    ResourceLimits limits =
        ResourceLimits.newBuilder()
            .statementLimit(statementsMax, null)
            .onLimit(_ -> tripped.set(true))
            .build();
    Context context =
        Context.newBuilder(LANGUAGE)
            .engine(engine)
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(HostAccess.CONSTRAINED)
            .allowIO(IOAccess.newBuilder().fileSystem(new LibraryFiles()).build())
            .resourceLimits(limits)
            .out(log)
            .err(log)
            .in(InputStream.nullInputStream())
            .build();
    return populate(context, log, tripped);
  }

  private PythonContext populate(Context context, LogSink log, AtomicBoolean tripped) {
    context.eval(source(LOADER));
    Value load = context.eval(source("load"));
    // Taken before the prelude replaces it; the guest has no way to this value.
    Value recursionLimit = context.eval(source("__import__('sys').setrecursionlimit"));
    Value version =
        context.eval(source("'.'.join(map(str, __import__('sys').graalpy_version_info[:3]))"));
    Value recursionError = context.eval(source("RecursionError"));
    depth.watch(context);
    CallDepth.begin(recursionError);
    context.eval(source("del load"));
    removeModules(context);
    Value prelude = load(context, load, "_glovebox_prelude", text(OWN + "prelude.py"), true);
    Value absent = load(context, load, "_glovebox_absent", text(OWN + "absent.py"), true);
    // The list holds the engine's raw types, and its length tells when classes were collected.
    new BuiltinType(context, context.eval(source("type")))
        .replace("__subclasses__", absent.getMember("_subclasses"));
    loadApi(context, load);
    Value driver = load(context, load, "_glovebox_driver", text(OWN + "driver.py"), true);
    return new PythonContext(
        context,
        log,
        tripped,
        "graalpy " + version.asString(),
        prelude,
        driver,
        recursionLimit,
        recursionError);
  }

  private static void loadApi(Context context, Value load) {
    Value later = load(context, load, "_glovebox_later", text(OWN + "later.py"), true);
    Value offer = later.getMember("offer");
    load.execute("glovebox", "", true, false);
    for (String module : API_MODULES) {
      String name = "glovebox." + module;
      String text = text(API + "glovebox/" + module + ".py");
      if (LATER.contains(module)) {
        offer.executeVoid(name, text);
      } else {
        load(context, load, name, text, false);
      }
    }
    context.resetLimits();
    load.execute("glovebox", text(API + "glovebox/__init__.py"), true, false);
  }

  /** Takes away what belongs to the machine, before anything but the engine itself has run. */
  private static void removeModules(Context context) {
    context.enter();
    try {
      int removed = 0;
      Iterator<?> names = EngineParts.builtinModules().keySet().iterator();
      while (names.hasNext()) {
        if (MACHINE_MODULES.contains(names.next().toString())) {
          names.remove();
          removed++;
        }
      }
      if (removed != MACHINE_MODULES.size()) {
        throw new IllegalStateException("this engine has other modules of the machine");
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this engine keeps its modules in another way", e);
    } finally {
      context.leave();
    }
  }

  private static Source source(String text) {
    return Source.newBuilder(LANGUAGE, text, "<worker>").buildLiteral();
  }

  private static Value load(Context context, Value load, String name, String text, boolean hidden) {
    context.resetLimits();
    return load.execute(name, text, false, hidden);
  }

  private static String text(String resource) {
    try (InputStream in = PythonEngine.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the image lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the engine and whatever still runs in it. */
  @Override
  public void close() {
    engine.close(true);
  }
}
