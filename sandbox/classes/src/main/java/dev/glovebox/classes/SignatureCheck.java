package dev.glovebox.classes;

import java.util.Optional;

/**
 * Reads generic signatures for the classes that they name, without recursion: nothing of the JDK is
 * asked to parse what is nested as deep as somebody liked.
 */
final class SignatureCheck {
  private final References references;

  SignatureCheck(References references) {
    this.references = references;
  }

  /** Why a signature is not taken; empty if it is. */
  Optional<String> check(String signature) {
    if (signature.length() > ClassLimits.SIGNATURE_CHARS_MAX) {
      return Optional.of("a generic signature that is too long");
    }
    int nesting = 0;
    int at = 0;
    while (at < signature.length()) {
      char c = signature.charAt(at);
      nesting += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (nesting > ClassLimits.SIGNATURE_NESTING_MAX) {
        return Optional.of("a generic signature that is nested too deeply");
      }
      if (c == 'L' && startsClass(signature, at)) {
        int end = endOfName(signature, at + 1);
        Optional<String> refused = references.type(signature.substring(at + 1, end));
        if (refused.isPresent()) {
          return refused;
        }
        at = end;
      } else if (c == 'T' && startsClass(signature, at)) {
        at = endOfName(signature, at + 1);
      } else if (isNamePart(c) && startsName(signature, at)) {
        at = endOfName(signature, at);
      } else {
        at++;
      }
    }
    return Optional.empty();
  }

  // A type parameter's or an inner class's own name, which refers to nothing.
  private static boolean startsName(String signature, int at) {
    char before = at == 0 ? '(' : signature.charAt(at - 1);
    int end = endOfName(signature, at);
    boolean parameter =
        end < signature.length()
            && signature.charAt(end) == ':'
            && (before == '<' || before == ';' || before == '>');
    return before == '.' || parameter;
  }

  private static boolean startsClass(String signature, int at) {
    return !startsName(signature, at);
  }

  private static int endOfName(String signature, int from) {
    int end = from;
    while (end < signature.length() && isNamePart(signature.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return "<>;:.()[*+-^".indexOf(c) < 0;
  }
}
