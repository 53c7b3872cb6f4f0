package com.company.erp.web.frame;

import com.company.erp.kernel.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers addresses that no page has. Those of the API and the actuator are not its affair. */
@Controller
class UnknownPages {

    private static final String ELSEWHERE = "(?!api$|actuator$|v3$|swagger-ui.*|assets$).+";

    @GetMapping({"/{top:" + ELSEWHERE + "}", "/{top:" + ELSEWHERE + "}/**"})
    String unknown() {
        throw new NotFound("page.unknown", "There is no such page.");
    }
}
