package dev.glovebox.jail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Starts confined child processes of one tier. Thread-safe.
 *
 * <p>The host's side of every jail is the same: it kills, reaps and classifies. Tiers differ in
 * what stands between the process and the machine.
 */
public interface Jail extends AutoCloseable {

  /** The tier of every process this jail starts. */
  Tier tier();

  /** Stable names of the measures in force, for records and reports. */
  List<String> isolationMeasures();

  /** What {@code image} was found to be before its last start; empty if nobody looked. */
  default Optional<ImageIdentity> identity(ProcessImage image) {
    return Optional.empty();
  }

  /**
   * Starts one process with stdin and stdout as pipes.
   *
   * @param socket the unix socket that it may dial; it finds it at {@link JailedProcess#socket}
   * @throws IOException if the process or what it needs could not be made; nothing is left
   */
  JailedProcess start(ProcessImage image, ProcessLimits limits, Optional<Path> socket)
      throws IOException;

  /**
   * Starts one process that speaks by stdin and stdout alone.
   *
   * @throws IOException if the process or what it needs could not be made; nothing is left
   */
  default JailedProcess start(ProcessImage image, ProcessLimits limits) throws IOException {
    return start(image, limits, Optional.empty());
  }

  /** Ends the threads of this jail; processes still alive are the business of their owners. */
  @Override
  void close();
}
