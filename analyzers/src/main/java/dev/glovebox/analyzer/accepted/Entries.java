package dev.glovebox.analyzer.accepted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/**
 * A TOML file of the form {@code version = 1} and any number of tables of one name, read strictly:
 * a key that is not known is an error.
 *
 * @param entries the tables
 */
record Entries(List<Entry> entries) {
  /** Largest file, in bytes. */
  static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

  private static final long VERSION = 1;

  /**
   * What a file must be like.
   *
   * @param code what a bad file is refused with
   * @param table name of its tables
   * @param required keys that each must have
   * @param optional keys that each may have
   */
  record Form(String code, String table, Set<String> required, Set<String> optional) {}

  /** One table. */
  record Entry(Form form, Path file, int line, TomlTable table) {
    /** Text that is not blank. */
    String text(String key) throws BadFileException {
      Object value = value(key);
      if (value instanceof String text && !text.isBlank()) {
        return text;
      }
      throw bad(key + " is no text");
    }

    Object value(String key) throws BadFileException {
      Object value = table.get(List.of(key));
      if (value == null) {
        throw bad(key + " is missing");
      }
      return value;
    }

    boolean has(String key) {
      return table.contains(List.of(key));
    }

    BadFileException bad(String what) {
      return new BadFileException(form.code(), file + " line " + line + ": " + what);
    }
  }

  static Entries read(Path file, Form form) throws BadFileException {
    TomlParseResult toml = Toml.parse(text(file, form), TomlVersion.V1_0_0);
    if (toml.hasErrors()) {
      throw new BadFileException(
          form.code(),
          file + " line " + toml.errors().getFirst().position().line() + " is not TOML");
    }
    if (!Long.valueOf(VERSION).equals(toml.get(List.of("version")))) {
      throw new BadFileException(form.code(), file + ": version must be " + VERSION);
    }
    for (String key : toml.keySet()) {
      if (!key.equals("version") && !key.equals(form.table())) {
        throw new BadFileException(
            form.code(),
            file + ": '" + key + "' is not known; known are version and [[" + form.table() + "]]");
      }
    }
    List<Entry> entries = new ArrayList<>();
    Object tables = toml.get(List.of(form.table()));
    if (tables instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (!(array.get(i) instanceof TomlTable table)) {
          throw noTables(file, form);
        }
        TomlPosition at = array.inputPositionOf(i);
        entries.add(entry(table, at == null ? 0 : at.line(), file, form));
      }
    } else if (tables != null) {
      throw noTables(file, form);
    }
    return new Entries(entries);
  }

  private static BadFileException noTables(Path file, Form form) {
    return new BadFileException(
        form.code(), file + ": " + form.table() + " must be tables, [[" + form.table() + "]]");
  }

  private static Entry entry(TomlTable table, int line, Path file, Form form)
      throws BadFileException {
    Entry entry = new Entry(form, file, line, table);
    for (String key : table.keySet()) {
      if (!form.required().contains(key) && !form.optional().contains(key)) {
        throw entry.bad("'" + key + "' is not known; known are " + known(form));
      }
    }
    for (String key : form.required()) {
      Object _ = entry.value(key);
    }
    return entry;
  }

  private static String known(Form form) {
    Set<String> known = new TreeSet<>(form.required());
    known.addAll(form.optional());
    return String.join(", ", known);
  }

  private static String text(Path file, Form form) throws BadFileException {
    try {
      // A pipe or a device might never end.
      if (!Files.isRegularFile(file)) {
        throw new BadFileException(BadFileException.UNREADABLE, file + " is not a file");
      }
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new BadFileException(
            form.code(), file + " has more than " + FILE_BYTES_MAX + " bytes");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadFileException(form.code(), file + " is not UTF-8 text");
    } catch (IOException e) {
      throw new BadFileException(BadFileException.UNREADABLE, file + " cannot be read");
    }
  }
}
