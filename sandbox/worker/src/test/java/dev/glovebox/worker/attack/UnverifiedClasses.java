package dev.glovebox.worker.attack;

import dev.glovebox.classes.AllowList;
import dev.glovebox.worker.java.Candidate;
import dev.glovebox.worker.java.Verification;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Takes whatever a form holds: a worker whose verifier is off, to see what stands behind it. */
final class UnverifiedClasses implements Verification {
  private static final int LIST_AT = 5;
  private static final int LIST_BYTES = 32;

  @Override
  public Candidate verified(byte[] form) throws RefusedException {
    ByteBuffer in = ByteBuffer.wrap(form);
    try {
      in.position(LIST_AT + LIST_BYTES);
      String strategy = name(in);
      Map<String, byte[]> files = new TreeMap<>();
      for (int left = in.getShort(); left > 0; left--) {
        String name = name(in);
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        files.put(name, bytes);
      }
      AllowList list = AllowList.standard();
      return new Candidate(strategy, files, name -> list.hasClass(name.replace('.', '/')));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new RefusedException("no form at all");
    }
  }

  private static String name(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8).replace('/', '.');
  }
}
