package com.company.erp.web.settings;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.masterdata.currency.ExchangeRates;
import com.company.erp.masterdata.currency.RatesImported;
import com.company.erp.platform.web.BodyAllowance;
import com.company.erp.platform.web.FileForm;
import com.company.erp.platform.web.WebProperties;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Exchange rates from a file of the European Central Bank. */
@Controller
class RateFilePages {

    private final ExchangeRates rates;

    RateFilePages(ExchangeRates rates) {
        this.rates = rates;
    }

    /** Why a file cannot be taken over. */
    record Refused(String what, List<String> problems) {}

    @GetMapping("/exchange-rates/import")
    String begin(Screen screen) {
        return screen.page("rate-file", List.of());
    }

    @PostMapping(path = "/exchange-rates/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(HttpServletRequest request, HttpServletResponse response, Screen screen) throws IOException {
        Path file = Files.createTempFile("rates", null);
        try {
            read(request, file);
            RatesImported taken = rates.importRates(file);
            screen.told("told.rates", taken.read(), taken.stored());
            return screen.redirect("/exchange-rates");
        } catch (InvalidInput e) {
            return refused(e, response, screen);
        } finally {
            Files.delete(file);
        }
    }

    private static void read(HttpServletRequest request, Path file) throws IOException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        try (InputStream body = request.getInputStream();
                var out = Files.newOutputStream(file)) {
            new FileForm(body, type.getParameter("boundary")).read(out);
        }
    }

    private static String refused(ErpException e, HttpServletResponse response, Screen screen) {
        response.setStatus(422);
        return screen.page("import-refused", new Refused(screen.texts().problem(e), List.of()));
    }

    /** A form takes as large a file as the API does. */
    @Bean
    static BodyAllowance rateFiles(WebProperties web) {
        return new BodyAllowance(Pattern.compile("/exchange-rates/import"), web.maxUpload());
    }
}
