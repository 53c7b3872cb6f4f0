package com.company.erp.web.imports;

import com.company.erp.platform.web.BodyAllowance;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class ImportPagesConfiguration {

    /** A form takes as large a file as the API does. */
    @Bean
    BodyAllowance importForms(@Value("${erp.web.max-upload}") DataSize max) {
        return new BodyAllowance(Pattern.compile("/imports/(look|begin)"), max);
    }
}
