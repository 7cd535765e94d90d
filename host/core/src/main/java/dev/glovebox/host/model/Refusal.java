package dev.glovebox.host.model;

/**
 * An expected refusal that crosses several layers: a stable code and one sentence.
 *
 * <p>The sentence is ours and free of candidate text; what a candidate wrote stands in {@code
 * detail}.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient UntrustedText detail;

  /** Refuses with {@code code}. */
  public Refusal(Code code, String sentence) {
    this(code, sentence, new UntrustedText(""));
  }

  /** Refuses with {@code code}; {@code detail} may quote what others wrote. */
  public Refusal(Code code, String sentence, UntrustedText detail) {
    super(sentence);
    this.code = code;
    this.detail = detail;
  }

  /** Returns the stable code. */
  public Code code() {
    return code;
  }

  /** Returns what others wrote; may be empty. */
  public UntrustedText detail() {
    return detail;
  }

  /** Returns our sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
