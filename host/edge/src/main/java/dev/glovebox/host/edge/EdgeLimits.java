package dev.glovebox.host.edge;

/** What a peer may send; each is enforced by the transport before any of our code runs. */
public final class EdgeLimits {
  /** Largest request message, in bytes: a source or a chunk of 256 KiB with its envelope. */
  public static final int MESSAGE_BYTES_MAX = 512 * 1024;

  /** Largest chunk of a file in either direction, in bytes. */
  public static final int CHUNK_BYTES_MAX = 256 * 1024;

  /** Largest request metadata, in bytes. */
  public static final int METADATA_BYTES_MAX = 8 * 1024;

  /** Names of report files that one request may list. */
  public static final int REPORT_FILES_MAX = 16;

  /** Calls that one connection may have open. */
  public static final int STREAMS_PER_CONNECTION_MAX = 32;

  /** Stream resets that one connection may send per window. */
  public static final int RESETS_PER_WINDOW_MAX = 200;

  /** Window of {@link #RESETS_PER_WINDOW_MAX}, in seconds. */
  public static final int RESET_WINDOW_SECONDS = 30;

  /** Shortest interval between a peer's pings, in seconds. */
  public static final int PING_INTERVAL_SECONDS_MIN = 30;

  /** Longest TLS and HTTP/2 handshake, in seconds. */
  public static final int HANDSHAKE_SECONDS_MAX = 10;

  /** Longest wait for a peer that neither sends the next chunk nor reads the next answer. */
  public static final int PEER_IDLE_SECONDS_MAX = 60;

  /** Longest unix socket path, in bytes; macOS takes no more than 103. */
  public static final int SOCKET_PATH_BYTES_MAX = 100;

  private EdgeLimits() {}
}
