package dev.glovebox.host.run;

import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderIntent.Malformed;
import dev.glovebox.host.model.OrderIntent.Market;
import dev.glovebox.host.model.OrderIntent.Terms;
import dev.glovebox.host.model.OrderIntent.Unsupported;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.HostileAnswer.Breach;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.RawIntent.Amount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The one class that turns what a worker sent into OrderIntents.
 *
 * <p>A number that makes no sense becomes a {@link Malformed} intent, which the gate denies. What
 * no honest session can deliver (a sequence that does not rise by one, a text beyond its bound)
 * throws and ends the run with PROTOCOL_VIOLATION.
 */
final class IntentTranslator {
  /** Longest instrument name, in UTF-8 bytes. */
  static final int INSTRUMENT_BYTES_MAX = 64;

  /** Longest tag and longest other text, in UTF-8 bytes. */
  static final int TEXT_BYTES_MAX = 128;

  /** Most digits of a number from a worker, and most after the point. */
  static final int DIGITS_MAX = 18;

  private static final Pattern INSTRUMENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final List<Instrument> instruments;
  private int sequence;

  IntentTranslator(List<Instrument> instruments) {
    this.instruments = List.copyOf(instruments);
  }

  /** Translates one intent; each takes the next key. */
  OrderIntent translate(RawIntent raw) {
    sequence++;
    if (raw.sequence() != sequence) {
      throw new HostileAnswer(Breach.FRAME_SEQUENCE, "intent sequences rise by one");
    }
    bounded(raw.instrument(), INSTRUMENT_BYTES_MAX);
    bounded(raw.tag(), TEXT_BYTES_MAX);
    bounded(raw.call(), TEXT_BYTES_MAX);
    OptionalInt index =
        IntStream.range(0, instruments.size())
            .filter(i -> instruments.get(i).id().equals(raw.instrument()))
            .findFirst();
    return new OrderIntent(
        new OrderKey(sequence),
        new UntrustedText(raw.instrument()),
        index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty(),
        new UntrustedText(raw.call()),
        new UntrustedText(raw.tag()),
        raw.reduceOnly(),
        terms(raw));
  }

  private static Terms terms(RawIntent raw) {
    Optional<Side> side =
        switch (raw.kind()) {
          case RawIntent.Market(OrderSide given, _) -> Optional.of(side(given));
          case RawIntent.Other _ -> Optional.empty();
        };
    if (!INSTRUMENT_ID.matcher(raw.instrument()).matches()) {
      return new Malformed(side, "the instrument is no id", new UntrustedText(""));
    }
    return switch (raw.kind()) {
      case RawIntent.Other(String name) -> {
        bounded(name, TEXT_BYTES_MAX);
        yield new Unsupported(new UntrustedText(name));
      }
      case RawIntent.Market(OrderSide given, Amount quantity) -> market(side(given), quantity);
    };
  }

  private static Terms market(Side side, Amount quantity) {
    quantity.original().ifPresent(text -> bounded(text, TEXT_BYTES_MAX));
    quantity.invalid().ifPresent(text -> bounded(text, TEXT_BYTES_MAX));
    UntrustedText given = new UntrustedText(quantity.invalid().orElse(""));
    if (quantity.value().isPresent() == quantity.invalid().isPresent()) {
      return new Malformed(Optional.of(side), "the quantity is missing", given);
    }
    if (quantity.value().isEmpty()) {
      return new Malformed(Optional.of(side), "the quantity is no number", given);
    }
    BigDecimal value = quantity.value().get();
    if (value.precision() > DIGITS_MAX || value.scale() < 0 || value.scale() > DIGITS_MAX) {
      throw new HostileAnswer(Breach.VALUE_OUT_OF_BOUNDS, "a number has at most 18 digits");
    }
    if (value.signum() <= 0) {
      return new Malformed(
          Optional.of(side),
          "the quantity is not above zero",
          new UntrustedText(dev.glovebox.host.model.Decimals.text(value)));
    }
    return new Market(side, value, quantity.original().map(UntrustedText::new));
  }

  private static Side side(OrderSide side) {
    return switch (side) {
      case BUY -> Side.BUY;
      case SELL -> Side.SELL;
    };
  }

  private static void bounded(String text, int bytesMax) {
    if (text.length() > bytesMax || text.getBytes(StandardCharsets.UTF_8).length > bytesMax) {
      throw new HostileAnswer(Breach.VALUE_OUT_OF_BOUNDS, "a text of an intent is too long");
    }
  }
}
