package com.company.erp.document.wording;

/** What an e-mail says. */
public record Said(String subject, String text) {}
