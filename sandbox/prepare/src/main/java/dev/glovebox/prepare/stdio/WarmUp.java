package dev.glovebox.prepare.stdio;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.HelperRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * What a process that was started ahead does while it waits: it answers our own sample a few times,
 * so that its classes are loaded and compiled when the one request comes.
 */
public final class WarmUp {
  /** Set to {@code true} by a host that starts a process ahead of its request. */
  public static final String PROPERTY = "glovebox.warm";

  /** After so many the answer takes no less time. */
  private static final int ANSWERS = 25;

  private static final String SAMPLE = "rehearsal.py";
  private static final String JAVA_SAMPLE = "Rehearsal.java";

  private WarmUp() {}

  /** Whether the host asked for it. */
  public static boolean isAskedFor() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** The sample's source in Python. */
  public static ByteString sample() {
    return sample(SAMPLE);
  }

  /** The sample's source in Java. */
  public static ByteString javaSample() {
    return sample(JAVA_SAMPLE);
  }

  private static ByteString sample(String name) {
    try (InputStream in = WarmUp.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the image lacks " + name);
      }
      return ByteString.readFrom(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets {@code exchange} answer {@code request}; the answers go nowhere. */
  public static void run(Exchange exchange, HelperRequest.Builder request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Frames.write(
          bytes,
          request
              .setVersion(Exchange.PROTOCOL_VERSION)
              .setNonce(ByteString.copyFrom(new byte[Exchange.NONCE_BYTES]))
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < ANSWERS; i++) {
      int _ =
          exchange.run(
              new ByteArrayInputStream(bytes.toByteArray()), OutputStream.nullOutputStream());
    }
  }
}
