package com.company.erp.finance.drafting;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountMap;
import com.company.erp.masterdata.company.CompanyView;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.masterdata.product.ProductId;
import com.company.erp.masterdata.product.ProductView;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.tax.TaxCodeView;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.masterdata.terms.PaymentTermsView;
import com.company.erp.masterdata.unit.UnitId;
import com.company.erp.masterdata.unit.UnitView;
import java.util.Map;
import java.util.Set;

/**
 * What master data says to one or many invoices: each kind of record is read in one statement, however many there are.
 */
record InvoiceFacts(
        CompanyView company,
        Map<PartyId, PartyView> parties,
        Map<ProductId, ProductView> products,
        Map<UnitId, UnitView> units,
        Map<TaxCodeId, TaxCodeView> taxCodes,
        Map<PaymentTermsId, PaymentTermsView> terms,
        AccountMap accounts,
        Set<AccountId> revenueAccounts) {}
