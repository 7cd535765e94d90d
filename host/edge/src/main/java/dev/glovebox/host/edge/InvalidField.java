package dev.glovebox.host.edge;

import dev.glovebox.host.model.Code;

/** A request field that is missing or bad; becomes a BadRequest detail. */
final class InvalidField extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String field;
  private final String sentence;

  /** Names the {@code field} by its path in the request; the sentence is ours. */
  InvalidField(Code code, String field, String sentence) {
    super(field + ": " + sentence);
    this.code = code;
    this.field = field;
    this.sentence = sentence;
  }

  /** An ordinary bad argument. */
  static InvalidField argument(String field, String sentence) {
    return new InvalidField(Code.ARGUMENT_INVALID, field, sentence);
  }

  Code code() {
    return code;
  }

  String field() {
    return field;
  }

  String sentence() {
    return sentence;
  }
}
