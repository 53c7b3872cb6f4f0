package com.company.erp.user.account;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Knows of whoever acts whether his password is kept in another house. An interface, because the arrow would otherwise
 * point up: by what people signed in is known above.
 */
public interface PasswordElsewhere {

    /**
     * How the password is compared there; empty where this house keeps it.
     *
     * @throws com.company.erp.kernel.Overloaded directory.silent, by the comparison, when that house does not answer
     */
    Optional<Predicate<String>> own();
}
