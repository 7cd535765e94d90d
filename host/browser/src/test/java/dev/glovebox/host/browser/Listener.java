package dev.glovebox.host.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what really left the browser: the browser's own list has what its policy stopped, too. */
final class Listener implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  Listener() throws IOException {
    socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  /** Returns the address to ask, without a slash at its end. */
  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Returns the first lines of all requests. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket asked = socket.accept();
        // A browser also opens connections on which it never asks for anything.
        Thread.ofVirtual().start(() -> answer(asked));
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  private void answer(Socket asked) {
    try (asked;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(asked.getInputStream(), StandardCharsets.US_ASCII))) {
      heard.add(String.valueOf(in.readLine()));
      asked
          .getOutputStream()
          .write(
              "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The browser hung up.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
