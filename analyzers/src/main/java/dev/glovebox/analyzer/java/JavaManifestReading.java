package dev.glovebox.analyzer.java;

import dev.glovebox.analyzer.StrategyManifest;

/** Reads what a source says of itself. */
final class JavaManifestReading {
  private JavaManifestReading() {}

  static StrategyManifest of(Facts facts) {
    return StrategyManifest.EMPTY;
  }
}
