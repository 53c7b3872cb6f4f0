package com.company.erp.web.find;

import com.company.erp.finance.register.InvoiceFilter;
import com.company.erp.finance.register.InvoiceRegister;
import com.company.erp.kernel.ErpException;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyFilter;
import com.company.erp.masterdata.product.ProductCatalogue;
import com.company.erp.masterdata.product.ProductFilter;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.frame.Places;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    FindPages(PartyDirectory parties, ProductCatalogue products, InvoiceRegister invoices) {
        this.parties = parties;
        this.products = products;
        this.invoices = invoices;
    }

    /** Something that fits, and of what kind it is. */
    record Found(String name, String kind, String href) {}

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Screen screen) {
        String wanted = q.strip();
        List<Found> found = wanted.isEmpty() ? List.of() : find(wanted, screen.texts());
        return screen.page(screen.isFragment() ? "found :: found" : "found", found);
    }

    private List<Found> find(String wanted, Texts texts) {
        var paging = new Paging(OF_EACH, null, null, wanted);
        var found = new ArrayList<Found>();
        add(
                found,
                () -> parties.list(new PartyFilter(null, null, null, null), paging).items().stream()
                        .map(p -> new Found(p.name(), texts.say("document.party"), "/parties/" + p.id().value())));
        add(
                found,
                () -> products.list(new ProductFilter(null, null, null), paging).items().stream()
                        .map(p -> new Found(
                                p.code() + " " + p.name(),
                                texts.say("document.product"),
                                "/products/" + p.id().value())));
        add(
                found,
                () ->
                        invoices
                                .list(new InvoiceFilter(null, null, null, null, null, null, null), paging)
                                .items()
                                .stream()
                                .map(i -> new Found(
                                        (i.number() == null ? texts.say("document.draft") : i.number()) + " "
                                                + i.customerName(),
                                        texts.constant(i.type()),
                                        "/invoices/" + i.id().value())));
        String lower = wanted.toLowerCase(Locale.ROOT);
        Places.all().forEach((name, href) -> {
            String title = texts.say("menu." + name);
            if (title.toLowerCase(Locale.ROOT).contains(lower)) {
                found.add(new Found(title, texts.say("found.pages"), href));
            }
        });
        return found;
    }

    /** What somebody may not read is not found. */
    private static void add(List<Found> found, Supplier<Stream<Found>> search) {
        try {
            search.get().forEach(found::add);
        } catch (ErpException e) {
            // Refused: no permission, or words that this list cannot search for.
        }
    }
}
