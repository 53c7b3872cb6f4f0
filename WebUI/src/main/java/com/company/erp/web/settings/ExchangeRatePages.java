package com.company.erp.web.settings;

import com.company.erp.masterdata.currency.CurrencyView;
import com.company.erp.masterdata.currency.ExchangeRateDraft;
import com.company.erp.masterdata.currency.ExchangeRateFilter;
import com.company.erp.masterdata.currency.ExchangeRateId;
import com.company.erp.masterdata.currency.ExchangeRateView;
import com.company.erp.masterdata.currency.ExchangeRates;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ExchangeRatePages {

    private static final ListPage<ExchangeRateView> LIST = ListPage.<ExchangeRateView>of(
                    "exchange-rates",
                    Columns.<ExchangeRateView>begin()
                            .text("from", ExchangeRateView::from)
                            .text("to", ExchangeRateView::to)
                            .date("date", ExchangeRateView::date)
                            .sortable()
                            .number("rate", ExchangeRateView::rate)
                            .text("source", ExchangeRateView::source))
            .searched()
            .choice("source", ExchangeRateView.Source.values())
            .create("rate.create", "/exchange-rates/new")
            .imported("rate.import", "/exchange-rates/import")
            .chosenBy(rate -> rate.id().value())
            .each("withdraw", "rate.delete");

    private final ExchangeRates rates;

    ExchangeRatePages(ExchangeRates rates) {
        this.rates = rates;
    }

    @GetMapping("/exchange-rates")
    String list(ExchangeRateFilter filter, Paging paging, Screen screen) {
        return screen.list(LIST, rates.list(filter, paging));
    }

    @PostMapping("/exchange-rates/chosen/withdraw")
    String withdrawChosen(@RequestParam(required = false) @Nullable List<ExchangeRateId> id, Screen screen) {
        return screen.each(id, "told.chosen.withdraw", rate -> "/exchange-rates", rates::withdraw);
    }

    @GetMapping("/exchange-rates/new")
    String begin(Screen screen) {
        return screen.begin(form(screen), Map.of("date", screen.today().toString()), Map.of());
    }

    @PostMapping("/exchange-rates/new")
    String create(Screen screen) {
        return screen.submit(() -> form(screen), ExchangeRateDraft.class, draft -> {
            rates.create(draft);
            return "/exchange-rates";
        });
    }

    private Form form(Screen screen) {
        Locale locale = screen.texts().locale();
        List<Option> currencies = rates.currencies().items().stream()
                .map(currency -> option(currency, locale))
                .toList();
        return Form.of(
                "exchange-rate",
                "/exchange-rates",
                Field.choice("from", currencies).must(),
                Field.choice("to", currencies).must(),
                Field.date("date").must(),
                Field.number("rate").must());
    }

    private static Option option(CurrencyView currency, Locale locale) {
        String code = currency.code().getCurrencyCode();
        return new Option(code, code + " " + currency.code().getDisplayName(locale));
    }
}
