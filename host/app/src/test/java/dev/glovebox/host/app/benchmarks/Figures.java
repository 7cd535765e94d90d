package dev.glovebox.host.app.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Wall time and CPU time of one thing, measured several times. */
final class Figures {
  private final List<Double> walls = new ArrayList<>();
  private final List<Double> cpus = new ArrayList<>();

  /** One measurement, in seconds. */
  record Sample(double wall, double cpu) {
    static Sample of(long wallNanos, Duration cpu) {
      return new Sample(wallNanos / 1e9, cpu.toNanos() / 1e9);
    }
  }

  void add(Sample sample) {
    walls.add(sample.wall());
    cpus.add(sample.cpu());
  }

  /** Median, in seconds. */
  double wall() {
    return median(walls);
  }

  /** Median, in seconds. */
  double cpu() {
    return median(cpus);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f ms wall, %.0f ms CPU", wall() * 1e3, cpu() * 1e3);
  }
}
