package dev.glovebox.image;

import dev.glovebox.jail.Jail;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the jail in which images are made: of the tier in which they will be used. */
@FunctionalInterface
public interface JailSource {
  /**
   * Opens one; the caller closes it.
   *
   * @param java of the runtime that children use
   * @param scratch for the jail's own files
   * @param output what children may write
   * @throws IOException if the machine has no such jail
   */
  Jail open(Path java, Path scratch, Path output) throws IOException;
}
