package dev.glovebox.host.app.review;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The table of contents of a prepared form of Java: magic number, version, positive list, strategy,
 * then name, length and bytes of each class. Class files themselves are opaque here.
 */
final class ClassListing {
  private static final int MAGIC = 0x47564A43;
  private static final int HASH_BYTES = 32;

  private ClassListing() {}

  /** Returns a line for the whole and one for each class; says so if the bytes are no such form. */
  static List<String> lines(byte[] form) {
    ByteBuffer in = ByteBuffer.wrap(form);
    List<String> lines = new ArrayList<>();
    try {
      if (in.getInt() != MAGIC) {
        return malformed();
      }
      lines.add("prepared form, version " + in.get() + ", what a worker verifies and loads:");
      byte[] list = new byte[HASH_BYTES];
      in.get(list);
      lines.add("  verified against the positive list " + HexFormat.of().formatHex(list));
      lines.add("  strategy " + name(in));
      int count = Short.toUnsignedInt(in.getShort());
      for (int i = 0; i < count; i++) {
        String name = name(in);
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
          return malformed();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        lines.add("  class " + name + ": " + length + " bytes, sha256 " + Sha256.of(bytes));
      }
    } catch (BufferUnderflowException e) {
      return malformed();
    }
    return in.hasRemaining() ? malformed() : List.copyOf(lines);
  }

  private static List<String> malformed() {
    return List.of("prepared form: NOT one of classes; do not promote it");
  }

  private static String name(ByteBuffer in) {
    int length = Short.toUnsignedInt(in.getShort());
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new UntrustedText(new String(bytes, StandardCharsets.ISO_8859_1)).forTerminal();
  }
}
