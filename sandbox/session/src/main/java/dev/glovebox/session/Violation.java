package dev.glovebox.session;

/**
 * How a worker broke the protocol. The name is stable and stands first in the message of an end
 * whose code is PROTOCOL_VIOLATION, as in {@code FRAME_SEQUENCE: the worker sent ...}.
 */
enum Violation {
  /** It dialled more than once before the host took the first connection. */
  CONNECTION_SECOND,
  /** Not HTTP/2, or HTTP/2 that its own rules forbid: the host's stack refused it. */
  HTTP_REFUSED,
  /** An HTTP/2 frame of a kind, or with padding, that no worker sends. */
  HTTP_FRAME_KIND,
  /** An HTTP/2 frame longer than the host allows. */
  HTTP_FRAME_LENGTH,
  /** More bytes or pieces of headers than one call has. */
  HEADERS_FLOOD,
  /** More settings than a worker has reason to send. */
  SETTINGS_FLOOD,
  /** More pings than one frame of the host gives reason for. */
  PING_FLOOD,
  /** More window updates, empty data or acknowledgements than one frame gives reason for. */
  CONTROL_FLOOD,
  /** A second call, or headers after the call's headers. */
  STREAM_SECOND,
  /** The worker reset its stream. */
  STREAM_RESET,
  /** The worker closed its half of the stream without a last word. */
  STREAM_HALF_CLOSED,
  /** The worker closed the connection without a last word, and lives. */
  STREAM_CLOSED,
  /** The worker answers and yet does not read what the host sends. */
  STREAM_NOT_READ,
  /** A method that the host does not serve, or an encoding that it does not take. */
  METHOD_UNKNOWN,
  /** A message whose length is negative or more than 1 MiB. */
  MESSAGE_LENGTH,
  /** A message that cannot be read. */
  FRAME_UNREADABLE,
  /** Another version than ours. */
  FRAME_VERSION,
  /** A sequence number that does not rise by one. */
  FRAME_SEQUENCE,
  /** A frame that does not belong here: of another kind, or none. */
  FRAME_UNEXPECTED,
  /** Not the nonce of this worker. */
  NONCE_WRONG,
  /** An answer that was not asked for, or for sets that were not sent. */
  ANSWER_UNASKED,
  /** A value outside the bounds of worker.proto. */
  VALUE_OUT_OF_BOUNDS
}
