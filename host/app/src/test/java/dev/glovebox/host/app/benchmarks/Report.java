package dev.glovebox.host.app.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Lines of a benchmark's output. */
final class Report {
  private Report() {}

  @SuppressWarnings("AnnotateFormatMethod") // one line of the report each
  static void say(String form, Object... values) {
    System.out.println("benchmark: " + String.format(Locale.ROOT, form, values));
  }

  /** How busy the machine is: who reads figures needs it. */
  static void load() {
    say(
        "load average %.2f on %d processors",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
  }

  /** Compares medians with a goal that both of their ratios must stay within. */
  static void goalAtMost(String what, Figures one, Figures other, double most) {
    double wall = one.wall() / other.wall();
    double cpu = one.cpu() / other.cpu();
    say(
        "%s: %.2f x wall, %.2f x CPU (goal <= %.2f x): %s",
        what, wall, cpu, most, wall <= most && cpu <= most ? "PASS" : "FAIL");
  }
}
