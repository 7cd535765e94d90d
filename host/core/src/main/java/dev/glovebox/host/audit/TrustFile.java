package dev.glovebox.host.audit;

import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.payload.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an auditor trusts, kept outside the log's folder: origin, key and newest known checkpoint.
 *
 * <p>JSON {@code {version: 1, origin, verification_key, checkpoint, reviewer_keys}}.
 */
public record TrustFile(
    String origin,
    VerificationKey verificationKey,
    Checkpoint checkpoint,
    List<String> reviewerKeys) {
  /** Version of the form. */
  public static final int VERSION = 1;

  /** Longest trust file, in bytes. */
  public static final int FILE_BYTES_MAX = 1024 * 1024;

  /**
   * Checks that the checkpoint is of this origin. Whether the key signed it is judged by {@link
   * Verifier}: a checkpoint by another key is AUDIT_KEY_UNKNOWN wherever it stands.
   */
  public TrustFile {
    reviewerKeys = List.copyOf(reviewerKeys);
    if (!checkpoint.origin().equals(origin)) {
      throw new IllegalArgumentException("the checkpoint is of another origin");
    }
  }

  /** Returns this file with the keys that envelopes are checked with, as verification keys. */
  public TrustFile withReviewerKeys(List<String> keys) {
    return new TrustFile(origin, verificationKey, checkpoint, keys);
  }

  /** Returns the canonical bytes, ended by a line feed. */
  public byte[] bytes() {
    Json.Obj json =
        Json.of(
            Map.of(
                "version", Json.of(VERSION),
                "origin", Json.of(origin),
                "verification_key", Json.of(verificationKey.text()),
                "checkpoint", Json.of(checkpoint.note()),
                "reviewer_keys", Json.of(reviewerKeys.stream().map(Json::of).toList())));
    return (json.text() + '\n').getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes the file; after a crash it is the old or the new one.
   *
   * @throws Refusal STORAGE_FAILED
   */
  public void write(Path file) {
    try {
      DurableFiles.replace(file, bytes());
    } catch (IOException e) {
      throw new Refusal(Code.STORAGE_FAILED, "the trust file cannot be written");
    }
  }

  /**
   * Reads a trust file. White space between values is allowed; unknown or repeated keys are not.
   *
   * @throws Refusal FILE_UNREADABLE, or TRUST_INVALID saying what is wrong
   */
  public static TrustFile read(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new Refusal(Code.FILE_UNREADABLE, "the trust file is larger than 1 MiB");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, "the trust file cannot be read");
    }
    try {
      Map<String, Object> members = TrustText.parse(new String(bytes, StandardCharsets.UTF_8));
      if (!members.keySet().equals(TrustText.KEYS)
          || !Long.valueOf(VERSION).equals(members.get("version"))) {
        throw new IllegalArgumentException("it needs version 1 and exactly its five keys");
      }
      return new TrustFile(
          TrustText.string(members, "origin"),
          VerificationKey.parse(TrustText.string(members, "verification_key")),
          Checkpoint.parse(TrustText.string(members, "checkpoint")),
          TrustText.strings(members, "reviewer_keys"));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.TRUST_INVALID, "the trust file is not valid: " + e.getMessage());
    }
  }
}
