package com.company.erp.finance.dunning;

import com.company.erp.finance.receivables.LateItem;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** One thing that a letter asks for, and how much of it was open then. */
@Entity
@Table(name = "dunning_items")
class DunningItem extends CompanyPart {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "letter_id")
    private DunningLetter letter;

    @Column(name = "line_no")
    private int number;

    @Column(name = "open_item_id")
    private UUID item;

    private String documentType;
    private UUID documentId;

    private String documentNumber;
    private LocalDate itemDate;
    private LocalDate dueDate;
    private String currency;
    private BigDecimal openAmount;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DunningItem() {}

    DunningItem(DunningLetter letter, int number, LateItem late) {
        this.letter = letter;
        this.number = number;
        this.item = late.item();
        this.documentType = late.document().type();
        this.documentId = late.document().id();
        this.documentNumber = late.number();
        this.itemDate = late.date();
        this.dueDate = late.dueDate();
        this.currency = late.open().currency().getCurrencyCode();
        this.openAmount = late.open().amount();
    }

    LateItem asked() {
        return new LateItem(
                item,
                new DocumentRef(documentType, documentId),
                documentNumber,
                itemDate,
                dueDate,
                new Money(openAmount, Currency.getInstance(currency)));
    }

    @Override
    public CompanyRecord whole() {
        return letter;
    }
}
