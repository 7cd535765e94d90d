package dev.glovebox.host.keys;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Old and current record keys, for checking tags only: one line {@code hmac-sha256 <key id>
 * <base64>} per key. Not thread-safe.
 */
public final class EpochKeys {
  /** Most keys in a file. */
  public static final int KEYS_MAX = 10_000;

  private static final Pattern LINE =
      Pattern.compile("hmac-sha256 ([A-Za-z0-9-]{1,64}) ([A-Za-z0-9+/]{43}=)");

  private final Map<String, HmacSha256> byId;

  private EpochKeys(Map<String, HmacSha256> byId) {
    this.byId = byId;
  }

  /**
   * Reads a key file.
   *
   * @throws Refusal FILE_UNREADABLE if it cannot be read or has another form
   */
  public static EpochKeys read(Path file) {
    Map<String, HmacSha256> byId = new HashMap<>();
    try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
      lines
          .limit(KEYS_MAX + 1L)
          .forEach(line -> {
            Matcher form = LINE.matcher(line);
            if (!form.matches()) {
              throw new Refusal(Code.FILE_UNREADABLE, "epoch key file has another form");
            }
            byId.put(form.group(1), new HmacSha256(Base64.getDecoder().decode(form.group(2))));
          });
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, "epoch key file cannot be read");
    }
    if (byId.size() > KEYS_MAX) {
      throw new Refusal(Code.FILE_UNREADABLE, "epoch key file names more than 10000 keys");
    }
    return new EpochKeys(byId);
  }

  /** Returns whether the key {@code keyId} is here. */
  public boolean knows(String keyId) {
    return byId.containsKey(keyId);
  }

  /** Returns whether {@code tag} is the tag of {@code body} under {@code keyId}. */
  public boolean confirms(String keyId, byte[] body, byte[] tag) {
    HmacSha256 key = byId.get(keyId);
    return key != null && MessageDigest.isEqual(key.over(body), tag);
  }
}
