package dev.glovebox.jail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Stands in front of a child: confines its own process, and then becomes the child. */
public interface Launcher {
  /** Stable names of the measures that it adds, in the order of reports. */
  List<String> measures();

  /**
   * The command that ends in {@code child}.
   *
   * @param image what the child runs: its files can be read, and no others
   * @param folder the one folder that the child may write
   * @param child the child's own command line
   * @throws IOException if the image's runtime cannot be read
   */
  List<String> command(ProcessImage image, Path folder, List<String> child) throws IOException;
}
