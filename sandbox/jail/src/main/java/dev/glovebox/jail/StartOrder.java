package dev.glovebox.jail;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Everything a worker needs before its first bar.
 *
 * @param language as a word, see {@link Language}
 * @param preparedForm the bytes that are loaded; read-only
 * @param lineMap element i is the submitted line of form line {@code i + 1}
 * @param parameters names and text values given by the RunSpec
 * @param sizing terms for {@code ctx.max_quantity}, as canonical decimal text
 */
public record StartOrder(
    String language,
    ByteBuffer preparedForm,
    List<Integer> lineMap,
    Map<String, String> parameters,
    List<TradedInstrument> instruments,
    String accountCurrency,
    long seed,
    WorkerLimits limits,
    SizingTerms sizing,
    String fileName) {

  /** One instrument as the guest may know it. */
  public record TradedInstrument(
      String id,
      String currency,
      BigDecimal tick,
      BigDecimal lot,
      BigDecimal multiplier,
      long intervalSeconds) {}

  /** Terms the guest computes sizes with: canonical decimal text. */
  public record SizingTerms(String reserveBuffer, String feeBasisPoints) {}
}
