package com.company.erp.web.admin;

import com.company.erp.masterdata.company.CompanyDetails;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.masterdata.company.CompanyView;
import com.company.erp.web.frame.Visitors;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class CompanyPages {

    private static final Form FORM = Form.of(
                    "company-edit",
                    "/company",
                    Field.text("name").must().broad(),
                    Field.text("country").must(),
                    Field.text("timeZone").must(),
                    Field.text("vatId"),
                    Field.text("taxNumber"),
                    Field.text("registrationNumber"))
            .section(
                    "company-legal",
                    Field.text("address.street"),
                    Field.text("address.street2"),
                    Field.text("address.postalCode"),
                    Field.text("address.city"),
                    Field.text("email"),
                    Field.text("phone"));

    private final CompanyRegister companies;
    private final Visitors visitors;

    CompanyPages(CompanyRegister companies, Visitors visitors) {
        this.companies = companies;
        this.visitors = visitors;
    }

    @GetMapping("/company")
    String read(Screen screen) {
        CompanyView company = companies.read();
        Locale locale = screen.texts().locale();
        var address = company.address();
        return screen.document(Document.of("company", company.name())
                .form("edit", "company.change", true, "/company/edit")
                .fact("country", Locale.of("", company.country()).getDisplayCountry(locale))
                .fact("baseCurrency", company.baseCurrency().getCurrencyCode())
                .fact("timeZone", company.timeZone())
                .fact("vatId", company.vatId())
                .fact("taxNumber", company.taxNumber())
                .fact("registrationNumber", company.registrationNumber())
                .fact(
                        "address",
                        Stream.of(address.street(), address.street2(), address.postalCode(), address.city())
                                .filter(part -> part != null)
                                .collect(Collectors.joining("\n")))
                .fact("email", company.email())
                .fact("phone", company.phone()));
    }

    @GetMapping("/company/edit")
    String edit(Screen screen) {
        CompanyView company = companies.read();
        return screen.form(FORM, company, company.version(), java.util.Map.of());
    }

    @PostMapping("/company/edit")
    String change(HttpServletRequest request, Screen screen) {
        return screen.submit(() -> FORM, CompanyDetails.class, companies.read(), details -> {
            CompanyView company = companies.change(details, screen.version());
            visitors.refresh(request, company.id());
            return "/company";
        });
    }
}
