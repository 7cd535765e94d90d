package dev.glovebox.host.store.postgres;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Dials a PostgreSQL socket from another account and says how far it got. JDK only. */
final class SocketProbe {
  static final String REFUSED = "REFUSED";
  static final String SASL = "ASKED FOR A PASSWORD";

  private SocketProbe() {}

  public static void main(String[] arguments) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(arguments[0]));
      byte[] text = "user\0glovebox\0database\0glovebox\0\0".getBytes(StandardCharsets.US_ASCII);
      ByteBuffer startup = ByteBuffer.allocate(8 + text.length);
      startup.putInt(8 + text.length).putInt(196_608).put(text).flip();
      channel.write(startup);
      ByteBuffer answer = ByteBuffer.allocate(9);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // until type, length and kind of authentication are there
      }
      boolean sasl = answer.get(0) == 'R' && answer.getInt(5) == 10;
      System.out.println(sasl ? SASL : "ANSWERED " + (char) answer.get(0));
    } catch (IOException e) {
      System.out.println(REFUSED + " " + e.getMessage());
    }
  }
}
