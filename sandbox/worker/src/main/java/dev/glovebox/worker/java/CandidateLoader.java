package dev.glovebox.worker.java;

import java.util.Optional;
import java.util.Set;

/**
 * Loads the classes of one candidate, and resolves for them what the positive list has and nothing
 * else: should the verification of a class file ever miss a name, it leads nowhere.
 */
final class CandidateLoader extends ClassLoader {
  /** Name of the loader in stack traces. */
  static final String NAME = "strategy";

  /**
   * What the JVM itself asks for on behalf of lambdas, records, pattern switches and the meter. No
   * verified class names them but there.
   */
  private static final Set<String> LINKAGE =
      Set.of(
          "dev.glovebox.strategy.guest.Meter",
          "java.lang.Class",
          "java.lang.MatchException",
          "java.lang.Object",
          "java.lang.String",
          "java.lang.Throwable",
          "java.lang.invoke.CallSite",
          "java.lang.invoke.ConstantBootstraps",
          "java.lang.invoke.ConstantCallSite",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.MethodHandle",
          "java.lang.invoke.MethodHandles",
          "java.lang.invoke.MethodHandles$Lookup",
          "java.lang.invoke.MethodType",
          "java.lang.invoke.TypeDescriptor",
          "java.lang.runtime.ObjectMethods",
          "java.lang.runtime.SwitchBootstraps");

  static {
    registerAsParallelCapable();
  }

  private final Candidate candidate;
  private Optional<String> refused = Optional.empty();

  CandidateLoader(Candidate candidate) {
    // Without a parent nothing is found that is not asked for below.
    super(NAME, null);
    this.candidate = candidate;
  }

  /** The first class that was asked for and may not be, if there was one. */
  Optional<String> refused() {
    return refused;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? found(name) : loaded;
    }
  }

  private Class<?> found(String name) throws ClassNotFoundException {
    byte[] file = candidate.files().get(name);
    if (file != null) {
      return defineClass(name, file, 0, file.length);
    }
    if (LINKAGE.contains(name) || candidate.resolvable().test(name)) {
      return Class.forName(name, false, CandidateLoader.class.getClassLoader());
    }
    if (refused.isEmpty()) {
      refused = Optional.of(name);
    }
    throw new ClassNotFoundException(name);
  }
}
