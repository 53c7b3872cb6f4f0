package com.company.erp.masterdata.currency;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Currency;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Currencies", description = "Currencies and what they were worth")
class ExchangeRateController {

    private final ExchangeRates rates;

    ExchangeRateController(ExchangeRates rates) {
        this.rates = rates;
    }

    @Operation(summary = "List the currencies of ISO 4217 with their minor units")
    @GetMapping("/currencies")
    Page<CurrencyView> currencies() {
        return rates.currencies();
    }

    @Operation(summary = "Tell what a currency was worth in another on a day, by the last known rate")
    @GetMapping("/exchange-rates/rate")
    RateOn rate(@RequestParam Currency from, @RequestParam Currency to, @RequestParam LocalDate date) {
        return rates.rate(from, to, date);
    }

    @Operation(summary = "List exchange rates, the latest first")
    @GetMapping("/exchange-rates")
    Page<ExchangeRateView> list(@ParameterObject ExchangeRateFilter filter, @ParameterObject Paging paging) {
        return rates.list(filter, paging);
    }

    @Operation(summary = "Show an exchange rate")
    @GetMapping("/exchange-rates/{id}")
    ExchangeRateView read(@PathVariable ExchangeRateId id) {
        return rates.read(id);
    }

    @Operation(summary = "Enter an exchange rate by hand")
    @PostMapping("/exchange-rates")
    ResponseEntity<ExchangeRateView> create(@Valid @RequestBody ExchangeRateDraft draft) {
        ExchangeRateView rate = rates.create(draft);
        return Created.at("/api/exchange-rates/{id}", rate.id(), rate);
    }

    @Operation(summary = "Take back an exchange rate")
    @PostMapping("/exchange-rates/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable ExchangeRateId id) {
        rates.withdraw(id);
    }

    /** The file is read to its end before the transaction begins, so that a slow sender holds no connection. */
    @Operation(
            summary = "Import a rate file of the European Central Bank, daily or history",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    @PostMapping(
            path = "/exchange-rates/import",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE, "text/csv"})
    RatesImported importRates(HttpServletRequest request) throws IOException {
        Path file = Files.createTempFile("rates", null);
        try {
            try (InputStream body = request.getInputStream()) {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new HttpMessageNotReadableException("unreadable", e, new ServletServerHttpRequest(request));
            }
            return rates.importRates(file);
        } finally {
            Files.delete(file);
        }
    }
}
