package com.company.erp.document.printing;

/** What is printed on papers of one kind. */
sealed interface Sheet permits InvoiceSheet, StatementSheet {

    Paper paper();

    String title();
}
