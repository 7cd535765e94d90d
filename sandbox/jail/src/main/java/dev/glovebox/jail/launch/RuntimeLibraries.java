package dev.glovebox.jail.launch;

import dev.glovebox.jail.JavaCommand;
import dev.glovebox.jail.view.Bind;
import dev.glovebox.jail.view.Libraries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each Java runtime needs of the system's libraries, read once. Thread-safe. */
public final class RuntimeLibraries {
  private final Map<Path, List<Bind>> known = new ConcurrentHashMap<>();

  /**
   * Reads what {@code runtime} needs, of which most processes are; others are read when one starts.
   *
   * @param runtime home of a runtime
   * @throws IOException if it or what it needs cannot be read
   */
  public RuntimeLibraries(Path runtime) throws IOException {
    var _ = binds(runtime);
  }

  /**
   * Shows a process of {@code runtime} its libraries.
   *
   * @throws IOException if the runtime or what it needs cannot be read
   */
  List<Bind> binds(Path runtime) throws IOException {
    List<Bind> found = known.get(runtime);
    if (found == null) {
      found =
          Libraries.binds(
              Libraries.of(List.of(JavaCommand.in(runtime)), Libraries.ofRuntime(runtime)));
      known.put(runtime, found);
    }
    return found;
  }
}
