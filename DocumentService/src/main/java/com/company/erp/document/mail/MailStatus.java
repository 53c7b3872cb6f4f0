package com.company.erp.document.mail;

/** Where an e-mail is on its way. */
public enum MailStatus {
    /** Waits for its turn, or for the next try. */
    QUEUED,
    /** Is being handed over. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** The address was refused for good. */
    BOUNCED,
    /** All tries failed. */
    FAILED,
    /** The instance died while handing it over: perhaps it went out, so only a person sends it again. */
    UNCERTAIN
}
