package com.company.erp.web.party;

import com.company.erp.finance.receivables.AgedCustomer;
import com.company.erp.finance.receivables.AgedItem;
import com.company.erp.finance.receivables.PaymentBehaviour;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.masterdata.party.Address;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyDraft;
import com.company.erp.masterdata.party.PartyFilter;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.party.PartyLine;
import com.company.erp.masterdata.party.PartyRole;
import com.company.erp.masterdata.party.PartyRow;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.masterdata.terms.PaymentTermsBook;
import com.company.erp.platform.tenancy.Glance;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Picks;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PartyPages {

    private static final int OFFERED = 10;
    private static final ListPage<PartyLine> LIST = ListPage.<PartyLine>of(
                    "parties",
                    Columns.<PartyLine>begin()
                            .link("name", PartyLine::name, party -> at(party.id()))
                            .sortable()
                            .text("code", PartyLine::code)
                            .sortable()
                            .text("country", PartyLine::country)
                            .text("taxId", PartyLine::taxId)
                            .yesNo("active", PartyLine::active))
            .searched()
            .choice("role", PartyRole.values())
            .choice("active", "true", "false")
            .create("party.create", "/parties/new")
            .exported()
            .imported()
            .counted()
            .chosenBy(party -> party.id().value())
            .each("deactivate", "party.deactivate")
            .each("activate", "party.activate");

    private static final String OWED = "receivable.read";
    private static final Columns<AgedItem> OPEN = Columns.<AgedItem>begin()
            .link("number", AgedItem::number, item -> Places.of(item.document()))
            .date("date", AgedItem::date)
            .date("dueDate", AgedItem::dueDate)
            .count("daysLate", AgedItem::daysLate)
            .money("open", AgedItem::open);

    private final Glance glance;
    private final PartyDirectory directory;
    private final PaymentTermsBook terms;
    private final Receivables receivables;

    PartyPages(Glance glance, PartyDirectory directory, PaymentTermsBook terms, Receivables receivables) {
        this.glance = glance;
        this.directory = directory;
        this.terms = terms;
        this.receivables = receivables;
    }

    private static String at(PartyId id) {
        return "/parties/" + id.value();
    }

    @GetMapping("/parties")
    String list(PartyFilter filter, Paging paging, Screen screen) {
        return screen.list(LIST, directory.list(filter, paging));
    }

    @GetMapping("/parties/totals")
    String totals(PartyFilter filter, Paging paging, Screen screen) {
        return screen.totals(LIST, directory.totals(filter, paging.q()));
    }

    @PostMapping("/parties/chosen/deactivate")
    String deactivateChosen(@RequestParam(required = false) @Nullable List<PartyId> id, Screen screen) {
        return screen.each(id, "told.chosen.deactivate", PartyPages::at, directory::deactivate);
    }

    @PostMapping("/parties/chosen/activate")
    String activateChosen(@RequestParam(required = false) @Nullable List<PartyId> id, Screen screen) {
        return screen.each(id, "told.chosen.activate", PartyPages::at, directory::activate);
    }

    @GetMapping("/parties/export")
    void export(
            PartyFilter filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "parties", PartyRow.class, rows -> directory.export(filter, q, rows));
    }

    @GetMapping("/pick/parties")
    String pick(@RequestParam(defaultValue = "") String q, Screen screen) {
        var found = directory.list(
                new PartyFilter(null, true, null, null), new Paging(OFFERED, null, null, q.isBlank() ? null : q));
        return screen.page(
                "pick",
                found.items().stream()
                        .map(party -> new Picks(party.id().value().toString(), party.name(), party.code(), Map.of()))
                        .toList());
    }

    @GetMapping("/parties/{id}")
    String read(@PathVariable PartyId id, Screen screen) {
        return screen.document(glance.of(() -> document(id, screen)));
    }

    private Document document(PartyId id, Screen screen) {
        PartyView party = directory.read(id);
        Texts texts = screen.texts();
        Document document = Document.of("party", party.name())
                .about("parties", id)
                .form("edit", "party.change", true, at(id) + "/edit")
                .form("invoice", "invoice.draft", party.active(), "/invoices/new?customer=" + id.value())
                .form("receive", "payment.receive", true, "/payments/receive?customer=" + id.value())
                .form("statement", OWED, isCustomer(party), "/reports/customer-statement?customer=" + id.value())
                .step("deactivate", "party.deactivate", party.active(), at(id) + "/deactivate")
                .step("activate", "party.activate", !party.active(), at(id) + "/activate")
                .fact("code", party.code())
                .fact(
                        "roles",
                        party.roles().stream().sorted().map(texts::constant).collect(Collectors.joining(", ")))
                .fact("legalName", party.legalName())
                .fact("taxId", party.taxId())
                .fact("address", address(party.billingAddress()))
                .fact("contacts", contacts(party))
                .fact("creditLimit", party.creditLimit() == null ? null : texts.amount(party.creditLimit()))
                .fact(
                        "currency",
                        party.currency() == null ? null : party.currency().getCurrencyCode())
                .fact("notes", party.notes())
                .fact("documents", texts.say("list.invoices.title"), "/invoices?customer=" + id.value())
                .fact("settled", texts.say("list.payments.title"), "/payments?customer=" + id.value());
        return isCustomer(party) ? withWhatIsOwed(document, id, screen) : document;
    }

    private static boolean isCustomer(PartyView party) {
        return party.roles().contains(PartyRole.CUSTOMER);
    }

    /** What is open today and how it was paid before, for whoever may see it. */
    private Document withWhatIsOwed(Document document, PartyId id, Screen screen) {
        if (!Scope.permissions().contains(OWED)) return document;
        AgedCustomer owed = receivables.aged(id, screen.today());
        PaymentBehaviour paid = receivables.behaviour(id, screen.today());
        Document told = document.table(OPEN.table("open", owed.items(), screen.texts()))
                .total(
                        "open",
                        screen.texts().amount(owed.total()),
                        owed.total().currency().getCurrencyCode(),
                        true);
        return paid.months().isEmpty() ? told : told.chart(BehaviourChart.of(paid, screen.texts()));
    }

    private static @Nullable String address(@Nullable Address address) {
        if (address == null) return null;
        String place = Stream.of(address.postalCode(), address.city())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return Stream.concat(
                        address.lines().stream(), Stream.of(place, address.country() == null ? "" : address.country()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String contacts(PartyView party) {
        return party.contacts().stream()
                .map(contact -> Stream.of(contact.name(), contact.email(), contact.phone())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    @GetMapping("/parties/new")
    String begin(Screen screen) {
        return screen.begin(form("party-new", "/parties"), Map.of("roles", "CUSTOMER"), Map.of());
    }

    @PostMapping("/parties/new")
    String create(Screen screen) {
        return screen.submit(
                () -> form("party-new", "/parties"),
                PartyDraft.class,
                draft -> at(directory.create(draft).id()));
    }

    @GetMapping("/parties/{id}/edit")
    String edit(@PathVariable PartyId id, Screen screen) {
        PartyView party = directory.read(id);
        return screen.form(form("party", at(id)), party, party.version(), Map.of());
    }

    @PostMapping("/parties/{id}/edit")
    String change(@PathVariable PartyId id, Screen screen) {
        return screen.submit(() -> form("party", at(id)), PartyDraft.class, directory.read(id), draft -> {
            directory.change(id, screen.version(), draft);
            return at(id);
        });
    }

    @PostMapping("/parties/{id}/deactivate")
    String deactivate(@PathVariable PartyId id, Screen screen) {
        directory.deactivate(id);
        return screen.redirect(at(id));
    }

    @PostMapping("/parties/{id}/activate")
    String activate(@PathVariable PartyId id, Screen screen) {
        directory.activate(id);
        return screen.redirect(at(id));
    }

    private Form form(String name, String back) {
        List<Option> usual = terms.list(true, new Paging(100, null, null, null)).items().stream()
                .map(line -> new Option(line.id().value().toString(), line.name()))
                .toList();
        return Form.of(
                        name,
                        back,
                        Field.text("name").must(),
                        Field.text("code"),
                        Field.text("legalName"),
                        Field.several("roles", PartyRole.values()),
                        Field.text("country"),
                        Field.text("taxId"))
                .section(
                        "billing",
                        Field.text("addresses[0].lines[0]"),
                        Field.text("addresses[0].postalCode"),
                        Field.text("addresses[0].city"),
                        Field.text("addresses[0].country"))
                .section(
                        "contact",
                        Field.text("contacts[0].name"),
                        Field.text("contacts[0].email"),
                        Field.text("contacts[0].phone"))
                .section(
                        "trade",
                        Field.choice("paymentTerms", usual),
                        Field.money("creditLimit"),
                        Field.text("currency"),
                        Field.text("language"),
                        Field.area("notes"))
                .given("addresses[0]", "kind", "\"BILLING\"")
                .given("addresses[0]", "lines", "[]")
                .keeping();
    }
}
