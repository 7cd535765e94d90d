package dev.glovebox.analyzer.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases of {@link Orders}, each with the words without one of which it cannot fit. */
final class Phrases {
  private static final String FEW_WORDS = "\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,5}?";

  private static final String READER =
      "(?:ai|a\\.i\\.|llms?|language model|large model|gpt[\\w.-]{0,20}|chatgpt|claude|gemini|copilot"
          + "|(?:code |security |automated |human )?(?:reviewers?|auditors?|assistants?"
          + "|approvers?|moderators?|graders?)|review(?:ing)? (?:model|agent|bot))";

  private static final String WORK =
      "(?:candidate|strategy|code|file|submission|artifact|program|script|module"
          + "|pull request)";

  private record Phrase(List<String> words, Pattern pattern) {}

  private static final List<Phrase> PHRASES =
      List.of(
          // Forget what you were told.
          phrase(
              "instruction instructions prompt prompts directive directives guidelines message rules policy policies checks",
              "\\b(?:ignor(?:e|ing)|disregard|forget|override|overrule|bypass|discard|drop"
                  + "|do not (?:follow|obey)|don't (?:follow|obey)|stop following)"
                  + FEW_WORDS
                  + "(?:instructions?|prompts?|directives?|guidelines|system message"
                  + "|(?:review|safety|security|system)\\W{1,6}(?:rules|policy|policies|checks))\\b"),
          phrase(
              "instruction instructions prompt prompts",
              "\\b(?:new|real|actual|updated|secret|hidden) (?:system )?(?:instructions?|prompt)"
                  + "\\s{0,4}(?::|follow|from)"),
          phrase("prompt", "\\bsystem prompt\\b"),
          // You, the reviewer.
          phrase(
              "ai i llm llms gpt chatgpt claude gemini copilot reviewer reviewers auditor auditors assistant assistants approver approvers moderator moderators grader graders model",
              "\\b(?:you are|you're|act as|pretend (?:to be|you are)|as an?|dear|attention|hey|hello"
                  + "|(?:note|message|instructions?|reminder|addressed|directed|notice)"
                  + " (?:to|for)(?: (?:the|any|all|every))?)\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,2}?"
                  + READER
                  + "\\b(?=[^.\\n]{0,80}\\b(?:approv|promot|accept|safe|ignor|skip|must|should|report"
                  + "|respond|answer|rate|mark|pass|trust|review|flag|say|return|output|please|do not"
                  + "|don't))"),
          phrase(
              "ai i llm llms gpt chatgpt claude gemini copilot reviewer reviewers auditor auditors assistant assistants approver approvers moderator moderators grader graders model",
              "\\bif you are (?:an? |the )?" + READER + "\\b"),
          // Approve.
          phrase(
              "approve promote whitelist allowlist sign greenlight rubber rubberstamp certify accept trust merge",
              "\\b(?:(?:approve|promote|whitelist|allowlist|sign off(?: on)?|greenlight|rubber-?stamp"
                  + "|certify)\\W{1,6}(?:this|that|the|my|our)|(?:accept|trust|merge)\\W{1,6}this)"
                  + "\\W{1,6}(?:\\w{1,30}\\W{1,6})?"
                  + WORK
                  + "\\b"),
          phrase(
              "safe benign harmless approved trusted compliant risk",
              "\\b(?:rate|mark|classify|label|treat|consider|report|describe|grade|score)\\W{1,6}"
                  + "(?:(?:this|that|the|my|our)\\W{1,6}(?:\\w{1,30}\\W{1,6})?"
                  + WORK
                  + "\\W{1,6}|it\\W{1,6})?as\\W{1,6}"
                  + "(?:safe|benign|harmless|approved|trusted|compliant|low[- ]risk)\\b(?!\\s\\w)"),
          phrase(
              "approved audited vetted certified preapproved whitelisted benign harmless safe",
              "\\b(?:this|the)\\W{1,6}"
                  + WORK
                  + "\\W{1,6}(?:is|was|has been|have been)\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,2}?"
                  + "(?:approved|audited|vetted|certified|pre-?approved|whitelisted"
                  + "|(?:completely |perfectly |entirely )?(?:benign|harmless)"
                  + "|(?:completely|perfectly|entirely|known to be) safe)\\b"),
          phrase(
              "approved vetted audited whitelisted preapproved prevetted preaudited prewhitelisted",
              "\\bpre[- ]?(?:approved|vetted|audited|whitelisted)\\b"),
          phrase(
              "needed required necessary wanted report",
              "\\bno\\W{1,6}(?:(?:further|more|additional|manual|human|security)\\W{1,6})?"
                  + "(?:reviews?|audits?|inspections?|findings?)\\W{1,6}(?:is |are )?"
                  + "(?:needed|required|necessary|wanted|to report)\\b"),
          phrase(
              "flag report mention review analyze analyse inspect audit scan reject",
              "\\b(?:do not|don't|never|must not|should not)\\W{1,6}"
                  + "(?:(?:flag|report|mention)\\W{1,6}(?:this|that|the following|anything|any\\b)"
                  + "|(?:flag|report|review|analy[sz]e|inspect|audit|scan|reject)\\W{1,6}"
                  + "(?:this|the|that)\\W{1,6}"
                  + WORK
                  + ")\\b"),
          phrase(
              "report",
              "\\breport\\W{1,6}(?:that there (?:are|were) )?(?:no|zero)\\W{1,6}"
                  + "(?:\\w{1,30}\\W{1,6})?(?:findings?|issues?|problems?|vulnerabilit\\w{1,5})\\b"),
          phrase(
              "approve approval approved approving promote promotion promoted promoting",
              "\\b(?:safe|ready|cleared|fine|ok(?:ay)?)\\W{1,6}(?:to|for)\\W{1,6}(?:be )?"
                  + "(?:approv\\w{1,5}|promot\\w{1,5})\\b"),
          phrase(
              "respond reply answer output print",
              "\\b(?:respond|reply|answer|output|print)\\W{1,6}(?:only )?(?:with|only)\\W{1,6}"
                  + "(?:\\w{1,30}\\W{1,6}){0,2}?(?:approved?|safe|lgtm|accept(?:ed)?)\\b"),
          phrase("please", "\\bplease\\W{1,6}(?:approve|promote|accept|whitelist|sign off)\\b"),
          phrase(
              "verdict result status outcome",
              "\\b(?:verdict|(?:analy[sz]er|review|audit|scan)\\W{1,3}(?:result|verdict|status|outcome))"
                  + "\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,3}?"
                  + "(?:safe|pass(?:ed)?|ok|approved|clean|benign|accepted|(?:0|no|zero) findings?)\\b"),
          phrase(
              "end",
              "\\bend of (?:untrusted|candidate|user|code|input)\\W{1,6}(?:input|code|text|file)\\b"),
          phrase(
              "mode",
              "\\b(?:you are|enter|switch to|now in)\\W{1,6}(?:now )?(?:in )?"
                  + "(?:developer|god|dan|admin|unrestricted|maintenance) mode\\b"),
          phrase(
              "",
              "\\bignoreall(?:the)?(?:previous|prior|above|earlier)?instructions"
                  + "|\\bignore(?:previous|prior|above|earlier)instructions"),
          // Roles of a conversation.
          phrase(
              "system assistant user im endoftext inst instruction instructions prompt sys",
              "<\\|?/?(?:im_start|im_end|system|assistant|user|endoftext|inst|instructions?"
                  + "|prompt)\\|?>|\\[/?inst]|<</?sys>>|###\\s{0,4}(?:system|instructions?|assistant)\\b"),
          phrase(
              "system assistant human user developer",
              "(?:^|[.\\n]\\s{0,8})(?:system|assistant|human|user|developer)\\s{0,4}:\\s{0,4}"
                  + "(?:please\\W{1,6})?(?:you\\b|ignore|approve|promote|accept|override|disregard|respond"
                  + "|this (?:strategy|candidate|code))"),
          // The same in other languages.
          phrase(
              "anweisungen anleitungen vorgaben regeln",
              "\\bignorier\\w{0,10}"
                  + FEW_WORDS
                  + "(?:anweisungen|anleitungen|vorgaben|regeln)\\b"),
          phrase(
              "instructions consignes",
              "\\b(?:ignore[zr]?|oublie[zr]?)" + FEW_WORDS + "(?:instructions|consignes)\\b"),
          phrase(
              "instrucciones istruzioni",
              "\\b(?:ignora\\w{0,4}|olvida\\w{0,4})"
                  + FEW_WORDS
                  + "(?:instrucciones|instru\u00e7\u00f5es"
                  + "|istruzioni)\\b"),
          phrase(
              "",
              "\u5ffd\u7565[^\\n]{0,12}(?:\u6307\u4ee4|\u6307\u793a|\u63d0\u793a)"
                  + "|\u7121\u8996[^\\n]{0,12}\u6307\u793a|\u6307\u793a[^\\n]{0,6}\u7121\u8996"),
          phrase(
              "",
              "\u0438\u0433\u043d\u043e\u0440\u0438\u0440\u0443\\w{0,10}"
                  + FEW_WORDS
                  + "\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446\\w{1,6}"));

  /** The phrases that a word can belong to, one bit each. */
  private static final Map<String, Long> BY_WORD = byWord();

  private Phrases() {}

  private static Phrase phrase(String words, String regex) {
    return new Phrase(
        words.isEmpty() ? List.of() : List.of(words.split(" ", -1)), Pattern.compile(regex));
  }

  private static Map<String, Long> byWord() {
    Map<String, Long> bits = new HashMap<>();
    for (int i = 0; i < PHRASES.size(); i++) {
      for (String word : PHRASES.get(i).words()) {
        bits.merge(word, 1L << i, (a, b) -> a | b);
      }
    }
    return Map.copyOf(bits);
  }

  /** The phrases that {@code word}, in small letters, can belong to. */
  static long of(String word) {
    return BY_WORD.getOrDefault(word, 0L);
  }

  /** All phrases. */
  static long all() {
    return -1;
  }

  /** The first of {@code phrases} that stands in {@code text}; empty text if there is none. */
  static String find(String text, long phrases) {
    for (int i = 0; i < PHRASES.size(); i++) {
      if ((phrases & (1L << i)) != 0) {
        Matcher matcher = PHRASES.get(i).pattern().matcher(text);
        if (matcher.find()) {
          return matcher.group();
        }
      }
    }
    return "";
  }
}
