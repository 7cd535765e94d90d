package dev.glovebox.classes;

import dev.glovebox.strategy.guest.MeteredThread;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Loads prepared classes as a worker does, each candidate in a loader of its own, and runs them.
 */
final class Metered {
  /** Steps of a test that is not about steps. */
  static final long STEPS = 10_000_000;

  static final int CALLS = 500;

  private Metered() {}

  /** What is left of the steps, what was thrown or given. */
  record Ended(Object result, Optional<Throwable> thrown, boolean spent, boolean deep) {}

  /** Loads {@code classes}; nobody verified them but the JVM. */
  static Class<?> load(PreparedClasses classes) throws ClassNotFoundException {
    ClassLoader loader =
        new ClassLoader(Metered.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.classes().get(name.replace('.', '/'));
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    return Class.forName(classes.strategy().replace('/', '.'), true, loader);
  }

  /** Runs {@code task} on a guest's thread with so many steps. */
  static Ended run(long steps, Callable<Object> task) throws InterruptedException {
    CompletableFuture<Object> done = new CompletableFuture<>();
    Guest guest =
        new Guest(() -> {
          try {
            done.complete(task.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    guest.begin(steps, CALLS);
    guest.start();
    guest.join();
    try {
      return new Ended(done.get(), Optional.empty(), guest.isSpent(), guest.isDeep());
    } catch (ExecutionException e) {
      return new Ended("", Optional.ofNullable(e.getCause()), guest.isSpent(), guest.isDeep());
    }
  }

  /** Runs {@code answer()} of a new strategy. */
  static Ended answer(PreparedClasses classes, long steps) throws InterruptedException {
    return run(
        steps,
        () -> {
          Class<?> type = load(classes);
          Object strategy = type.getConstructor().newInstance();
          try {
            return type.getMethod("answer").invoke(strategy);
          } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
              throw error;
            }
            throw (Exception) e.getCause();
          }
        });
  }

  private static final class Guest extends MeteredThread {
    Guest(Runnable task) {
      super(task, "guest", 64L * 1024 * 1024);
    }

    boolean isSpent() {
      return end().filter(dev.glovebox.strategy.guest.Meter::isSpent).isPresent();
    }

    boolean isDeep() {
      return end().filter(dev.glovebox.strategy.guest.Meter::isTooDeep).isPresent();
    }
  }
}
