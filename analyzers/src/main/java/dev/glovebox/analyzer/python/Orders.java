package dev.glovebox.analyzer.python;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that speak to whoever reviews the source, above all to a language model: orders to forget
 * its orders, to approve, to report nothing, and roles of a conversation that nobody is having.
 *
 * <p>Read as a model reads: without letters that nobody sees, look-alikes as what they look like,
 * line ends as spaces.
 */
final class Orders {
  /** Longer texts are read in pieces of this length, in characters. */
  private static final int PIECE_CHARACTERS_MAX = 20_000;

  private static final int PHRASE_CHARACTERS_MAX = 80;

  private static final String FEW_WORDS = "\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,5}?";

  private static final String READER =
      "(?:a\\.?i\\.?|llms?|language model|large model|gpt[\\w.-]{0,20}|chatgpt|claude|gemini|copilot"
          + "|(?:code |security |automated |human )?(?:reviewers?|auditors?|assistants?"
          + "|approvers?|moderators?|graders?)|review(?:ing)? (?:model|agent|bot))";

  private static final String WORK =
      "(?:candidate|strategy|code|file|submission|artifact|program|script|module"
          + "|pull request)";

  private static final List<Pattern> PHRASES =
      List.of(
          // Forget what you were told.
          pattern(
              "\\b(?:ignor(?:e|ing)|disregard|forget|override|overrule|bypass|discard|drop"
                  + "|do not (?:follow|obey)|don't (?:follow|obey)|stop following)"
                  + FEW_WORDS
                  + "(?:instructions?|prompts?|directives?|guidelines|system message"
                  + "|(?:review|safety|security|system)\\W{1,6}(?:rules|policy|policies|checks))\\b"),
          pattern(
              "\\b(?:new|real|actual|updated|secret|hidden) (?:system )?(?:instructions?|prompt)"
                  + "\\s{0,4}(?::|follow|from)"),
          pattern("\\bsystem prompt\\b"),
          // You, the reviewer.
          pattern(
              "\\b(?:you are|you're|act as|pretend (?:to be|you are)|as an?|dear|attention|hey|hello"
                  + "|(?:note|message|instructions?|reminder|addressed|directed|notice)"
                  + " (?:to|for)(?: (?:the|any|all|every))?)\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,2}?"
                  + READER
                  + "\\b(?=[^.\\n]{0,80}\\b(?:approv|promot|accept|safe|ignor|skip|must|should|report"
                  + "|respond|answer|rate|mark|pass|trust|review|flag|say|return|output|please|do not"
                  + "|don't))"),
          pattern("\\bif you are (?:an? |the )?" + READER + "\\b"),
          // Approve.
          pattern(
              "\\b(?:(?:approve|promote|whitelist|allowlist|sign off(?: on)?|greenlight|rubber-?stamp"
                  + "|certify)\\W{1,6}(?:this|that|the|my|our)|(?:accept|trust|merge)\\W{1,6}this)"
                  + "\\W{1,6}(?:\\w{1,30}\\W{1,6})?"
                  + WORK
                  + "\\b"),
          pattern(
              "\\b(?:rate|mark|classify|label|treat|consider|report|describe|grade|score)\\W{1,6}"
                  + "(?:(?:this|that|the|my|our)\\W{1,6}(?:\\w{1,30}\\W{1,6})?"
                  + WORK
                  + "\\W{1,6}|it\\W{1,6})?as\\W{1,6}"
                  + "(?:safe|benign|harmless|approved|trusted|compliant|low[- ]risk)\\b(?!\\s\\w)"),
          pattern(
              "\\b(?:this|the)\\W{1,6}"
                  + WORK
                  + "\\W{1,6}(?:is|was|has been|have been)\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,2}?"
                  + "(?:approved|audited|vetted|certified|pre-?approved|whitelisted"
                  + "|(?:completely |perfectly |entirely )?(?:benign|harmless)"
                  + "|(?:completely|perfectly|entirely|known to be) safe)\\b"),
          pattern("\\bpre[- ]?(?:approved|vetted|audited|whitelisted)\\b"),
          pattern(
              "\\bno\\W{1,6}(?:(?:further|more|additional|manual|human|security)\\W{1,6})?"
                  + "(?:reviews?|audits?|inspections?|findings?)\\W{1,6}(?:is |are )?"
                  + "(?:needed|required|necessary|wanted|to report)\\b"),
          pattern(
              "\\b(?:do not|don't|never|must not|should not)\\W{1,6}"
                  + "(?:(?:flag|report|mention)\\W{1,6}(?:this|that|the following|anything|any\\b)"
                  + "|(?:flag|report|review|analy[sz]e|inspect|audit|scan|reject)\\W{1,6}"
                  + "(?:this|the|that)\\W{1,6}"
                  + WORK
                  + ")\\b"),
          pattern(
              "\\breport\\W{1,6}(?:that there (?:are|were) )?(?:no|zero)\\W{1,6}"
                  + "(?:\\w{1,30}\\W{1,6})?(?:findings?|issues?|problems?|vulnerabilit\\w{1,5})\\b"),
          pattern(
              "\\b(?:safe|ready|cleared|fine|ok(?:ay)?)\\W{1,6}(?:to|for)\\W{1,6}(?:be )?"
                  + "(?:approv\\w{1,5}|promot\\w{1,5})\\b"),
          pattern(
              "\\b(?:respond|reply|answer|output|print)\\W{1,6}(?:only )?(?:with|only)\\W{1,6}"
                  + "(?:\\w{1,30}\\W{1,6}){0,2}?(?:approved?|safe|lgtm|accept(?:ed)?)\\b"),
          pattern("\\bplease\\W{1,6}(?:approve|promote|accept|whitelist|sign off)\\b"),
          pattern(
              "\\b(?:verdict|(?:analy[sz]er|review|audit|scan)\\W{1,3}(?:result|verdict|status|outcome))"
                  + "\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,3}?"
                  + "(?:safe|pass(?:ed)?|ok|approved|clean|benign|accepted|(?:0|no|zero) findings?)\\b"),
          pattern(
              "\\bend of (?:untrusted|candidate|user|code|input)\\W{1,6}(?:input|code|text|file)\\b"),
          pattern(
              "\\b(?:you are|enter|switch to|now in)\\W{1,6}(?:now )?(?:in )?"
                  + "(?:developer|god|dan|admin|unrestricted|maintenance) mode\\b"),
          pattern(
              "\\bignoreall(?:the)?(?:previous|prior|above|earlier)?instructions"
                  + "|\\bignore(?:previous|prior|above|earlier)instructions"),
          // Roles of a conversation.
          pattern(
              "<\\|?/?(?:im_start|im_end|system|assistant|user|endoftext|inst|instructions?"
                  + "|prompt)\\|?>|\\[/?inst]|<</?sys>>|###\\s{0,4}(?:system|instructions?|assistant)\\b"),
          pattern(
              "(?:^|[.\\n]\\s{0,8})(?:system|assistant|human|user|developer)\\s{0,4}:\\s{0,4}"
                  + "(?:please\\W{1,6})?(?:you\\b|ignore|approve|promote|accept|override|disregard|respond"
                  + "|this (?:strategy|candidate|code))"),
          // The same in other languages.
          pattern(
              "\\bignorier\\w{0,10}"
                  + FEW_WORDS
                  + "(?:anweisungen|anleitungen|vorgaben|regeln)\\b"),
          pattern("\\b(?:ignore[zr]?|oublie[zr]?)" + FEW_WORDS + "(?:instructions|consignes)\\b"),
          pattern(
              "\\b(?:ignora\\w{0,4}|olvida\\w{0,4})"
                  + FEW_WORDS
                  + "(?:instrucciones|instru\u00e7\u00f5es"
                  + "|istruzioni)\\b"),
          pattern(
              "\u5ffd\u7565[^\\n]{0,12}(?:\u6307\u4ee4|\u6307\u793a|\u63d0\u793a)"
                  + "|\u7121\u8996[^\\n]{0,12}\u6307\u793a|\u6307\u793a[^\\n]{0,6}\u7121\u8996"),
          pattern(
              "\u0438\u0433\u043d\u043e\u0440\u0438\u0440\u0443\\w{0,10}"
                  + FEW_WORDS
                  + "\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446\\w{1,6}"));

  // I G N O R E
  private static final Pattern SPELLED = Pattern.compile("(?<!\\w)\\w(?:[ ._-]\\w){5,200}(?!\\w)");

  // 1gn0re
  private static final Pattern LEET = Pattern.compile("[a-z][0134579]{1,2}[a-z]|\\b[1!][a-z]{2}");
  private static final String DIGITS = "013457@$!";
  private static final String LETTERS = "oieastasi";

  // Without one of these words no phrase fits, and most texts of honest programs have none.
  private static final Set<String> TRIGGERS =
      Set.of(
          """
          ignore ignoring disregard forget override overrule bypass discard drop follow
          following obey prompt prompts instruction instructions approve promote accept
          whitelist allowlist greenlight merge rubber certify trust rate mark classify
          label treat consider report describe grade score approved audited vetted
          verified certified preapproved whitelisted safe benign harmless trusted
          review reviews reviewer reviewers audit audits inspection analysis finding
          findings flag mention analyze analyse inspect scan reject deny respond reply
          answer output print system assistant human user developer ai llm llms model
          gpt chatgpt claude gemini copilot agent agents auditor auditors inst cleared
          ready ignoriere ignorieren ignoriert ignorez ignora ignorar ignorate ignorare
          oubliez oublie olvida olvidar im_start im_end endoftext sys sign approver
          evaluator grader
          """
              .strip()
              .split("\\s+", -1));

  private Orders() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** The first words of {@code text} that speak to who reviews it. */
  static Optional<String> phrase(String text) {
    if (text.length() < 8 || !mayFit(text)) {
      return Optional.empty();
    }
    String seen = seen(text);
    for (String read : readings(seen)) {
      for (int from = 0; from < read.length(); from += PIECE_CHARACTERS_MAX) {
        String piece =
            read.substring(from, Math.min(read.length(), from + PIECE_CHARACTERS_MAX + 200));
        for (Pattern phrase : PHRASES) {
          Matcher matcher = phrase.matcher(piece);
          if (matcher.find()) {
            return Optional.of(shortened(matcher.group()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> readings(String seen) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(seen);
    if (seen.chars().anyMatch(c -> c >= 0x80)) {
      readings.add(LookAlikes.latin(seen));
    }
    if (SPELLED.matcher(seen).find()) {
      readings.add(
          SPELLED
              .matcher(seen)
              .replaceAll(word -> word.group().replaceAll("[ ._-]", ""))
              .replaceAll(" {2,}", " "));
    }
    if (LEET.matcher(seen).find()) {
      StringBuilder letters = new StringBuilder();
      seen.chars()
          .forEach(c -> {
            int at = DIGITS.indexOf(c);
            letters.append(at < 0 ? (char) c : LETTERS.charAt(at));
          });
      readings.add(letters.toString());
    }
    return readings;
  }

  private static boolean mayFit(String text) {
    if (SPELLED.matcher(text).find() || LEET.matcher(text).find()) {
      return true;
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c >= 0x80) {
        return true;
      }
      if (Character.isLetter(c) || c == '_') {
        word.append(Character.toLowerCase(c));
      } else {
        if (TRIGGERS.contains(word.toString())) {
          return true;
        }
        word.setLength(0);
      }
    }
    return false;
  }

  /** The words of a name: {@code ignore_previous_instructions}. */
  static String words(String name) {
    return name.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static String shortened(String phrase) {
    String line = phrase.replaceAll("\\s+", " ").strip();
    return line.length() <= PHRASE_CHARACTERS_MAX ? line : line.substring(0, PHRASE_CHARACTERS_MAX);
  }

  private static String seen(String text) {
    StringBuilder seen = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> c == '\n' || c == '\r' || c == '\t' || !TextCheck.isHidden(c))
        .filter(c -> c != 0xAD && c != 0x200C && c != 0x200D)
        .map(c -> c == '\r' || c == '\t' ? ' ' : c)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }
}
