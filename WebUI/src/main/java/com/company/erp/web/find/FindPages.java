package com.company.erp.web.find;

import com.company.erp.finance.payment.Paying;
import com.company.erp.finance.register.InvoiceFilter;
import com.company.erp.finance.register.InvoiceRegister;
import com.company.erp.finance.register.InvoiceRow;
import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyFilter;
import com.company.erp.masterdata.product.ProductCatalogue;
import com.company.erp.masterdata.product.ProductFilter;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.frame.Commands;
import com.company.erp.web.pattern.Picks;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import com.company.erp.web.pattern.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FindPages {

    private static final int OF_EACH = 5;

    private final PartyDirectory parties;
    private final ProductCatalogue products;
    private final InvoiceRegister invoices;
    private final Paying paying;

    FindPages(PartyDirectory parties, ProductCatalogue products, InvoiceRegister invoices, Paying paying) {
        this.parties = parties;
        this.products = products;
        this.invoices = invoices;
        this.paying = paying;
    }

    /** Something that fits, and of what kind it is. */
    record Found(String name, String kind, String href) {}

    private record Hit(String resource, UUID id, String name, String kind) {

        Found found() {
            return new Found(name, kind, "/" + resource + "/" + id);
        }

        Picks picks() {
            return new Picks(resource + "/" + id, name, kind, Map.of());
        }
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Screen screen) {
        String wanted = q.strip();
        List<Found> found = find(wanted, screen);
        return screen.page(screen.isFragment() ? "found :: found" : "found", found);
    }

    /** Records of all kinds, to choose one of them. */
    @GetMapping("/pick/records")
    String pick(@RequestParam(defaultValue = "") String q, Screen screen) {
        return screen.page(
                "pick", records(q.strip(), screen).stream().map(Hit::picks).toList());
    }

    /** Pages and what can be begun come first; without a word all of them. */
    private List<Found> find(String wanted, Screen screen) {
        Texts texts = screen.texts();
        var found = new ArrayList<Found>();
        String lower = wanted.toLowerCase(texts.locale());
        for (Commands.Command command : Commands.all()) {
            String title = texts.say(command.word());
            if (title.toLowerCase(texts.locale()).contains(lower)) {
                found.add(new Found(title, texts.say("found.pages"), command.href()));
            }
        }
        for (Hit record : records(wanted, screen)) found.add(record.found());
        return found;
    }

    /** Documents first, where a number is asked for. */
    private List<Hit> records(String wanted, Screen screen) {
        Texts texts = screen.texts();
        var records = new ArrayList<Hit>();
        if (wanted.isEmpty()) return records;
        boolean asksForNumber = wanted.matches(".*\\d.*");
        if (asksForNumber) {
            add(records, () -> documents(wanted, screen));
            add(records, () -> paymentsOf(wanted, texts));
        }
        add(records, () -> partiesOf(wanted, texts));
        add(records, () -> productsOf(wanted, texts));
        if (!asksForNumber) add(records, () -> documents(wanted, screen));
        return records;
    }

    /** By their whole total when a figure is typed, and by words of theirs. */
    private Stream<Hit> documents(String wanted, Screen screen) {
        List<InvoiceRow> byTotal = amount(wanted, screen)
                .map(total -> invoices.list(InvoiceFilter.NONE.of(total), new Paging(OF_EACH, null, null, null))
                        .items())
                .orElse(List.of());
        List<InvoiceRow> byWords =
                invoices.list(InvoiceFilter.NONE, words(wanted)).items();
        Texts texts = screen.texts();
        return Stream.concat(byTotal.stream(), byWords.stream()).distinct().map(i -> document(i, texts));
    }

    private static Optional<BigDecimal> amount(String wanted, Screen screen) {
        try {
            return Optional.of(new Typed(screen.texts().locale(), screen.today()).number("total", wanted));
        } catch (InvalidInput e) {
            return Optional.empty(); // It is a word.
        }
    }

    private static Hit document(InvoiceRow invoice, Texts texts) {
        String number = invoice.number() == null ? texts.say("document.draft") : invoice.number();
        String total = texts.amount(invoice.gross()) + " " + invoice.gross().currency();
        return new Hit(
                "invoices",
                invoice.id().value(),
                number + " " + invoice.customerName(),
                texts.constant(invoice.type()) + " " + total);
    }

    private Stream<Hit> paymentsOf(String number, Texts texts) {
        var numbered = new Paying.PaymentFilter(null, null, null, number, null, null);
        return paying.list(numbered, new Paging(OF_EACH, null, null, null)).items().stream()
                .map(p -> new Hit(
                        "payments",
                        p.id().value(),
                        p.number() + " " + p.customerName(),
                        texts.say("document.payment")));
    }

    private Stream<Hit> partiesOf(String wanted, Texts texts) {
        return parties.list(new PartyFilter(null, null, null, null), words(wanted)).items().stream()
                .map(p -> new Hit("parties", p.id().value(), p.name(), texts.say("document.party")));
    }

    private Stream<Hit> productsOf(String wanted, Texts texts) {
        return products.list(new ProductFilter(null, null, null), words(wanted)).items().stream()
                .map(p ->
                        new Hit("products", p.id().value(), p.code() + " " + p.name(), texts.say("document.product")));
    }

    private static Paging words(String wanted) {
        return new Paging(OF_EACH, null, null, wanted);
    }

    /** What somebody may not read is not found. */
    private static void add(List<Hit> found, Supplier<Stream<Hit>> search) {
        try {
            search.get().forEach(found::add);
        } catch (ErpException e) {
            // Refused: no permission, or words that this list cannot search for.
        }
    }
}
