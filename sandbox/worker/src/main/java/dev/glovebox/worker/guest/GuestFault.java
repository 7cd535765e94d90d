package dev.glovebox.worker.guest;

/** The guest is over. Carries what the host is told; every text is already bounded. */
public final class GuestFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final FaultCode code;
  private final String hook;
  private final int line;
  private final String exceptionClass;

  /**
   * Says how the guest ended.
   *
   * @param message one sentence, untrusted, cut to {@link Texts#MESSAGE_BYTES_MAX} bytes
   * @param hook what ran, for example {@code on_bar}
   * @param line line of the submitted source from 1; 0 = unknown
   * @param exceptionClass class of the guest's exception, or empty
   */
  public GuestFault(FaultCode code, String message, String hook, int line, String exceptionClass) {
    super(Texts.cut(message, Texts.MESSAGE_BYTES_MAX), null, false, false);
    this.code = code;
    this.hook = hook;
    this.line = line;
    this.exceptionClass = Texts.cut(exceptionClass, Texts.NAME_BYTES_MAX);
  }

  /** The code. */
  public FaultCode code() {
    return code;
  }

  /** What ran. */
  public String hook() {
    return hook;
  }

  /** Line of the submitted source, or 0. */
  public int line() {
    return line;
  }

  /** Class of the guest's exception, or empty. */
  public String exceptionClass() {
    return exceptionClass;
  }

  /** The sentence; never null. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
