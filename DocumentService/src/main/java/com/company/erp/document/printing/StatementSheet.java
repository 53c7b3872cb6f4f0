package com.company.erp.document.printing;

import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import com.company.erp.finance.receivables.Receivables;
import java.util.List;

/** A customer's statement of account in words and figures, ready to be set; one part for each currency. */
record StatementSheet(Words words, Paper paper, String title, List<Fact> facts, List<Account> accounts)
        implements Sheet {

    /** @param currency by its code */
    record Account(String currency, String opening, List<Line> lines, String closing) {}

    /** @param balance also what is carried over where a page ends with the line */
    record Line(String date, String document, String due, String amount, String balance) {}

    static StatementSheet of(Receivables.Statement statement, Words words, Paper paper, String customerCode) {
        List<Fact> facts = List.of(
                new Fact(words.word("date.issue"), words.date(statement.to())),
                new Fact(
                        words.word("statement.period"),
                        words.date(statement.from()) + " \u2013 " + words.date(statement.to())),
                new Fact(words.word("customer.number"), customerCode));
        List<Account> accounts =
                statement.accounts().stream().map(a -> account(a, words)).toList();
        return new StatementSheet(words, paper, words.word("statement"), facts, accounts);
    }

    private static Account account(Receivables.StatementAccount account, Words words) {
        return new Account(
                account.opening().currency().getCurrencyCode(),
                words.amount(account.opening()),
                account.lines().stream().map(line -> line(line, words)).toList(),
                words.amount(account.closing()));
    }

    private static Line line(Receivables.StatementLine line, Words words) {
        return new Line(
                words.date(line.date()),
                words.kind(line.documentType()) + " " + line.number(),
                words.date(line.dueDate()),
                words.amount(line.amount()),
                words.amount(line.balance()));
    }
}
