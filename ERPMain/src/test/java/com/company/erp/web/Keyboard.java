package com.company.erp.web;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Walks a page with the tab key alone, from its content to its end. */
final class Keyboard {

    /** Numbers what a mouse could use, and says how much that is. */
    private static final String NUMBER = """
            () => {
              const kinds = 'main :is(a[href], button, input, select, textarea, summary)';
              const usable = [...document.querySelectorAll(kinds)].filter(one =>
                  one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0
                      && one.type !== 'hidden');
              usable.forEach((one, number) => one.dataset.number = number);
              document.querySelector('main').focus();
              return usable.length;
            }""";

    /** The number of what has the focus, if one sees that it has; null behind the content. */
    private static final String SEEN = """
            () => {
              const at = document.activeElement;
              if (!at.closest('main')) return null;
              const look = getComputedStyle(at);
              return look.outlineStyle !== 'none' || look.boxShadow !== 'none' ? at.dataset.number ?? '' : '';
            }""";

    private static final String MISSED = """
            numbers => [...document.querySelectorAll('[data-number]')]
                .filter(one => !numbers.includes(one.dataset.number))
                .map(one => one.outerHTML.slice(0, 120))""";

    private Keyboard() {}

    /** What the tab key does not reach, or never shows to be reached; a date takes more steps than one. */
    static List<String> faults(Page page) {
        var reached = new ArrayList<String>();
        int most = 4 * ((Number) page.evaluate(NUMBER)).intValue() + 10;
        for (int n = 0; n < most; n++) {
            page.keyboard().press("Tab");
            String at = (String) page.evaluate(SEEN);
            if (at == null) break;
            reached.add(at);
        }
        return ((List<?>) page.evaluate(MISSED, reached))
                .stream().map(Object::toString).toList();
    }
}
