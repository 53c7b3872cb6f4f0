package com.company.erp.web.admin;

import com.company.erp.user.access.RoleAdministration;
import com.company.erp.user.access.RoleView;
import com.company.erp.user.factorpolicy.FactorPolicyView;
import com.company.erp.user.factorpolicy.RequiringFactors;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Of whom the company asks a second factor. */
@Controller
class SecondFactorPolicyPages {

    private final RequiringFactors factors;
    private final RoleAdministration roles;

    SecondFactorPolicyPages(RequiringFactors factors, RoleAdministration roles) {
        this.factors = factors;
        this.roles = roles;
    }

    record Demand(
            boolean everybody, @NotNull @Size(max = 50) Set<@NotBlank @Size(max = 50) String> roles) {}

    @GetMapping("/second-factor-policy")
    String edit(Screen screen) {
        FactorPolicyView policy = factors.read();
        return screen.form(form(), policy, policy.version(), Map.of());
    }

    @PostMapping("/second-factor-policy")
    String require(Screen screen) {
        return screen.submit(this::form, Demand.class, factors.read(), wanted -> {
            factors.require(wanted.everybody(), wanted.roles(), screen.version());
            screen.told("told.second-factor-policy");
            return "/roles";
        });
    }

    private Form form() {
        List<Option> options = roles.list().stream()
                .map(RoleView::name)
                .map(name -> new Option(name, null))
                .toList();
        return Form.of(
                "second-factor-policy",
                "/roles",
                Field.yesNo("everybody").broad(),
                Field.several("roles", options).broad());
    }
}
