package dev.glovebox.lockdown;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Main class of a probe: locks its process as a worker does before the first byte of a candidate,
 * and then runs a program that a reviewer of the jail brought along.
 *
 * <p>The program's class is named by the property {@link #PROGRAM}; its jar is the last of the
 * class path. It is given no arguments. End of file on stdin ends the process, as a worker's.
 */
public final class ProbeMain {
  /** Name of the class whose {@code main(String[])} is run. */
  public static final String PROGRAM = "glovebox.probe.program";

  /** There is no such program, or it threw. */
  public static final int EXIT_FAULT = 5;

  /** Whoever started the process is gone. */
  public static final int EXIT_HOST_GONE = 4;

  private ProbeMain() {}

  /** Runs the program in the locked process. */
  public static void main(String[] arguments) {
    // Loaded before the lock, because a worker's own classes are too.
    Method program = program(System.getProperty(PROGRAM, ""));
    Thread.ofPlatform().daemon().name("host-watch").start(() -> awaitEnd(System.in));
    Lockdown.enter();
    try {
      program.invoke(null, (Object) new String[0]);
    } catch (IllegalAccessException e) {
      fail("cannot run it: " + e);
    } catch (InvocationTargetException e) {
      fail("it threw " + e.getCause());
    }
    System.out.flush();
    Lockdown.halt(0);
  }

  private static Method program(String name) {
    try {
      Method main =
          Class.forName(name, false, ClassLoader.getSystemClassLoader())
              .getMethod("main", String[].class);
      // A class of a single file need not be public.
      main.setAccessible(true);
      return main;
    } catch (ReflectiveOperationException e) {
      fail("no program: " + e);
      throw new IllegalStateException(e);
    }
  }

  private static void fail(String why) {
    System.err.println("probe: " + why);
    System.out.flush();
    Lockdown.halt(EXIT_FAULT);
  }

  private static void awaitEnd(InputStream in) {
    try {
      while (in.read() >= 0) {
        // Nothing is said here.
      }
    } catch (IOException _) {
      // The same as its end.
    }
    Lockdown.halt(EXIT_HOST_GONE);
  }
}
