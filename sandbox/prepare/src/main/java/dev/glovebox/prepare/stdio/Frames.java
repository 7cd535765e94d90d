package dev.glovebox.prepare.stdio;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Length-delimited protobuf messages: a varint length, then the message.
 *
 * <p>Both ends of a helper's stdin and stdout use these limits; nothing is allocated for a length
 * that is over the limit.
 */
public final class Frames {
  /** Largest message, in bytes. */
  public static final int FRAME_BYTES_MAX = 1024 * 1024;

  // Three bytes carry 21 bits, one bit more than FRAME_BYTES_MAX needs.
  private static final int LENGTH_BYTES_MAX = 3;

  private Frames() {}

  /**
   * Reads one message.
   *
   * @throws EOFException if the stream ends before or inside the frame
   * @throws IOException if the frame is over the limit or is not a {@code parser} message
   */
  public static <T extends MessageLite> T read(InputStream in, Parser<T> parser)
      throws IOException {
    int length = length(in);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("the stream ends inside a frame");
    }
    CodedInputStream coded = CodedInputStream.newInstance(bytes);
    T message = parser.parseFrom(coded);
    if (!coded.isAtEnd()) {
      throw new InvalidProtocolBufferException("the frame holds more than one message");
    }
    return message;
  }

  private static int length(InputStream in) throws IOException {
    int length = 0;
    for (int i = 0; i < LENGTH_BYTES_MAX; i++) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the stream ends before a frame");
      }
      length |= (next & 0x7F) << (7 * i);
      if (next < 0x80) {
        return checked(length);
      }
    }
    throw new IOException("the frame's length is too long");
  }

  private static int checked(int length) throws IOException {
    if (length > FRAME_BYTES_MAX) {
      throw new IOException("the frame has " + length + " bytes; at most " + FRAME_BYTES_MAX);
    }
    return length;
  }

  /**
   * Writes one message and flushes.
   *
   * @throws IOException if the message is over the limit, or the stream is broken
   */
  public static void write(OutputStream out, MessageLite message) throws IOException {
    int length = checked(message.getSerializedSize());
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    coded.writeUInt32NoTag(length);
    message.writeTo(coded);
    coded.flush();
    out.flush();
  }
}
