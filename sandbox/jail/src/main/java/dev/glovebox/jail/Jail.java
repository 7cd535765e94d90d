package dev.glovebox.jail;

import java.io.IOException;
import java.util.List;

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

  /**
   * Starts one process with stdin and stdout as pipes.
   *
   * @throws IOException if the process or its private folder could not be made; nothing is left
   */
  JailedProcess start(ProcessImage image, ProcessLimits limits) throws IOException;

  /** Ends the threads of this jail; processes still alive are the business of their owners. */
  @Override
  void close();
}
