package com.company.erp.web.payment;

import com.company.erp.finance.payment.Paying;
import com.company.erp.finance.payment.PaymentId;
import com.company.erp.finance.payment.PaymentKind;
import com.company.erp.finance.payment.PaymentRow;
import com.company.erp.finance.payment.PaymentStatus;
import com.company.erp.finance.payment.PaymentView;
import com.company.erp.finance.payment.Receipt;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import com.company.erp.web.settled.Settled;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PaymentPages {

    private static final Paging MANY = new Paging(100, null, null, null);
    private static final ListPage<PaymentRow> LIST = ListPage.<PaymentRow>of(
                    "payments",
                    Columns.<PaymentRow>begin()
                            .link("number", PaymentRow::number, row -> at(row.id()))
                            .link(
                                    "customer",
                                    PaymentRow::customerName,
                                    row -> "/parties/" + row.customer().value())
                            .date("date", PaymentRow::date)
                            .sortable()
                            .text("reference", PaymentRow::reference)
                            .status("kind", PaymentRow::kind)
                            .status("status", PaymentRow::status)
                            .money("amount", PaymentRow::amount))
            .dated()
            .choice("kind", PaymentKind.values())
            .choice("status", PaymentStatus.values())
            .create("payment.receive", "/payments/receive")
            .counted();

    private static final Form RECEIVE = Form.of(
                    "receive",
                    "/payments",
                    Field.pick("customer", "/pick/parties").must(),
                    Field.date("date").must(),
                    Field.money("amount").must(),
                    Field.money("fee"),
                    Field.text("reference").broad(),
                    Field.yesNo("oldestFirst"),
                    Field.yesNo("restAsCredit"))
            .offered(
                    "shares",
                    "amount.amount",
                    Field.pick("document", "/pick/nothing"),
                    Field.money("amount"),
                    Field.money("discount"));

    private final Paying paying;
    private final Subledger subledger;
    private final PartyDirectory parties;

    PaymentPages(Paying paying, Subledger subledger, PartyDirectory parties) {
        this.paying = paying;
        this.subledger = subledger;
        this.parties = parties;
    }

    record Reversal(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 500) String reason) {}

    private static String at(PaymentId id) {
        return "/payments/" + id.value();
    }

    @GetMapping("/payments")
    String list(Paying.PaymentFilter filter, Paging paging, Screen screen) {
        return screen.list(LIST, paying.list(filter, paging));
    }

    @GetMapping("/payments/totals")
    String totals(Paying.PaymentFilter filter, Screen screen) {
        return screen.totals(LIST, paying.totals(filter));
    }

    @GetMapping("/payments/{id}")
    String find(@PathVariable PaymentId id, Screen screen) {
        PaymentView payment = paying.find(id);
        Texts texts = screen.texts();
        String currency = payment.amount().currency().getCurrencyCode();
        return screen.document(Document.of("payment", payment.number())
                .about("payments", id)
                .status(payment.status(), texts)
                .form("reverse", "payment.reverse", payment.status() == PaymentStatus.POSTED, at(id) + "/reverse")
                .fact("kind", texts.constant(payment.kind()))
                .fact("date", texts.date(payment.date()))
                .fact("reference", payment.reference())
                .fact(
                        "customer",
                        texts.say("document.party"),
                        "/parties/" + payment.customer().value())
                .fact(
                        "entry",
                        texts.say("document.entry"),
                        "/entries/" + payment.entry().value())
                .table(Settled.table("allocations", payment.allocations(), id.value(), texts))
                .total("amount", texts.amount(payment.amount()), currency, true)
                .total("unallocated", texts.amount(payment.unallocated()), currency, false));
    }

    @GetMapping("/payments/receive")
    String begin(@RequestParam(required = false) @Nullable PartyId customer, Screen screen) {
        Map<String, String> values = new HashMap<>(Map.of("date", screen.today().toString(), "oldestFirst", "true"));
        Map<String, String> labels = new HashMap<>();
        if (customer != null) {
            values.put("customer", customer.value().toString());
            labels.put("customer", parties.read(customer).name());
            offer(
                    subledger
                            .list(new Subledger.OpenItemFilter(customer.value(), null, true, null), MANY)
                            .items(),
                    values,
                    labels,
                    screen.texts());
        }
        return screen.begin(RECEIVE, values, labels);
    }

    private static void offer(
            List<OpenItemView> items, Map<String, String> values, Map<String, String> labels, Texts texts) {
        int row = 0;
        for (OpenItemView item : items) {
            if (!item.open().isPositive()) continue;
            String currency = item.open().currency().getCurrencyCode();
            String share = "shares[" + row++ + "].";
            values.put(share + "document", item.document().id().toString());
            values.put(share + "amount.currency", currency);
            values.put(share + "discount.currency", currency);
            values.putIfAbsent("amount.currency", currency);
            labels.put(
                    share + "document",
                    item.number() + " · " + texts.date(item.dueDate()) + " · " + texts.amount(item.open()));
        }
    }

    @PostMapping("/payments/receive")
    String receive(Screen screen) {
        return screen.submit(
                () -> RECEIVE,
                Receipt.class,
                receipt -> at(paying.receive(receipt).id()));
    }

    @GetMapping("/payments/{id}/reverse")
    String reverse(@PathVariable PaymentId id, Screen screen) {
        paying.find(id);
        return screen.begin(reversal(id), Map.of("on", screen.today().toString()), Map.of());
    }

    @PostMapping("/payments/{id}/reverse")
    String reverseNow(@PathVariable PaymentId id, Screen screen) {
        return screen.submit(() -> reversal(id), Reversal.class, wanted -> {
            paying.reverse(id, wanted.on(), wanted.reason());
            return at(id);
        });
    }

    private static Form reversal(PaymentId id) {
        return Form.of(
                "reverse",
                at(id),
                Field.date("on").must(),
                Field.text("reason").must().broad());
    }
}
