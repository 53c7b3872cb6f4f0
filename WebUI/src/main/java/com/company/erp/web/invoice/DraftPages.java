package com.company.erp.web.invoice;

import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.drafting.DraftInvoice;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.kernel.ErpException;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.product.ProductCatalogue;
import com.company.erp.masterdata.product.ProductId;
import com.company.erp.masterdata.product.ProductView;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.terms.PaymentTermsBook;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a draft: its head, its lines, and what they come to while they are typed. */
@Controller
class DraftPages {

    private static final Paging ALL = new Paging(500, null, null, null);

    private final Invoicing invoicing;
    private final PartyDirectory parties;
    private final ProductCatalogue products;
    private final TaxCodeBook taxes;
    private final PaymentTermsBook terms;

    DraftPages(
            Invoicing invoicing,
            PartyDirectory parties,
            ProductCatalogue products,
            TaxCodeBook taxes,
            PaymentTermsBook terms) {
        this.invoicing = invoicing;
        this.parties = parties;
        this.products = products;
        this.taxes = taxes;
        this.terms = terms;
    }

    /** What the lines come to, in words and figures for the foot of the grid. */
    record Totals(Map<String, String> amounts, String currency) {}

    @GetMapping("/invoices/new")
    String begin(@RequestParam(required = false) @Nullable PartyId customer, Screen screen) {
        if (customer == null) return screen.begin(form("invoice-new", "/invoices"), Map.of(), Map.of());
        return screen.begin(
                form("invoice-new", "/parties/" + customer.value()),
                Map.of("customer", customer.value().toString()),
                Map.of("customer", parties.read(customer).name()));
    }

    @PostMapping("/invoices/new")
    String draft(Screen screen) {
        return screen.submit(
                () -> form("invoice-new", "/invoices"),
                DraftInvoice.class,
                draft -> InvoicePages.at(invoicing.draft(draft).id()));
    }

    @GetMapping("/invoices/{id}/edit")
    String edit(@PathVariable InvoiceId id, Screen screen) {
        InvoiceView invoice = invoicing.find(id);
        return screen.form(form("invoice", InvoicePages.at(id)), invoice, invoice.version(), labels(invoice));
    }

    @PostMapping("/invoices/{id}/edit")
    String change(@PathVariable InvoiceId id, Screen screen) {
        InvoiceView now = invoicing.find(id);
        return screen.submit(
                () -> form("invoice", InvoicePages.at(id)), DraftInvoice.class, now, labels(now), draft -> {
                    invoicing.change(id, screen.version(), draft);
                    return InvoicePages.at(id);
                });
    }

    @PostMapping("/invoices/preview")
    String preview(Screen screen) {
        Texts texts = screen.texts();
        try {
            DraftInvoice typed = screen.read(form("invoice", "/invoices"), DraftInvoice.class, null);
            return screen.page("totals", totals(invoicing.preview(typed), texts));
        } catch (ErpException e) {
            // The lines are not finished yet; what is wrong is told when they are saved.
            return screen.page("totals", new Totals(Map.of(), ""));
        }
    }

    private static Totals totals(InvoiceView invoice, Texts texts) {
        var amounts = new LinkedHashMap<String, String>();
        amounts.put("net", texts.amount(invoice.net()));
        invoice.taxes().stream()
                .filter(tax -> !tax.tax().isZero())
                .forEach(tax -> amounts.merge(
                        "tax " + texts.number(tax.percent()) + " %", texts.amount(tax.tax()), (a, b) -> b));
        amounts.put("gross", texts.amount(invoice.gross()));
        return new Totals(amounts, invoice.currency().getCurrencyCode());
    }

    private Map<String, String> labels(InvoiceView invoice) {
        var labels = new HashMap<String, String>();
        labels.put("customer", invoice.customerName());
        var ids = invoice.lines().stream()
                .map(InvoiceView.LineView::product)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<ProductId, ?> found = ids.isEmpty() ? Map.of() : products.byIds(ids);
        for (int i = 0; i < invoice.lines().size(); i++) {
            ProductId product = invoice.lines().get(i).product();
            if (product != null && found.get(product) instanceof ProductView view) {
                labels.put("lines[" + i + "].product", view.code());
            }
        }
        return labels;
    }

    private Form form(String name, String back) {
        List<Option> codes = taxes.list(true, null, ALL).items().stream()
                .map(code -> new Option(code.id().value().toString(), code.code()))
                .toList();
        List<Option> usual = terms.list(true, ALL).items().stream()
                .map(line -> new Option(line.id().value().toString(), line.name()))
                .toList();
        return Form.of(
                        name,
                        back,
                        Field.pick("customer", "/pick/parties").must(),
                        Field.text("customerReference"),
                        Field.date("supplyDate"),
                        Field.choice("paymentTerms", usual),
                        Field.text("currency"),
                        Field.choice("priceMode", PriceMode.values()))
                .lines(
                        "lines",
                        "/invoices/preview",
                        Field.pick("product", "/pick/products"),
                        Field.text("text"),
                        Field.number("quantity"),
                        Field.number("unitPrice"),
                        Field.number("discountPercent"),
                        Field.choice("taxCode", codes))
                .keeping();
    }
}
