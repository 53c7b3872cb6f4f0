package com.company.erp.web.invoice;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.invoicing.CreditRequest;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.invoicing.InvoiceView.InstalmentView;
import com.company.erp.finance.invoicing.InvoiceView.LineView;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.platform.tenancy.Glance;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import com.company.erp.web.settled.Settled;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An invoice or credit note as it stands, and the steps of its life. */
@Controller
class StepPages {

    private static final Columns<LineView> LINES = Columns.<LineView>begin()
            .text("text", LineView::text)
            .number("quantity", LineView::quantity)
            .text("unit", LineView::unit)
            .price("unitPrice", LineView::unitPrice, line -> line.net().currency())
            .number("discountPercent", line -> line.discountPercent().signum() == 0 ? null : line.discountPercent())
            .number("taxPercent", LineView::taxPercent)
            .money("net", LineView::net);

    private static final Columns<InstalmentView> INSTALMENTS = Columns.<InstalmentView>begin()
            .date("dueDate", InstalmentView::dueDate)
            .money("amount", InstalmentView::amount)
            .money("open", InstalmentView::open);

    private final Glance glance;
    private final Invoicing invoicing;
    private final Subledger subledger;

    StepPages(Glance glance, Invoicing invoicing, Subledger subledger) {
        this.glance = glance;
        this.invoicing = invoicing;
        this.subledger = subledger;
    }

    record Issue(@NotNull LocalDate on) {}

    @GetMapping("/invoices/{id}")
    String find(@PathVariable InvoiceId id, Screen screen) {
        return screen.document(glance.of(() -> document(id, screen.texts())));
    }

    private Document document(InvoiceId id, Texts texts) {
        InvoiceView invoice = invoicing.find(id);
        Document document = document(invoice, texts);
        if (!invoice.status().isPosted() || !Scope.permissions().contains("open_item.read")) return document;
        return document.table(Settled.table("settled", subledger.allocationsOf(id.value()), id.value(), texts));
    }

    private static Document document(InvoiceView invoice, Texts texts) {
        boolean isInvoice = invoice.type() == InvoiceType.INVOICE;
        boolean isDraft = invoice.status() == InvoiceStatus.DRAFT;
        boolean isOpen = isInvoice && invoice.open().isPositive();
        String at = InvoicePages.at(invoice.id());
        String customer = invoice.customer().value().toString();
        String currency = invoice.currency().getCurrencyCode();
        String title = invoice.number() == null ? texts.say("document.draft") : invoice.number();
        Document document = Document.of(isInvoice ? "invoice" : "credit_note", title)
                .about("invoices", invoice.id())
                .status(invoice.status(), texts)
                .form("issue", "invoice.issue", isDraft, at + "/issue")
                .form("receive", "payment.receive", isOpen, "/payments/receive?customer=" + customer)
                .form("edit", "invoice.draft", isDraft, at + "/edit")
                .form(
                        "credit",
                        "invoice.credit",
                        isInvoice && invoice.creditable().isPositive(),
                        at + "/credit")
                .grave("cancel", "invoice.cancel", isDraft, at + "/cancel", texts)
                .fact("customer", invoice.customerName(), "/parties/" + customer)
                .fact("issueDate", texts.date(invoice.issueDate()))
                .fact("dueDate", texts.date(invoice.dueDate()))
                .fact("supplyDate", texts.date(invoice.supplyDate()))
                .fact("customerReference", invoice.customerReference())
                .fact("externalReference", invoice.externalReference())
                .fact("notes", invoice.notes())
                .table(LINES.table("lines", invoice.lines(), texts))
                .total("net", texts.amount(invoice.net()), currency, false)
                .total("tax", texts.amount(invoice.tax()), currency, false)
                .total("gross", texts.amount(invoice.gross()), currency, true);
        if (invoice.credits() != null) {
            document = document.fact("credits", texts.say("document.invoice"), InvoicePages.at(invoice.credits()));
        }
        if (!invoice.status().isPosted()) return document;
        return document.fact(
                        "entry",
                        texts.say("list.entries.title"),
                        "/entries?document=" + invoice.id().value())
                .total("open", texts.amount(invoice.open()), currency, false)
                .table(INSTALMENTS.table("instalments", invoice.instalments(), texts));
    }

    @GetMapping("/invoices/{id}/issue")
    String issue(@PathVariable InvoiceId id, Screen screen) {
        invoicing.find(id);
        return screen.begin(issueForm(id), Map.of("on", screen.today().toString()), Map.of());
    }

    @PostMapping("/invoices/{id}/issue")
    String issueNow(@PathVariable InvoiceId id, Screen screen) {
        return screen.submit(() -> issueForm(id), Issue.class, issue -> {
            invoicing.issue(id, issue.on());
            return InvoicePages.at(id);
        });
    }

    private static Form issueForm(InvoiceId id) {
        return Form.of("issue", InvoicePages.at(id), Field.date("on").must());
    }

    @GetMapping("/invoices/{id}/credit")
    String credit(@PathVariable InvoiceId id, Screen screen) {
        InvoiceView invoice = invoicing.find(id);
        Texts texts = screen.texts();
        return screen.begin(
                creditForm(id),
                Map.of(
                        "on", screen.today().toString(),
                        "amount.amount", texts.amount(invoice.creditable()),
                        "amount.currency", invoice.currency().getCurrencyCode()),
                Map.of());
    }

    /** All that is left is credited line by line, as the invoice has it; a part of it as an amount. */
    @PostMapping("/invoices/{id}/credit")
    String creditNow(@PathVariable InvoiceId id, Screen screen) {
        return screen.submit(() -> creditForm(id), CreditRequest.class, wanted -> {
            InvoiceView invoice = invoicing.find(id);
            boolean isAll = wanted.amount() != null && wanted.amount().equals(invoice.creditable());
            CreditRequest request = isAll ? new CreditRequest(wanted.on(), wanted.reason(), null, null) : wanted;
            return InvoicePages.at(invoicing.credit(id, request).id());
        });
    }

    private static Form creditForm(InvoiceId id) {
        return Form.of(
                "credit",
                InvoicePages.at(id),
                Field.date("on").must(),
                Field.money("amount"),
                Field.text("reason").must().broad());
    }

    @PostMapping("/invoices/{id}/cancel")
    String cancel(@PathVariable InvoiceId id, Screen screen) {
        invoicing.cancel(id);
        return screen.redirect(InvoicePages.at(id));
    }
}
