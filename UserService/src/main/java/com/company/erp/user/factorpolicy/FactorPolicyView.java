package com.company.erp.user.factorpolicy;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.web.Versioned;
import java.util.List;

/**
 * Of whom a company asks a second factor.
 *
 * @param roles of whoever holds one of these, where it is not asked of everybody
 */
public record FactorPolicyView(CompanyId id, int version, boolean everybody, List<String> roles) implements Versioned {}
