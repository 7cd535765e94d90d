package dev.glovebox.classes;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes what no preparation would: the forms of hostile sources, compiled as they stand and metered
 * where that can be done, and of the class files that were made by hand. Nothing is verified.
 *
 * <p>Written to stdout, for each one: its name, the length of its form, the form. What does not
 * compile has none.
 */
public final class FormsMain {
  private static final int MAGIC = 0x47564A43;
  private static final long STACK_BYTES = 512L * 1024 * 1024;

  private FormsMain() {}

  /** Takes the folder of the sources. */
  public static void main(String[] arguments) throws Exception {
    // javac recurses with what is nested, which some of them are.
    Thread thread = new Thread(null, () -> write(Path.of(arguments[0])), "forms", STACK_BYTES);
    thread.start();
    thread.join();
  }

  private static void write(Path folder) {
    try (DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        form(out, folder.relativize(file).toString(), source(file));
      }
      for (HandMade made : HandMade.all()) {
        Map<String, byte[]> classes = new TreeMap<>(made.beside());
        classes.put("Attack", made.bytes());
        form(out, made.name(), classes);
      }
      for (Map.Entry<String, byte[]> made : HandMadeClaims.leftToTheJvm().entrySet()) {
        form(out, made.getKey(), Map.of("Attack", made.getValue()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> source(Path file) throws IOException {
    try {
      return Sources.compile(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static void form(DataOutputStream out, String name, Map<String, byte[]> classes)
      throws IOException {
    byte[] form = classes.isEmpty() ? new byte[0] : encoded(metered(classes));
    out.writeUTF(name);
    out.writeInt(form.length);
    out.write(form);
  }

  private static Map<String, byte[]> metered(Map<String, byte[]> classes) {
    try {
      PreparedClasses plain =
          PreparedClasses.of(AllowList.standard().sha256(), strategy(classes), classes);
      PreparedClasses metered = FuelTransform.transform(plain);
      // What the transform mends by itself, as unused constants, is handed over as it was.
      boolean mended = new ClassVerifier().verify(metered, Stage.PREPARED).isEmpty();
      boolean wrong = !new ClassVerifier().verify(plain, Stage.COMPILED).isEmpty();
      return mended && wrong ? classes : metered.classes();
    } catch (RuntimeException e) {
      return classes;
    }
  }

  private static String strategy(Map<String, byte[]> classes) {
    return classes.keySet().stream()
        .filter(name -> name.equals("Attack") || name.endsWith("/Attack"))
        .findFirst()
        .orElseGet(() -> List.copyOf(classes.keySet()).getFirst());
  }

  // As PreparedClasses does, without a look at names and sizes.
  private static byte[] encoded(Map<String, byte[]> classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeByte(PreparedClasses.FORM_VERSION);
    out.write(HexFormat.of().parseHex(AllowList.standard().sha256()));
    name(out, strategy(classes));
    out.writeShort(classes.size());
    for (Map.Entry<String, byte[]> each : new TreeMap<>(classes).entrySet()) {
      name(out, each.getKey());
      out.writeInt(each.getValue().length);
      out.write(each.getValue());
    }
    return bytes.toByteArray();
  }

  private static void name(DataOutputStream out, String name) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }
}
