package dev.glovebox.host.keys;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A DSSE envelope with one Ed25519 signature. Source: the DSSE specification, version 1.0.2.
 *
 * <p>What is signed is {@link #authenticated}: type and payload, each with its length, so that no
 * payload of one type passes for another's.
 *
 * @param keyId a hint which key signed; proves nothing by itself
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
public record Dsse(String payloadType, byte[] payload, String keyId, byte[] signature) {
  /** Longest envelope, in bytes. */
  public static final int ENVELOPE_BYTES_MAX = 64 * 1024;

  private static final Pattern TYPE = Pattern.compile("[!-~]{1,128}");
  private static final Pattern KEY_ID = Pattern.compile("[!-~]{1,256}");
  private static final Set<String> MEMBERS = Set.of("payload", "payloadType", "signatures");
  private static final Set<String> SIGNATURE_MEMBERS = Set.of("keyid", "sig");

  /**
   * Reads an envelope strictly: exactly the members of the specification, one signature, no key
   * twice. White space and the order of members are free, since other tools lay them out otherwise.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Dsse parse(byte[] bytes) {
    if (bytes.length > ENVELOPE_BYTES_MAX) {
      throw new IllegalArgumentException(
          "an envelope has at most " + ENVELOPE_BYTES_MAX + " bytes");
    }
    if (!(CanonicalJson.parseAnyLayout(bytes) instanceof Json.Obj(var members))
        || !members.keySet().equals(MEMBERS)
        || !(members.get("payload") instanceof Json.Str(String payload))
        || !(members.get("payloadType") instanceof Json.Str(String type))
        || !(members.get("signatures") instanceof Json.Arr(var signatures))) {
      throw new IllegalArgumentException("an envelope has payload, payloadType and signatures");
    }
    if (signatures.size() != 1
        || !(signatures.getFirst() instanceof Json.Obj(var signature))
        || !signature.keySet().equals(SIGNATURE_MEMBERS)
        || !(signature.get("keyid") instanceof Json.Str(String keyId))
        || !(signature.get("sig") instanceof Json.Str(String sig))) {
      throw new IllegalArgumentException("an envelope has one signature with keyid and sig");
    }
    if (!TYPE.matcher(type).matches() || !KEY_ID.matcher(keyId).matches()) {
      throw new IllegalArgumentException("payloadType or keyid is no plain text");
    }
    return new Dsse(type, base64(payload), keyId, base64(sig));
  }

  /** Returns the canonical bytes. */
  public byte[] bytes() {
    Json signed =
        Json.of(
            Map.of(
                "keyid", Json.of(keyId),
                "sig", Json.of(Base64.getEncoder().encodeToString(signature))));
    return Json.of(
            Map.of(
                "payload", Json.of(Base64.getEncoder().encodeToString(payload)),
                "payloadType", Json.of(payloadType),
                "signatures", Json.of(List.of(signed))))
        .bytes();
  }

  /** Returns whether {@code key} signed this envelope, under the id that it names. */
  public boolean isSignedBy(VerificationKey key) {
    return key.keyId().equals(keyId)
        && key.verifies(authenticated(payloadType, payload), signature);
  }

  /** Returns what a signature covers: the pre-authentication encoding of type and payload. */
  public static byte[] authenticated(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("DSSEv1 " + type.length + ' ').getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length + ' ').getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /** Padded standard base64 with no other spelling of the same bytes. */
  private static byte[] base64(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("base64 of another spelling");
    }
    return bytes;
  }
}
