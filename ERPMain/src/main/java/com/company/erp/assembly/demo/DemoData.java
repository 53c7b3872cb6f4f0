package com.company.erp.assembly.demo;

import static com.company.erp.masterdata.product.ProductKind.GOODS;
import static com.company.erp.masterdata.product.ProductKind.SERVICE;

import com.company.erp.masterdata.company.CompanyAddress;
import com.company.erp.masterdata.company.CompanyDetails;
import com.company.erp.masterdata.product.ProductKind;
import java.util.Currency;
import java.util.List;

/** Who and what the demo company has; all made up. */
final class DemoData {

    static final Currency GBP = Currency.getInstance("GBP");
    static final Currency EUR = Currency.getInstance("EUR");
    static final String CHART = "uk";

    static final CompanyDetails COMPANY = new CompanyDetails(
            "Harbour & Finch Trading Ltd",
            "GB",
            GBP,
            "Europe/London",
            1,
            1,
            null,
            null,
            "00000000",
            new CompanyAddress("12 Quayside", null, "PL1 9ZZ", "Plymouth", null),
            "office@example.com",
            null,
            false);

    private DemoData() {}

    /** @param terms the code of payment terms; @param taxCode of what is sold there */
    record Customer(String name, String country, String city, Currency currency, String terms, String taxCode) {}

    /** @param price in pounds, per unit */
    record Product(String code, String name, ProductKind kind, String unit, String price) {}

    static final List<Customer> CUSTOMERS = List.of(
            new Customer("Anchor & Sail Chandlery", "GB", "Falmouth", GBP, "NET30", "GB20"),
            new Customer("Bluewater Boatyard", "GB", "Southampton", GBP, "NET30", "GB20"),
            new Customer("Cormorant Sailing School", "GB", "Dartmouth", GBP, "NET14", "GB20"),
            new Customer("Driftwood Interiors", "GB", "Brighton", GBP, "NET30", "GB20"),
            new Customer("Estuary Kayaks", "GB", "Exeter", GBP, "NET14", "GB20"),
            new Customer("Fairlead Marine Services", "GB", "Portsmouth", GBP, "EOM30", "GB20"),
            new Customer("Gannet Outdoor", "GB", "Bristol", GBP, "NET30", "GB20"),
            new Customer("Halyard House Hotel", "GB", "Salcombe", GBP, "NOW", "GB20"),
            new Customer("Island Ferries", "GB", "Penzance", GBP, "EOM30", "GB20"),
            new Customer("Jetty Café", "GB", "Plymouth", GBP, "NET14", "GB20"),
            new Customer("Kestrel Charter", "GB", "Poole", GBP, "2-10-NET30", "GB20"),
            new Customer("Zeilmakerij Voorbeeld BV", "NL", "Rotterdam", EUR, "NET30", "GB0"));

    static final List<Product> PRODUCTS = List.of(
            new Product("ROPE-10", "Braided rope, 10 mm", GOODS, "m", "2.85"),
            new Product("ROPE-14", "Braided rope, 14 mm", GOODS, "m", "4.60"),
            new Product("ANCHOR-8", "Folding anchor, 8 kg", GOODS, "pcs", "64.00"),
            new Product("ANCHOR-15", "Plough anchor, 15 kg", GOODS, "pcs", "189.00"),
            new Product("CLEAT-S", "Cleat, stainless, small", GOODS, "pcs", "11.40"),
            new Product("CLEAT-L", "Cleat, stainless, large", GOODS, "pcs", "19.90"),
            new Product("FENDER-M", "Fender, medium", GOODS, "pcs", "27.50"),
            new Product("FENDER-L", "Fender, large", GOODS, "pcs", "44.00"),
            new Product("BUOY-A", "Mooring buoy", GOODS, "pcs", "78.00"),
            new Product("LAMP-LED", "Deck lamp, LED", GOODS, "pcs", "36.25"),
            new Product("PAINT-W", "Hull paint, white", GOODS, "l", "28.90"),
            new Product("PAINT-B", "Hull paint, blue", GOODS, "l", "29.90"),
            new Product("TEAK-OIL", "Teak oil", GOODS, "l", "17.20"),
            new Product("VEST-A", "Life vest, adult", GOODS, "pcs", "92.00"),
            new Product("VEST-C", "Life vest, child", GOODS, "pcs", "68.00"),
            new Product("COMPASS", "Steering compass", GOODS, "pcs", "134.00"),
            new Product("FLAG-SET", "Signal flags", GOODS, "set", "58.00"),
            new Product("RIG-CHECK", "Inspection of the rig", SERVICE, "h", "65.00"),
            new Product("SPLICE", "Splicing", SERVICE, "h", "48.00"),
            new Product("DELIVERY", "Delivery by boat", SERVICE, "d", "320.00"));
}
