package dev.glovebox.jail.bwrap;

import java.nio.file.Path;

/**
 * One file or folder of the machine that a jail shows.
 *
 * @param source where it is outside
 * @param inside where it is inside
 * @param writable only ever true while our own images are made
 */
record Bind(Path source, String inside, boolean writable) {
  static Bind readOnly(Path source, String inside) {
    return new Bind(source, inside, false);
  }

  Bind from(Path seen) {
    return new Bind(seen, inside, writable);
  }
}
