package dev.glovebox.analyzer.words;

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

  /** The words that begin it, and those that end it; the same where one word tells. */
  private record Phrase(List<String> first, List<String> last, Pattern pattern) {}

  private static final List<Phrase> PHRASES =
      List.of(
          // Forget what you were told.
          phrase(
              "ignore ignoring disregard forget override overrule bypass discard drop follow following obey",
              "instruction instructions prompt prompts directive directives guidelines message rules policy policies checks",
              "\\b(?:ignor(?:e|ing)|disregard|forget|override|overrule|bypass|discard|drop"
                  + "|do not (?:follow|obey)|don't (?:follow|obey)|stop following)"
                  + FEW_WORDS
                  + "(?:instructions?|prompts?|directives?|guidelines|system message"
                  + "|(?:review|safety|security|system)\\W{1,6}(?:rules|policy|policies|checks))\\b"),
          phrase(
              "new real actual updated secret hidden",
              "instruction instructions prompt",
              "\\b(?:new|real|actual|updated|secret|hidden) (?:system )?(?:instructions?|prompt)"
                  + "\\s{0,4}(?::|follow|from)"),
          phrase("system", "prompt", "\\bsystem prompt\\b"),
          // You, the reviewer.
          phrase(
              "are re act pretend as dear attention hey hello note message instructions instruction reminder addressed directed notice",
              "ai llm llms gpt chatgpt claude gemini copilot reviewer reviewers auditor auditors assistant assistants approver approvers moderator moderators grader graders model",
              "\\b(?:you are|you're|act as|pretend (?:to be|you are)|as(?: an?)?|dear|attention|hey|hello"
                  + "|(?:note|message|instructions?|reminder|addressed|directed|notice)"
                  + " (?:to|for)(?: (?:the|any|all|every))?)\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,2}?"
                  + READER
                  + "\\b(?=[^.\\n]{0,80}\\b(?:approv|promot|accept|safe|ignor|skip|must|should|report"
                  + "|respond|answer|rate|mark|pass|trust|consider|treat|review|flag|say|return|output|please|do not"
                  + "|don't))"),
          phrase(
              "if",
              "ai llm llms gpt chatgpt claude gemini copilot reviewer reviewers auditor auditors assistant assistants approver approvers moderator moderators grader graders model",
              "\\bif you are (?:an? |the )?" + READER + "\\b"),
          // Approve.
          phrase(
              "approve promote whitelist allowlist sign greenlight rubber rubberstamp certify accept trust merge",
              "this that the my our",
              "\\b(?:(?:approve|promote|whitelist|allowlist|sign off(?: on)?|greenlight|rubber-?stamp"
                  + "|certify)\\W{1,6}(?:this|that|the|my|our)|(?:accept|trust|merge)\\W{1,6}this)"
                  + "\\W{1,6}(?:\\w{1,30}\\W{1,6})?"
                  + WORK
                  + "\\b"),
          phrase(
              "rate mark classify label treat consider report describe grade score",
              "safe benign harmless approved trusted compliant risk",
              "\\b(?:rate|mark|classify|label|treat|consider|report|describe|grade|score)\\W{1,6}"
                  + "(?:(?:this|that|the|my|our)\\W{1,6}(?:\\w{1,30}\\W{1,6})?"
                  + WORK
                  + "\\W{1,6}|it\\W{1,6})?as\\W{1,6}"
                  + "(?:safe|benign|harmless|approved|trusted|compliant|low[- ]risk)\\b(?!\\s\\w)"),
          phrase(
              "this the",
              "approved audited vetted certified preapproved whitelisted benign harmless safe",
              "\\b(?:this|the)\\W{1,6}"
                  + WORK
                  + "\\W{1,6}(?:is|was|has been|have been)\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,2}?"
                  + "(?:approved|audited|vetted|certified|pre-?approved|whitelisted"
                  + "|(?:completely |perfectly |entirely )?(?:benign|harmless)"
                  + "|(?:completely|perfectly|entirely|known to be) safe)\\b"),
          phrase(
              "approved vetted audited whitelisted preapproved prevetted preaudited prewhitelisted",
              "approved vetted audited whitelisted preapproved prevetted preaudited prewhitelisted",
              "\\bpre[- ]?(?:approved|vetted|audited|whitelisted)\\b"),
          phrase(
              "no",
              "review reviews audit audits inspection inspections finding findings",
              "\\bno\\W{1,6}(?:(?:further|more|additional|manual|human|security)\\W{1,6})?"
                  + "(?:reviews?|audits?|inspections?|findings?)\\W{1,6}(?:is |are )?"
                  + "(?:needed|required|necessary|wanted|to report)\\b"),
          phrase(
              "not don never",
              "flag report mention review analyze analyse inspect audit scan reject",
              "\\b(?:do not|don't|never|must not|should not)\\W{1,6}"
                  + "(?:(?:flag|report|mention)\\W{1,6}(?:this|that|the following|anything|any\\b)"
                  + "|(?:flag|report|review|analy[sz]e|inspect|audit|scan|reject)\\W{1,6}"
                  + "(?:this|the|that)\\W{1,6}"
                  + WORK
                  + ")\\b"),
          phrase(
              "report",
              "finding findings issue issues problem problems vulnerability vulnerabilities",
              "\\breport\\W{1,6}(?:that there (?:are|were) )?(?:no|zero)\\W{1,6}"
                  + "(?:\\w{1,30}\\W{1,6})?(?:findings?|issues?|problems?|vulnerabilit\\w{1,5})\\b"),
          phrase(
              "safe ready cleared fine ok okay",
              "approve approval approved approving promote promotion promoted promoting",
              "\\b(?:safe|ready|cleared|fine|ok(?:ay)?)\\W{1,6}(?:to|for)\\W{1,6}(?:be )?"
                  + "(?:approv\\w{1,5}|promot\\w{1,5})\\b"),
          phrase(
              "respond reply answer output print",
              "approve approved safe lgtm accept accepted",
              "\\b(?:respond|reply|answer|output|print)\\W{1,6}(?:only )?(?:with|only)\\W{1,6}"
                  + "(?:\\w{1,30}\\W{1,6}){0,2}?(?:approved?|safe|lgtm|accept(?:ed)?)\\b"),
          phrase(
              "please",
              "approve promote accept whitelist sign",
              "\\bplease\\W{1,6}(?:approve|promote|accept|whitelist|sign off)\\b"),
          phrase(
              "verdict result status outcome",
              "safe pass passed ok approved clean benign accepted finding findings",
              "\\b(?:verdict|(?:analy[sz]er|review|audit|scan)\\W{1,3}(?:result|verdict|status|outcome))"
                  + "\\W{1,6}(?:\\w{1,30}\\W{1,6}){0,3}?"
                  + "(?:safe|pass(?:ed)?|ok|approved|clean|benign|accepted|(?:0|no|zero) findings?)\\b"),
          phrase(
              "end",
              "untrusted candidate user code input",
              "\\bend of (?:untrusted|candidate|user|code|input)\\W{1,6}(?:input|code|text|file)\\b"),
          phrase(
              "mode",
              "developer god dan admin unrestricted maintenance",
              "\\b(?:you are|enter|switch to|now in)\\W{1,6}(?:now )?(?:in )?"
                  + "(?:developer|god|dan|admin|unrestricted|maintenance) mode\\b"),
          phrase(
              "",
              "",
              "\\bignoreall(?:the)?(?:previous|prior|above|earlier)?instructions"
                  + "|\\bignore(?:previous|prior|above|earlier)instructions"),
          phrase("new", "task objective goal", "\\bnew (?:task|objective|goal)\\s{0,4}:"),
          phrase(
              "respond reply answer output print say",
              "approved lgtm",
              "\\b(?:respond|reply|answer|output|print|say)\\W{1,6}(?:approved|lgtm)\\b"),
          phrase(
              "ignore disregard forget",
              "above previous preceding prior",
              "\\b(?:ignore|disregard|forget)\\W{1,6}(?:(?:the|everything|all|what is)\\W{1,6}){0,2}"
                  + "(?:above|previous|preceding|prior)\\W{1,6}(?:and|then)\\W{1,6}"
                  + "(?:approve|promote|accept|output|report|say|mark|respond|answer|follow)\\b"),
          phrase(
              "by",
              "security compliance risk audit review",
              "\\b(?:reviewed|audited|checked|approved|vetted|verified|cleared) by (?:the |our )?"
                  + "(?:security|compliance|risk|audit|review)\\w{0,4} (?:team|department|desk|board)"),
          phrase(
              "need",
              "review check audit inspect scan flag",
              "\\bno need (?:to|for)(?: an?)? (?:review|check|audit|inspect|scan|flag)"),
          phrase(
              "tool function",
              "call use result response",
              "</?(?:tool|function)_(?:call|use|result|response)s?\\b"),
          // Roles of a conversation.
          phrase(
              "system assistant user im endoftext inst instruction instructions prompt sys",
              "system assistant user im endoftext inst instruction instructions prompt sys",
              "<\\|?/?(?:im_start|im_end|system|assistant|user|endoftext|inst|instructions?"
                  + "|prompt)\\|?>|\\[/?inst]|<</?sys>>|###\\s{0,4}(?:system|instructions?|assistant)\\b"),
          phrase(
              "system assistant human user developer",
              "you ignore approve promote accept override disregard respond this",
              "(?:^|[.\\n]\\s{0,8})(?:system|assistant|human|user|developer)\\s{0,4}:\\s{0,4}"
                  + "(?:please\\W{1,6})?(?:you\\b|ignore|approve|promote|accept|override|disregard|respond"
                  + "|this (?:strategy|candidate|code))"),
          // The same in other languages.
          phrase(
              "ignoriere ignorieren ignoriert ignorier",
              "anweisungen anleitungen vorgaben regeln",
              "\\bignorier\\w{0,10}"
                  + FEW_WORDS
                  + "(?:anweisungen|anleitungen|vorgaben|regeln)\\b"),
          phrase(
              "ignore ignorez ignorer oublie oubliez oublier",
              "instructions consignes",
              "\\b(?:ignore[zr]?|oublie[zr]?)" + FEW_WORDS + "(?:instructions|consignes)\\b"),
          phrase(
              "ignora ignorar ignorate ignorare ignoran olvida olvidar olvidad",
              "instrucciones istruzioni",
              "\\b(?:ignora\\w{0,4}|olvida\\w{0,4})"
                  + FEW_WORDS
                  + "(?:instrucciones|instru\u00e7\u00f5es"
                  + "|istruzioni)\\b"),
          phrase(
              "",
              "",
              "\u5ffd\u7565[^\\n]{0,12}(?:\u6307\u4ee4|\u6307\u793a|\u63d0\u793a)"
                  + "|\u7121\u8996[^\\n]{0,12}\u6307\u793a|\u6307\u793a[^\\n]{0,6}\u7121\u8996"),
          phrase(
              "",
              "",
              "\u0438\u0433\u043d\u043e\u0440\u0438\u0440\\p{L}{0,6}\\P{L}{1,6}"
                  + "(?:\\p{L}{1,30}\\P{L}{1,6}){0,5}?"
                  + "\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446"));

  /** The phrases that a word can begin and end, one bit each. */
  record Bits(long first, long last) {
    static final Bits NONE = new Bits(0, 0);

    Bits and(Bits other) {
      return new Bits(first | other.first, last | other.last);
    }
  }

  private static final Map<String, Bits> BY_WORD = byWord();

  private Phrases() {}

  private static Phrase phrase(String first, String last, String regex) {
    return new Phrase(words(first), words(last), Pattern.compile(regex));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  private static Map<String, Bits> byWord() {
    Map<String, Bits> bits = new HashMap<>();
    for (int i = 0; i < PHRASES.size(); i++) {
      long bit = 1L << i;
      PHRASES.get(i).first().forEach(word -> bits.merge(word, new Bits(bit, 0), Bits::and));
      PHRASES.get(i).last().forEach(word -> bits.merge(word, new Bits(0, bit), Bits::and));
    }
    return Map.copyOf(bits);
  }

  /** The phrases that {@code word}, in small letters, can belong to. */
  static Bits of(String word) {
    return BY_WORD.getOrDefault(word, Bits.NONE);
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
