package dev.glovebox.jail.view;

import java.nio.file.Path;

/**
 * One file or folder of the machine that a jail shows.
 *
 * @param source where it is outside
 * @param inside where it is inside
 * @param writable only ever true while our own images are made
 */
public record Bind(Path source, String inside, boolean writable) {
  /** Shows {@code source} for reading. */
  public static Bind readOnly(Path source, String inside) {
    return new Bind(source, inside, false);
  }

  /** The same, with its source at {@code seen}. */
  public Bind from(Path seen) {
    return new Bind(seen, inside, writable);
  }
}
