package dev.glovebox.classes;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The prepared form of a Java candidate: its class files, which of them is the strategy, and the
 * positive list that they were verified against. Its encoding is what is hashed and approved.
 *
 * <p>One content has one encoding: a magic number, a version, the list's SHA-256, the strategy's
 * name, the classes sorted by name. Numbers are big-endian. Immutable.
 */
public final class PreparedClasses {
  /** Version of the encoding and of the transform: it changes whenever either does. */
  public static final int FORM_VERSION = 1;

  private static final int MAGIC = 0x47564A43; // "GVJC"

  private final String listSha256;
  private final String strategy;
  private final SortedMap<String, byte[]> classes;

  private PreparedClasses(String listSha256, String strategy, SortedMap<String, byte[]> classes) {
    this.listSha256 = listSha256;
    this.strategy = strategy;
    this.classes = Collections.unmodifiableSortedMap(classes);
  }

  /**
   * Puts classes together; nothing about them is verified but sizes and names.
   *
   * @param listSha256 of the positive list, 64 hexadecimal digits
   * @param strategy internal name of the class to start
   * @param classes class files by internal name
   * @throws ClassesRefusedException if a cap is passed or a name is not taken
   */
  public static PreparedClasses of(
      String listSha256, String strategy, Map<String, byte[]> classes) {
    SortedMap<String, byte[]> sorted = new TreeMap<>();
    long bytes = 0;
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      requireName(entry.getKey());
      requireSize(entry.getValue().length);
      bytes += entry.getValue().length;
      sorted.put(entry.getKey(), entry.getValue().clone());
    }
    requireCount(sorted.size());
    requireName(strategy);
    if (!sorted.containsKey(strategy)) {
      throw refused(ClassCode.JAVA_STRATEGY_CLASS, "the strategy is not among the classes");
    }
    if (bytes > ClassLimits.ARCHIVE_BYTES_MAX) {
      throw tooLarge();
    }
    return new PreparedClasses(listSha256, strategy, sorted);
  }

  /**
   * Reads an encoding, which nobody vouches for.
   *
   * @throws ClassesRefusedException if it is not the one encoding of anything
   */
  public static PreparedClasses decode(byte[] bytes) {
    if (bytes.length > ClassLimits.ARCHIVE_BYTES_MAX) {
      throw tooLarge();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC || in.get() != FORM_VERSION) {
        throw malformed("it is of another kind or version");
      }
      byte[] list = new byte[32];
      in.get(list);
      String strategy = name(in);
      SortedMap<String, byte[]> classes = classes(in);
      if (in.hasRemaining()) {
        throw malformed("bytes follow its end");
      }
      if (!classes.containsKey(strategy)) {
        throw refused(ClassCode.JAVA_STRATEGY_CLASS, "the strategy is not among the classes");
      }
      return new PreparedClasses(HexFormat.of().formatHex(list), strategy, classes);
    } catch (BufferUnderflowException e) {
      throw malformed("it ends too early");
    }
  }

  private static SortedMap<String, byte[]> classes(ByteBuffer in) {
    int count = in.getShort() & 0xFFFF;
    requireCount(count);
    SortedMap<String, byte[]> classes = new TreeMap<>();
    String before = "";
    for (int i = 0; i < count; i++) {
      String name = name(in);
      if (name.compareTo(before) <= 0) {
        throw malformed("its classes are not sorted by name, each once");
      }
      before = name;
      int length = in.getInt();
      requireSize(length);
      if (length > in.remaining()) {
        throw malformed("it ends too early");
      }
      byte[] bytes = new byte[length];
      in.get(bytes);
      classes.put(name, bytes);
    }
    return classes;
  }

  private static String name(ByteBuffer in) {
    int length = in.getShort() & 0xFFFF;
    if (length > ClassLimits.CLASS_NAME_CHARS_MAX) {
      throw refused(ClassCode.JAVA_CLASS_NAME, "a class name of " + length + " characters");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    String name = new String(bytes, StandardCharsets.ISO_8859_1);
    requireName(name);
    return name;
  }

  /** The one encoding. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeByte(FORM_VERSION);
      out.write(HexFormat.of().parseHex(listSha256));
      writeName(out, strategy);
      out.writeShort(classes.size());
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        writeName(out, entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.size() > ClassLimits.ARCHIVE_BYTES_MAX) {
      throw tooLarge();
    }
    return bytes.toByteArray();
  }

  private static void writeName(DataOutputStream out, String name) throws IOException {
    out.writeShort(name.length());
    out.write(name.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** SHA-256 of the encoding, in hexadecimal digits: what is approved. */
  public String sha256() {
    return sha256(encode());
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** SHA-256 of the positive list that the classes were verified against. */
  public String listSha256() {
    return listSha256;
  }

  /** Internal name of the class to start. */
  public String strategy() {
    return strategy;
  }

  /** Class files by internal name; nobody may change the arrays. */
  public SortedMap<String, byte[]> classes() {
    return classes;
  }

  private static void requireCount(int count) {
    if (count == 0) {
      throw malformed("it holds no class");
    }
    if (count > ClassLimits.CLASSES_MAX) {
      throw refused(
          ClassCode.JAVA_ARCHIVE_TOO_LARGE,
          "more classes than " + ClassLimits.CLASSES_MAX + ", lambdas not counted");
    }
  }

  private static void requireSize(int length) {
    if (length < 0) {
      throw malformed("a class of a negative length");
    }
    if (length > ClassLimits.CLASS_BYTES_MAX) {
      throw refused(
          ClassCode.JAVA_CLASS_TOO_LARGE,
          "a class file of " + length + " bytes; at most " + ClassLimits.CLASS_BYTES_MAX);
    }
  }

  private static void requireName(String name) {
    if (!ClassNames.isTaken(name)) {
      throw refused(
          ClassCode.JAVA_CLASS_NAME, "a class may not be called " + ClassNames.shown(name));
    }
  }

  private static ClassesRefusedException tooLarge() {
    return refused(
        ClassCode.JAVA_ARCHIVE_TOO_LARGE,
        "the classes have more than " + ClassLimits.ARCHIVE_BYTES_MAX + " bytes");
  }

  private static ClassesRefusedException malformed(String why) {
    return refused(ClassCode.JAVA_ARCHIVE_MALFORMED, "no archive of classes: " + why);
  }

  private static ClassesRefusedException refused(ClassCode code, String message) {
    return new ClassesRefusedException(ClassDefect.ofArchive(code, message));
  }
}
