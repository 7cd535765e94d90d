package dev.glovebox.host.app.spec;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/**
 * One table of a TOML file, read strictly: a key that nobody asks for is an error.
 *
 * <p>Every refusal names the file, the path of the key and its line. Not thread-safe.
 */
public final class StrictToml {
  /** Largest file that is read, in bytes. */
  public static final int FILE_BYTES_MAX = 1024 * 1024;

  private final Origin origin;
  private final TomlTable table;
  private final String path;
  private final int line;
  private final Set<String> asked = new HashSet<>();

  private StrictToml(Origin origin, TomlTable table, String path, int line) {
    this.origin = origin;
    this.table = table;
    this.path = path;
    this.line = line;
  }

  private record Origin(Code code, Path file) {}

  /**
   * Reads a file.
   *
   * @param code what a bad file is refused with
   * @throws Refusal {@code code}, or FILE_UNREADABLE
   */
  public static StrictToml read(Path file, Code code) {
    return parse(bytes(file), file, code);
  }

  /** Reads the bytes of a file. */
  public static StrictToml parse(byte[] bytes, Path file, Code code) {
    Origin origin = new Origin(code, file);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(code, file + " is not UTF-8 text");
    }
    TomlParseResult result = parsed(text, file, code);
    if (result.hasErrors()) {
      TomlParseError first = result.errors().getFirst();
      throw new Refusal(
          code,
          file + " line " + first.position().line() + " is not TOML",
          new UntrustedText(String.valueOf(first.getMessage())));
    }
    return new StrictToml(origin, result, "", 1);
  }

  /** The library throws at some texts that it has just found to be none of TOML. */
  private static TomlParseResult parsed(String text, Path file, Code code) {
    try {
      return Toml.parse(text, TomlVersion.V1_0_0);
    } catch (RuntimeException e) {
      throw new Refusal(code, file + " is not TOML");
    }
  }

  /** Returns the bytes of a file that a user named. */
  public static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new Refusal(Code.FILE_UNREADABLE, file + " has more than 1 MiB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
    }
  }

  /**
   * Returns a string read by {@code reader}, which throws IllegalArgumentException on a bad one.
   */
  public <T> Optional<T> text(String key, Function<String, T> reader) {
    return value(key)
        .map(value -> {
          if (!(value instanceof String string)) {
            throw bad(key, "must be text in quotes");
          }
          return checked(key, () -> reader.apply(string));
        });
  }

  /** Returns a whole number read by {@code reader}. */
  public <T> Optional<T> number(String key, Function<Long, T> reader) {
    return value(key)
        .map(value -> {
          if (!(value instanceof Long number)) {
            throw bad(key, "must be a whole number");
          }
          return checked(key, () -> reader.apply(number));
        });
  }

  /** Returns what {@code value} holds, or refuses because the key is missing. */
  public <T> T required(String key, Optional<T> value) {
    return value.orElseThrow(() -> bad(key, "is missing"));
  }

  /** Returns a table; a missing one is empty. */
  public StrictToml table(String key) {
    return value(key)
        .map(value -> {
          if (!(value instanceof TomlTable child)) {
            throw bad(key, "must be a table");
          }
          return new StrictToml(origin, child, full(key), lineOf(key));
        })
        .orElseGet(() -> new StrictToml(origin, Toml.parse(""), full(key), line));
  }

  /** Returns the tables of {@code [[key]]}; none if it is missing. */
  public List<StrictToml> tables(String key) {
    Optional<Object> value = value(key);
    List<StrictToml> tables = new ArrayList<>();
    if (value.isEmpty()) {
      return tables;
    }
    if (!(value.get() instanceof TomlArray array)) {
      throw bad(key, "must be [[" + full(key) + "]] tables");
    }
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof TomlTable child)) {
        throw bad(key, "must be [[" + full(key) + "]] tables");
      }
      tables.add(
          new StrictToml(origin, child, full(key) + "[" + i + "]", line(array.inputPositionOf(i))));
    }
    return tables;
  }

  /** Returns a list of texts. */
  public Optional<List<String>> texts(String key) {
    return value(key)
        .map(value -> {
          if (!(value instanceof TomlArray array)) {
            throw bad(key, "must be a list of texts");
          }
          List<String> texts = new ArrayList<>();
          for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof String text)) {
              throw bad(key, "must be a list of texts");
            }
            texts.add(text);
          }
          return texts;
        });
  }

  /** Returns the value of {@code key} as TOML has it, for readers with a form of their own. */
  public Optional<Object> value(String key) {
    asked.add(key);
    return Optional.ofNullable(table.get(List.of(key)));
  }

  /** Returns every key of this table. */
  public Set<String> keys() {
    return table.keySet();
  }

  /** Refuses if the table has a key that was not asked for. */
  public void mustBeKnown() {
    for (String key : table.keySet()) {
      if (!asked.contains(key)) {
        throw bad(key, "is not a known key");
      }
    }
  }

  /** Returns a refusal that names the file, the path of {@code key} and its line. */
  public Refusal bad(String key, String rule) {
    return new Refusal(
        origin.code(),
        origin.file()
            + " line "
            + lineOf(key)
            + ": "
            + new UntrustedText(full(key)).forTerminal()
            + " "
            + rule);
  }

  private <T> T checked(String key, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw bad(key, String.valueOf(e.getMessage()));
    }
  }

  private String full(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private int lineOf(String key) {
    return line(table.inputPositionOf(List.of(key)));
  }

  private int line(@Nullable TomlPosition position) {
    return position == null ? line : position.line();
  }
}
