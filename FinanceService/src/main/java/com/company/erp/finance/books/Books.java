package com.company.erp.finance.books;

import com.company.erp.finance.books.ChartTemplates.Loaded;
import com.company.erp.finance.books.ChartTemplates.Tax;
import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.chart.Chart.NewDefault;
import com.company.erp.finance.chart.DefaultAccount;
import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.finance.numbering.Numbering;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Opens the books of a company, once. */
@Door
public class Books {

    private final ChartTemplates templates;
    private final Chart chart;
    private final TaxCodeBook taxCodes;
    private final Numbering numbering;
    private final FiscalYears years;
    private final EntityManager persistence;
    private final ApplicationEventPublisher events;

    Books(
            ChartTemplates templates,
            Chart chart,
            TaxCodeBook taxCodes,
            Numbering numbering,
            FiscalYears years,
            EntityManager persistence,
            ApplicationEventPublisher events) {
        this.templates = templates;
        this.chart = chart;
        this.taxCodes = taxCodes;
        this.numbering = numbering;
        this.years = years;
        this.persistence = persistence;
        this.events = events;
    }

    /**
     * Loads a chart with its defaults and taxes, and sets up journals and the first fiscal year. Tax codes that the
     * company has already stay as they are.
     *
     * @throws InvalidInput chart.unknown, fiscal_year.start
     * @throws RuleViolation books.open
     */
    @Needs("books.open")
    @Refuses({"chart.unknown", "fiscal_year.start", "books.open", "account.duplicate"})
    public BooksView open(OpenBooks wanted) {
        Loaded template = wanted.chart() == null ? null : templates.load(wanted.chart());
        numbering.start();
        if (template != null) load(template);
        persistence.flush(); // Years are plain SQL, which builds on the journals.
        years.open(wanted.startsOn());
        events.publishEvent(new BooksOpened(Scope.company(), wanted.chart(), wanted.startsOn()));
        return view();
    }

    private void load(Loaded template) {
        Map<String, AccountId> accounts = chart.createAll(template.accounts());
        Map<String, TaxCodeId> codes =
                taxCodes.addMissing(template.taxes().stream().map(Tax::draft).toList());
        persistence.flush(); // Defaults are plain SQL, which builds on both.
        chart.useByDefault(defaults(template, accounts, codes));
    }

    private static List<NewDefault> defaults(
            Loaded template, Map<String, AccountId> accounts, Map<String, TaxCodeId> codes) {
        List<NewDefault> defaults = new ArrayList<>();
        template.defaults().forEach((key, code) -> defaults.add(new NewDefault(key, null, null, get(accounts, code))));
        for (Tax tax : template.taxes()) {
            var taxCode = get(codes, tax.draft().code()).value();
            String output = tax.outputAccount();
            String input = tax.inputAccount();
            if (output != null) {
                defaults.add(new NewDefault(DefaultAccount.OUTPUT_TAX, taxCode, null, get(accounts, output)));
            }
            if (input != null) {
                defaults.add(new NewDefault(DefaultAccount.INPUT_TAX, taxCode, null, get(accounts, input)));
            }
        }
        return defaults;
    }

    private static <T> T get(Map<String, T> byCode, String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    /** The charts to start from. */
    @Needs("books.read")
    @Transactional(readOnly = true)
    public List<ChartTemplate> charts() {
        return templates.list();
    }

    /** Whether the books are open, and for which time. */
    @Needs("books.read")
    @Transactional(readOnly = true)
    public BooksView find() {
        return view();
    }

    private BooksView view() {
        var all = years.list();
        if (all.isEmpty()) return new BooksView(false, null, null);
        return new BooksView(true, all.getFirst().startsOn(), all.getLast().endsOn());
    }
}
