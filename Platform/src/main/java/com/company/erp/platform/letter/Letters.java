package com.company.erp.platform.letter;

/**
 * Carries letters by the mail server of the scope's company. An interface, because the arrow would otherwise point up:
 * e-mail stands above the departments that write letters.
 */
public interface Letters {

    /** Whether the company has a mail server. */
    boolean areCarried();

    /** Puts a letter into the durable queue, inside the open transaction. */
    void send(Letter letter);
}
