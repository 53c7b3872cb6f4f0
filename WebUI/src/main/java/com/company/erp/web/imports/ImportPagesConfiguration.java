package com.company.erp.web.imports;

import com.company.erp.platform.web.BodyAllowance;
import com.company.erp.platform.web.WebProperties;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportPagesConfiguration {

    /** A form takes as large a file as the API does. */
    @Bean
    BodyAllowance importForms(WebProperties web) {
        return new BodyAllowance(Pattern.compile("/imports/(look|begin)"), web.maxUpload());
    }
}
