package dev.glovebox.host.plan;

import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.Side;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.Map;

/**
 * The approved form of one intent. Nothing in it is a candidate's text.
 *
 * @param account the account the run trades for
 * @param venueId the venue it may go to
 * @param quantity above zero, on the instrument's grid
 * @param reserve cash set aside until the order ends, in the account's currency
 * @param decidedAtMicros close time of the deciding bar set
 * @param expiresAtMicros after this instant no token for it is honoured
 * @param approver a person's id, or {@code system:runner}
 */
public record Plan(
    RunId run,
    OrderKey key,
    String account,
    String venueId,
    String instrument,
    Side side,
    OrderType type,
    BigDecimal quantity,
    BigDecimal reserve,
    long decidedAtMicros,
    long expiresAtMicros,
    String approver) {
  /** Version of the hashed form. */
  public static final int FORM_VERSION = 1;

  /** Returns the canonical form that is hashed and recorded. */
  public Json.Obj json() {
    return Json.of(
        Map.ofEntries(
            Map.entry("v", Json.of(FORM_VERSION)),
            Map.entry("run", Json.of(run.resourceName())),
            Map.entry("key", Json.of(key.toString())),
            Map.entry("account", Json.of(account)),
            Map.entry("venue_id", Json.of(venueId)),
            Map.entry("instrument", Json.of(instrument)),
            Map.entry("side", Json.of(side.name())),
            Map.entry("type", Json.of(type.name())),
            Map.entry("quantity", Json.of(Decimals.text(quantity))),
            Map.entry("reserve", Json.of(Decimals.text(reserve))),
            Map.entry("decided_at_us", Json.of(decidedAtMicros)),
            Map.entry("expires_at_us", Json.of(expiresAtMicros)),
            Map.entry("approver", Json.of(approver))));
  }

  /** Returns the SHA-256 of {@link #json()}. */
  public Sha256 hash() {
    AsciiText text = new AsciiText();
    write(text);
    MessageDigest digest = Sha256.newDigest();
    digest.update(text.array(), 0, text.length());
    return Sha256.ofDigest(digest.digest());
  }

  /** Writes the bytes of {@link #json()}, without making the tree. */
  void write(AsciiText out) {
    out.text("{\"account\":").json(account).text(",\"approver\":").json(approver);
    out.text(",\"decided_at_us\":").integer(decidedAtMicros);
    out.text(",\"expires_at_us\":").integer(expiresAtMicros);
    out.text(",\"instrument\":").json(instrument).text(",\"key\":\"").key(key);
    out.text("\",\"quantity\":\"").decimal(quantity).text("\",\"reserve\":\"").decimal(reserve);
    out.text("\",\"run\":").json(run.resourceName()).text(",\"side\":\"").text(side.name());
    out.text("\",\"type\":\"").text(type.name()).text("\",\"v\":").integer(FORM_VERSION);
    out.text(",\"venue_id\":").json(venueId).character('}');
  }
}
