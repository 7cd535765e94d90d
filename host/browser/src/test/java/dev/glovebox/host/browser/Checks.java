package dev.glovebox.host.browser;

/** Questions to a page; each answers with what is wrong. */
final class Checks {
  /** Elements that stick out at the right of the window, but for what scrolls in itself. */
  static final String TOO_WIDE =
      """
      [...document.body.querySelectorAll('*')]
          .filter(e => !e.closest('.wide, .definitions') && !e.closest('svg svg'))
          .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
          .map(e => e.tagName + '.' + e.getAttribute('class') + ' ' + e.textContent.slice(0, 40))
      """;

  /** Texts with a contrast below 4.5 to 1 against what is behind them (WCAG 2.2, 1.4.3). */
  static final String LOW_CONTRAST =
      """
      (() => {
        const parse = text => {
          const parts = text.match(/[\\d.]+/g).map(Number);
          const unit = text.startsWith('color(') ? 255 : 1;
          return {rgb: parts.slice(0, 3).map(p => p * unit), alpha: parts[3] ?? 1};
        };
        const light = rgb => {
          const [r, g, b] = rgb.map(c => c / 255)
              .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = element => {
          for (let e = element; e; e = e.parentElement) {
            const found = parse(getComputedStyle(e).backgroundColor);
            if (found.alpha === 1) return found.rgb;
          }
          return parse(getComputedStyle(document.documentElement).backgroundColor).rgb;
        };
        const wrong = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || element.closest('title, desc, .definitions')) {
            continue;
          }
          const style = getComputedStyle(element);
          const ink = parse(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
          const a = light(ink.rgb), b = light(behind(element));
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < 4.5) {
            wrong.push(ratio.toFixed(2) + ' ' + element.className + ' '
                + walker.currentNode.data.slice(0, 30));
          }
        }
        return [...new Set(wrong)].slice(0, 10);
      })()
      """;

  /** Pictures without a name, ids used twice, links to nowhere, headings that skip a level. */
  static final String UNNAMED =
      """
      (() => {
        const wrong = [];
        for (const svg of document.querySelectorAll('svg[role=img]')) {
          for (const id of svg.getAttribute('aria-labelledby').split(' ')) {
            if (!document.getElementById(id)?.textContent.trim()) wrong.push('picture ' + id);
          }
        }
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => wrong.push('twice ' + id));
        for (const link of document.querySelectorAll('[href]')) {
          const target = link.getAttribute('href').slice(1);
          if (!document.getElementById(target)) wrong.push('nowhere ' + target);
        }
        let level = 0;
        for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
          const now = Number(heading.tagName[1]);
          if (now > level + 1) wrong.push('heading ' + heading.textContent);
          level = now;
        }
        if (document.querySelectorAll('main').length !== 1) wrong.push('one main');
        if (!document.documentElement.lang) wrong.push('language');
        if (!document.title) wrong.push('title');
        return wrong;
      })()
      """;

  private Checks() {}
}
