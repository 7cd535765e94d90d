package dev.glovebox.host.store;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Where a listing goes on. Opaque to callers, and no secret: a forged one shows nothing that its
 * caller could not list anyway.
 */
public final class PageToken {
  private static final String PREFIX = "p1:";
  private static final int TOKEN_CHARACTERS_MAX = 64;

  private PageToken() {}

  /** Returns the number to list below; the largest there is for an empty token. */
  public static long below(String token) {
    if (token.isEmpty()) {
      return Long.MAX_VALUE;
    }
    try {
      if (token.length() <= TOKEN_CHARACTERS_MAX) {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        if (text.startsWith(PREFIX)) {
          return Long.parseLong(text.substring(PREFIX.length()));
        }
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as every token that we did not make.
    }
    throw new Refusal(Code.ARGUMENT_INVALID, "page_token: not a token of this listing");
  }

  /** Returns how many items to list: 0 asks for the default, more than the most gets the most. */
  public static int size(int asked) {
    if (asked < 0) {
      throw new Refusal(Code.ARGUMENT_INVALID, "page_size: must not be negative");
    }
    return asked == 0 ? Page.ITEMS_DEFAULT : Math.min(asked, Page.ITEMS_MAX);
  }

  /**
   * Makes a page of rows that were read newest first, one more than asked for.
   *
   * @param number a row's place in the listing
   */
  public static <R, T> Page<T> page(
      List<R> rows, int size, ToLongFunction<R> number, Function<R, T> item) {
    boolean more = rows.size() > size;
    List<R> shown = more ? rows.subList(0, size) : rows;
    String next = more ? text(number.applyAsLong(shown.getLast())) : "";
    return new Page<>(shown.stream().map(item).toList(), next);
  }

  /** Returns where a listing in rising order goes on; empty for an empty token. */
  public static OptionalLong from(String token) {
    return token.isEmpty() ? OptionalLong.empty() : OptionalLong.of(below(token));
  }

  /** Returns the token of a listing that goes on at {@code number}. */
  public static String text(long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((PREFIX + number).getBytes(StandardCharsets.US_ASCII));
  }
}
