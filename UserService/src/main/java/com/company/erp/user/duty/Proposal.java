package com.company.erp.user.duty;

import java.util.List;

/** A pair that companies commonly keep apart, and why. */
public record Proposal(String first, String second, String because) {

    static final List<Proposal> ALL = List.of(
            new Proposal("invoice.draft", "invoice.issue", "A second person looks at an invoice before it goes out."),
            new Proposal("party.create", "payment.refund", "Money could be paid out to a customer who does not exist."),
            new Proposal("party.change", "payment.refund", "Money could be led to another account."),
            new Proposal("invoice.credit", "payment.receive", "Money received could be kept and the invoice credited."),
            new Proposal("invoice.issue", "payment.write_off", "A customer could be let off what he owes."),
            new Proposal("entry.post", "period.lock", "What is closed could be opened to post into it."),
            new Proposal("entry.post", "entry.reverse", "A second person looks at a correction."),
            new Proposal("role.change", "user.change", "Whoever gives roles could give himself what they grant."));
}
