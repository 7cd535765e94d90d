package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.SharedSeat;
import dev.glovebox.jail.WorkerEnd;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a run is held: a connection, and what the run's session may do to the process behind it.
 */
interface Place {
  /** The run's connection. */
  SocketChannel accepted();

  /** What the hello must carry. */
  ByteString nonce();

  /** What the process is confined by. */
  List<String> measures();

  /** What the process was started from. */
  Optional<ImageIdentity> image();

  /** Which place of a shared worker this is; empty if the process is the run's own. */
  Optional<SharedSeat> seat();

  /** Ends the process for this run. */
  void kill(WorkerEnd reason);

  /** The run ended so: ends the process unless others can go on in it. */
  void end(Ended ended);

  /**
   * The place of the run that the process was first ended for; empty if that was for none, or the
   * process is this run's own.
   */
  Optional<SharedSeat> endedFor();

  /** Waits for the end of the process. */
  Optional<ProcessExit> awaitExit(Duration atMost);

  /**
   * Whether the end of the process may be due to what it was asked at {@code askedNanos}, for all
   * that the host knows.
   */
  boolean mayHaveEndedBy(long askedNanos);

  /** Gives the place back, with the connection; ends the process unless it is settled. */
  void leave(Leaving how);

  /** How a run leaves its place. */
  enum Leaving {
    /** Its end was looked at when it came, or there is nothing to look at. */
    SETTLED,
    /** Its guest may still be computing, or nobody knows what it was found to be. */
    UNFINISHED,
    /** What it said is nothing that an honest worker says. */
    BREACHED
  }
}
