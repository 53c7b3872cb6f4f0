package com.company.erp.assembly.proof;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often the books are proven by themselves.
 *
 * @param everyDays how many days lie between two proofs of a company's books
 */
@Validated
@ConfigurationProperties("erp.proof")
record ProofProperties(@Positive int everyDays) {}
