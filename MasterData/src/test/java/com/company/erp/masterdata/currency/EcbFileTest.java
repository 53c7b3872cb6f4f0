package com.company.erp.masterdata.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbFileTest {

    private static final String DAYS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="urn:rates">
              <gesmes:subject>Reference rates</gesmes:subject>
              <Cube>
                <Cube time='2026-03-03'>
                  <Cube currency='USD' rate='1.1698'/>
                  <Cube currency='JPY' rate='184.02'/>
                </Cube>
                <Cube time='2026-03-02'>
                  <Cube currency='USD' rate='1.1712'/>
                </Cube>
              </Cube>
            </gesmes:Envelope>
            """;

    @Test
    void xml_gives_each_rate_with_its_day() throws IOException {
        assertThat(read(DAYS))
                .containsExactly(
                        quote("2026-03-03", "USD", "1.1698"),
                        quote("2026-03-03", "JPY", "184.02"),
                        quote("2026-03-02", "USD", "1.1712"));
    }

    @Test
    void the_history_in_csv_leaves_out_what_was_not_quoted() throws IOException {
        String history = """
                Date,USD,JPY,CYP,
                2026-03-03,1.1698,184.02,N/A,
                1999-01-04,1.1789,133.73,0.58231,
                """;
        assertThat(read(history))
                .containsExactly(
                        quote("2026-03-03", "USD", "1.1698"),
                        quote("2026-03-03", "JPY", "184.02"),
                        quote("1999-01-04", "USD", "1.1789"),
                        quote("1999-01-04", "JPY", "133.73"),
                        quote("1999-01-04", "CYP", "0.58231"));
    }

    @Test
    void the_daily_csv_writes_its_date_in_words_and_may_begin_with_a_byte_order_mark() throws IOException {
        assertThat(read("\uFEFFDate, USD, JPY, \r\n03 March 2026, 1.1698, 184.02, \r\n"))
                .containsExactly(quote("2026-03-03", "USD", "1.1698"), quote("2026-03-03", "JPY", "184.02"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "Date",
                "Date,USD\n2026-13-01,1.1",
                "Date,USD\n2026-03-03,-1",
                "Date,USD\n2026-03-03,0",
                "Date,USD\n2026-03-03,1e99999999",
                "Date,dollar\n2026-03-03,1.1",
                "Date,USD\n2026-03-03,1.1,2.2",
                "<Cube>",
                "<Cube/>",
                "<Cube currency='USD' rate='1.1'/>",
                "<Cube time='2026-03-03'><Cube currency='USD'/></Cube>",
                "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Cube time='2026-03-03'>&x;</Cube>"
            })
    void what_is_no_file_of_the_bank_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidInput.class);
    }

    private static List<EcbQuote> read(String text) throws IOException {
        List<EcbQuote> quotes = new ArrayList<>();
        EcbFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), quotes::add);
        return quotes;
    }

    private static EcbQuote quote(String date, String currency, String perEuro) {
        return new EcbQuote(LocalDate.parse(date), currency, new BigDecimal(perEuro));
    }
}
