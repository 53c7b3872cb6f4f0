package com.company.erp.assembly.check;

/** What a look found, in words. */
record Result(Level level, String said) {

    enum Level {
        OK("ok"),
        BY_HAND("todo"),
        WARNING("WARN"),
        FAULT("FAIL");

        private final String word;

        Level(String word) {
            this.word = word;
        }
    }

    static Result ok(String said) {
        return new Result(Level.OK, said);
    }

    static Result byHand(String said) {
        return new Result(Level.BY_HAND, said);
    }

    static Result warning(String said) {
        return new Result(Level.WARNING, said);
    }

    static Result fault(String said) {
        return new Result(Level.FAULT, said);
    }

    /** A fault from one limit on, a warning from a lower one on. */
    static Result measured(double value, double warns, double fails, String said) {
        if (value >= fails) return fault(said);
        return value >= warns ? warning(said) : ok(said);
    }

    String line(String what) {
        return "  %-4s  %-22s  %s".formatted(level.word, what, said);
    }
}
