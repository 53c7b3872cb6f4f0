package com.company.erp.masterdata.party;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A person or desk to speak to at a party. */
public record Contact(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 100) String position,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) String phone) {}
