package com.company.erp.document.press;

import java.io.StringWriter;
import java.util.AbstractList;
import java.util.List;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** How much work a template may make: a thousand loops in each other end after a while, and so does what they write. */
final class Effort {

    /** A name that no template can say. */
    static final String VARIABLE = " effort";

    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_CHARACTERS = 20_000_000;

    private int left = MOST_STEPS;

    static Effort of(IExpressionContext context) {
        return (Effort) context.getVariable(VARIABLE);
    }

    void spend() {
        if (--left < 0) throw new TemplateProcessingException("The template makes too much work");
    }

    /** The list, whose every element costs a step. */
    List<?> counting(List<?> list) {
        return new AbstractList<Object>() {
            @Override
            public Object get(int index) {
                spend();
                return list.get(index);
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }

    /** Takes what a template writes, up to a size. */
    static final class Output extends StringWriter {
        @Override
        public void write(int c) {
            super.write(c);
            check();
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            super.write(characters, offset, length);
            check();
        }

        @Override
        public void write(String text) {
            super.write(text);
            check();
        }

        @Override
        public void write(String text, int offset, int length) {
            super.write(text, offset, length);
            check();
        }

        private void check() {
            if (getBuffer().length() > MOST_CHARACTERS) {
                throw new TemplateProcessingException("The template writes too much");
            }
        }
    }
}
