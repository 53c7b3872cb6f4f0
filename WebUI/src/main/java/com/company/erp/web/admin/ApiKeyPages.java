package com.company.erp.web.admin;

import com.company.erp.platform.web.Paging;
import com.company.erp.user.access.RoleAdministration;
import com.company.erp.user.apikey.ApiKeyAdministration;
import com.company.erp.user.apikey.ApiKeyFilter;
import com.company.erp.user.apikey.ApiKeyId;
import com.company.erp.user.apikey.ApiKeyView;
import com.company.erp.user.apikey.NewApiKey;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Keys of machines. A secret is shown on the page that answers, this once, and kept nowhere. */
@Controller
class ApiKeyPages {

    private static final int OVERLAP_HOURS = 24;
    private static final int USUAL_DAYS = 365;
    private static final ListPage<ApiKeyView> LIST = ListPage.<ApiKeyView>of(
                    "api-keys",
                    Columns.<ApiKeyView>begin()
                            .link("name", ApiKeyView::name, key -> at(key.id()))
                            .sortable()
                            .text("beginning", key -> key.beginning() + "…")
                            .moment("madeAt", ApiKeyView::madeAt)
                            .moment("expiresAt", ApiKeyView::expiresAt)
                            .moment("revokedAt", ApiKeyView::revokedAt)
                            .moment("lastUsedAt", ApiKeyView::lastUsedAt))
            .choice("active", "true", "false")
            .create("api_key.create", "/api-keys/new");

    private final ApiKeyAdministration keys;
    private final RoleAdministration roles;

    ApiKeyPages(ApiKeyAdministration keys, RoleAdministration roles) {
        this.keys = keys;
        this.roles = roles;
    }

    record Wanted(
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate expiresOn,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 50) String> networks,
            @NotEmpty @Size(max = 500) Set<@NotBlank @Size(max = 100) String> permissions) {

        NewApiKey key(Screen screen) {
            return new NewApiKey(name, permissions, screen.startOf(expiresOn), networks);
        }
    }

    private static String at(ApiKeyId id) {
        return "/api-keys/" + id.value();
    }

    @GetMapping("/api-keys")
    String list(ApiKeyFilter filter, Paging paging, Screen screen) {
        return screen.list(LIST, keys.list(filter, paging));
    }

    @GetMapping("/api-keys/{id}")
    String read(@PathVariable ApiKeyId id, Screen screen) {
        ApiKeyView key = keys.read(id);
        var texts = screen.texts();
        boolean isGood = key.revokedAt() == null;
        return screen.document(Document.of("api-key", key.name())
                .grave("rotate", "api_key.rotate", isGood, at(id) + "/rotate", texts)
                .grave("revoke", "api_key.revoke", isGood, at(id) + "/revoke", texts)
                .fact("beginning", key.beginning() + "…")
                .fact("madeAt", texts.moment(key.madeAt()))
                .fact("expiresAt", texts.moment(key.expiresAt()))
                .fact("previousUntil", texts.moment(key.previousUntil()))
                .fact("revokedAt", texts.moment(key.revokedAt()))
                .fact("lastUsedAt", texts.moment(key.lastUsedAt()))
                .fact("lastUsedAddress", key.lastUsedAddress())
                .fact("networks", String.join("\n", key.networks()))
                .fact("permissions", String.join("\n", key.permissions())));
    }

    @GetMapping("/api-keys/new")
    String begin(Screen screen) {
        String usual = screen.today().plusDays(USUAL_DAYS).toString();
        return screen.begin(form(screen), Map.of("expiresOn", usual), Map.of());
    }

    @PostMapping("/api-keys/new")
    String create(Screen screen, HttpServletResponse response) {
        return screen.answer(form(screen), Wanted.class, wanted -> {
            var issued = keys.create(wanted.key(screen));
            response.setHeader("Cache-Control", "no-store");
            return screen.page("api-key-made", issued);
        });
    }

    private Form form(Screen screen) {
        return Form.of(
                        "api-key",
                        "/api-keys",
                        Field.text("name").must(),
                        Field.date("expiresOn").must(),
                        Field.lines("networks"))
                .section("permissions", PermissionFields.of(roles.permissions(), Set.of(), screen.texts()));
    }

    @PostMapping("/api-keys/{id}/rotate")
    String rotate(@PathVariable ApiKeyId id, Screen screen, HttpServletResponse response) {
        var issued = keys.rotate(id, OVERLAP_HOURS);
        response.setHeader("Cache-Control", "no-store");
        return screen.page("api-key-made", issued);
    }

    @PostMapping("/api-keys/{id}/revoke")
    String revoke(@PathVariable ApiKeyId id, Screen screen) {
        keys.revoke(id);
        return screen.redirect(at(id));
    }
}
