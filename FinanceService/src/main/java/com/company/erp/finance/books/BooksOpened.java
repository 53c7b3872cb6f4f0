package com.company.erp.finance.books;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The books of the company were opened; from now on it can post. */
public record BooksOpened(
        @JsonIgnore CompanyId company, @Nullable String chart, LocalDate startsOn) implements DomainEvent {

    @Override
    @JsonIgnore
    public String type() {
        return "books.opened";
    }

    @Override
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef("company", company);
    }
}
