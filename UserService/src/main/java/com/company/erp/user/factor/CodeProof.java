package com.company.erp.user.factor;

import com.company.erp.kernel.Unauthenticated;
import com.company.erp.user.account.PasswordProof;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The code as a proof beside the password, of whoever has a second factor. Each step is a transaction of its own: what
 * is noted stays noted, and a code that was used stays used. Call it outside transactions.
 */
@Component
public class CodeProof {

    private final Factors factors;
    private final PasswordProof proof;
    private final TransactionTemplate transaction;

    CodeProof(Factors factors, PasswordProof proof, PlatformTransactionManager transactions) {
        this.factors = factors;
        this.proof = proof;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * That whoever makes the attempt, whose password was right, brings the code that he needs.
     *
     * @throws Unauthenticated sign_in.code_needed, sign_in.code_wrong
     */
    public void require(UUID attempt, @Nullable String code) {
        if (Boolean.FALSE.equals(transaction.execute(status -> factors.isNeeded(attempt)))) return;
        if (code == null || code.isBlank()) {
            transaction.executeWithoutResult(status -> proof.lackCode(attempt));
            throw new Unauthenticated("sign_in.code_needed", "Send a code of your second factor, too.");
        }
        if (!Boolean.TRUE.equals(transaction.execute(status -> factors.proves(attempt, code)))) {
            throw new Unauthenticated("sign_in.code_wrong", "The code is wrong, too old or was used already.");
        }
    }
}
