package com.company.erp.masterdata.company;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CompanyController {

    private final CompanyRegister register;

    CompanyController(CompanyRegister register) {
        this.register = register;
    }

    @Operation(summary = "Found a company and become its administrator")
    @PostMapping("/api/companies")
    ResponseEntity<CompanyView> found(@Valid @RequestBody CompanyDetails details) {
        CompanyView company = register.found(details);
        return Created.at("/api/companies/{id}", company.id(), company);
    }

    @Operation(summary = "Show the company that you act for")
    @GetMapping("/api/company")
    CompanyView read() {
        return register.read();
    }

    @Operation(summary = "Change the company that you act for")
    @PutMapping("/api/company")
    CompanyView change(@Valid @RequestBody CompanyDetails details, @IfMatch int version) {
        return register.change(details, version);
    }
}
