package com.company.erp.web.product;

import com.company.erp.masterdata.product.Price;
import com.company.erp.masterdata.product.ProductCatalogue;
import com.company.erp.masterdata.product.ProductDraft;
import com.company.erp.masterdata.product.ProductFilter;
import com.company.erp.masterdata.product.ProductId;
import com.company.erp.masterdata.product.ProductKind;
import com.company.erp.masterdata.product.ProductLine;
import com.company.erp.masterdata.product.ProductRow;
import com.company.erp.masterdata.product.ProductView;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.unit.UnitBook;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Picks;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ProductPages {

    private static final int OFFERED = 10;
    private static final Paging ALL = new Paging(500, null, null, null);
    private static final ListPage<ProductLine> LIST = ListPage.<ProductLine>of(
                    "products",
                    Columns.<ProductLine>begin()
                            .link("code", ProductLine::code, product -> at(product.id()))
                            .sortable()
                            .text("name", ProductLine::name)
                            .sortable()
                            .text("kind", ProductLine::kind)
                            .number(
                                    "salePrice",
                                    line -> line.salePrice() == null
                                            ? null
                                            : line.salePrice().amount())
                            .text(
                                    "currency",
                                    line -> line.salePrice() == null
                                            ? null
                                            : line.salePrice().currency())
                            .yesNo("active", ProductLine::active))
            .searched()
            .choice("kind", ProductKind.values())
            .choice("active", "true", "false")
            .create("product.create", "/products/new")
            .exported()
            .imported()
            .counted()
            .chosenBy(product -> product.id().value())
            .each("deactivate", "product.deactivate")
            .each("activate", "product.activate");

    private final ProductCatalogue catalogue;
    private final TaxCodeBook taxes;
    private final UnitBook units;

    ProductPages(ProductCatalogue catalogue, TaxCodeBook taxes, UnitBook units) {
        this.catalogue = catalogue;
        this.taxes = taxes;
        this.units = units;
    }

    private static String at(ProductId id) {
        return "/products/" + id.value();
    }

    @GetMapping("/products")
    String list(ProductFilter filter, Paging paging, Screen screen) {
        return screen.list(LIST, catalogue.list(filter, paging));
    }

    @GetMapping("/products/totals")
    String totals(ProductFilter filter, Paging paging, Screen screen) {
        return screen.totals(LIST, catalogue.totals(filter, paging.q()));
    }

    @PostMapping("/products/chosen/deactivate")
    String deactivateChosen(@RequestParam(required = false) @Nullable List<ProductId> id, Screen screen) {
        return screen.each(id, "told.chosen.deactivate", ProductPages::at, catalogue::deactivate);
    }

    @PostMapping("/products/chosen/activate")
    String activateChosen(@RequestParam(required = false) @Nullable List<ProductId> id, Screen screen) {
        return screen.each(id, "told.chosen.activate", ProductPages::at, catalogue::activate);
    }

    @GetMapping("/products/export")
    void export(
            ProductFilter filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "products", ProductRow.class, rows -> catalogue.export(filter, q, rows));
    }

    @GetMapping("/pick/products")
    String pick(@RequestParam(defaultValue = "") String q, Screen screen) {
        var found = catalogue.list(
                new ProductFilter(null, true, null), new Paging(OFFERED, null, null, q.isBlank() ? null : q));
        return screen.page(
                "pick",
                found.items().stream().map(line -> offer(line, screen.texts())).toList());
    }

    /** Unit price and tax come from the product when the invoice is read; what is shown here can be changed first. */
    private static Picks offer(ProductLine line, Texts texts) {
        Price price = line.salePrice();
        Map<String, String> fill = price == null
                ? Map.of("text", line.name(), "quantity", "1")
                : Map.of(
                        "text",
                        line.name(),
                        "quantity",
                        "1",
                        "unitPrice",
                        texts.amount(price.amount(), price.currency()));
        return new Picks(line.id().value().toString(), line.code(), line.name(), fill);
    }

    @GetMapping("/products/{id}")
    String read(@PathVariable ProductId id, Screen screen) {
        ProductView product = catalogue.read(id);
        Texts texts = screen.texts();
        return screen.document(Document.of("product", product.name())
                .about("products", id)
                .form("edit", "product.change", true, at(id) + "/edit")
                .step("deactivate", "product.deactivate", product.active(), at(id) + "/deactivate")
                .step("activate", "product.activate", !product.active(), at(id) + "/activate")
                .fact("code", product.code())
                .fact("kind", texts.constant(product.kind()))
                .fact("salePrice", price(product.salePrice(), texts))
                .fact("purchasePrice", price(product.purchasePrice(), texts))
                .fact("description", product.description()));
    }

    private static @Nullable String price(@Nullable Price price, Texts texts) {
        return price == null
                ? null
                : texts.amount(price.amount(), price.currency()) + " "
                        + price.currency().getCurrencyCode();
    }

    @GetMapping("/products/new")
    String begin(Screen screen) {
        return screen.begin(form("product-new", "/products"), Map.of("kind", "GOODS"), Map.of());
    }

    @PostMapping("/products/new")
    String create(Screen screen) {
        return screen.submit(
                () -> form("product-new", "/products"),
                ProductDraft.class,
                draft -> at(catalogue.create(draft).id()));
    }

    @GetMapping("/products/{id}/edit")
    String edit(@PathVariable ProductId id, Screen screen) {
        ProductView product = catalogue.read(id);
        return screen.form(form("product", at(id)), product, product.version(), Map.of());
    }

    @PostMapping("/products/{id}/edit")
    String change(@PathVariable ProductId id, Screen screen) {
        return screen.submit(() -> form("product", at(id)), ProductDraft.class, catalogue.read(id), draft -> {
            catalogue.change(id, screen.version(), draft);
            return at(id);
        });
    }

    @PostMapping("/products/{id}/deactivate")
    String deactivate(@PathVariable ProductId id, Screen screen) {
        catalogue.deactivate(id);
        return screen.redirect(at(id));
    }

    @PostMapping("/products/{id}/activate")
    String activate(@PathVariable ProductId id, Screen screen) {
        catalogue.activate(id);
        return screen.redirect(at(id));
    }

    private Form form(String name, String back) {
        List<Option> units = this.units.list(true, ALL).items().stream()
                .map(unit -> new Option(unit.id().value().toString(), unit.name()))
                .toList();
        List<Option> codes = taxes.list(true, null, ALL).items().stream()
                .map(code -> new Option(code.id().value().toString(), code.code() + " " + code.name()))
                .toList();
        return Form.of(
                        name,
                        back,
                        Field.text("code").must(),
                        Field.text("name").must(),
                        Field.choice("kind", ProductKind.values()).must(),
                        Field.choice("unit", units),
                        Field.money("salePrice"),
                        Field.money("purchasePrice"),
                        Field.choice("salesTaxCode", codes))
                .section("more", Field.area("description"))
                .keeping();
    }
}
