package dev.glovebox.host.app.spec;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.risk.Limits;
import dev.glovebox.host.risk.LimitsForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tomlj.TomlArray;

/**
 * A limits file: what may be traded, in TOML, every key written down.
 *
 * @param hash SHA-256 of the file's bytes: the name under which a RunSpec refers to it
 */
public record LimitsFile(Path path, Sha256 hash, Limits limits) {
  /** Name of the file that a private host uses when none is given. */
  public static final String COMMITTED_NAME = "research.limits.toml";

  /**
   * Reads {@code path}.
   *
   * @throws Refusal FILE_UNREADABLE, LIMITS_MISSING or LIMITS_INVALID
   */
  public static LimitsFile read(Path path) {
    byte[] bytes = StrictToml.bytes(path);
    StrictToml toml = StrictToml.parse(bytes, path, Code.LIMITS_INVALID);
    TreeMap<String, Json> form = new TreeMap<>();
    for (String key : toml.keys()) {
      form.put(key, toml.value(key).map(value -> json(toml, key, value)).orElseThrow());
    }
    try {
      return new LimitsFile(path, Sha256.of(bytes), LimitsForm.read(Json.of(form)));
    } catch (Refusal refusal) {
      throw new Refusal(refusal.code(), path + ": " + refusal.sentence(), refusal.detail());
    }
  }

  private static Json json(StrictToml toml, String key, Object value) {
    return switch (value) {
      case String text -> Json.of(text);
      case Long number when Math.abs(number) <= Json.INTEGER_MAX -> Json.of(number);
      case TomlArray array -> {
        List<Json> elements = new ArrayList<>();
        for (Object element : array.toList()) {
          elements.add(json(toml, key, element));
        }
        yield Json.of(elements);
      }
      default -> throw toml.bad(key, "must be text, a whole number or a list");
    };
  }
}
