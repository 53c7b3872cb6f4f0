package com.company.erp.document.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param html well-formed XHTML with Thymeleaf's attributes; what they may say is told in docs/templates.md */
public record PrintTemplateDetails(
        @NotBlank @Size(max = 200_000) String html) {}
