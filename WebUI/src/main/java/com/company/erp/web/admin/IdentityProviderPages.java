package com.company.erp.web.admin;

import com.company.erp.platform.web.Page;
import com.company.erp.user.access.RoleAdministration;
import com.company.erp.user.provider.IdentityProviderDraft;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.provider.IdentityProviderView;
import com.company.erp.user.provider.ProviderAdministration;
import com.company.erp.user.provider.ProviderCheck;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** OpenID providers by which the company's people sign in: registered, asked whether they answer, changed. */
@Controller
class IdentityProviderPages {

    private static final ListPage<IdentityProviderView> LIST = ListPage.<IdentityProviderView>of(
                    "identity-providers",
                    Columns.<IdentityProviderView>begin()
                            .link("name", IdentityProviderView::name, provider -> at(provider.id()))
                            .text("issuer", IdentityProviderView::issuer)
                            .text("domains", provider -> String.join(", ", provider.domains()))
                            .yesNo("enabled", IdentityProviderView::enabled))
            .create("identity_provider.create", "/identity-providers/new");

    private final ProviderAdministration providers;
    private final RoleAdministration roles;

    IdentityProviderPages(ProviderAdministration providers, RoleAdministration roles) {
        this.providers = providers;
        this.roles = roles;
    }

    private static String at(IdentityProviderId id) {
        return "/identity-providers/" + id.value();
    }

    @GetMapping("/identity-providers")
    String list(Screen screen) {
        return screen.list(LIST, new Page<>(providers.list(), null));
    }

    @GetMapping("/identity-providers/{id}")
    String read(@PathVariable IdentityProviderId id, Screen screen) {
        IdentityProviderView provider = providers.read(id);
        var texts = screen.texts();
        String signIn = "/sign-in/with/" + id.value();
        return screen.document(Document.of("identity-provider", provider.name())
                .step("check-provider", "identity_provider.change", true, at(id) + "/check")
                .form("edit", "identity_provider.change", true, at(id) + "/edit")
                .grave(
                        "delete-provider",
                        "identity_provider.delete",
                        true,
                        at(id) + "/delete?_version=" + provider.version(),
                        texts)
                .fact("enabled", texts.say(provider.enabled() ? "yes" : "no"))
                .fact("issuer", provider.issuer())
                .fact("clientId", provider.clientId())
                .fact("secretSet", texts.say(provider.secretSet() ? "yes" : "no"))
                .fact("domains", String.join("\n", provider.domains()))
                .fact("signInAddress", here(signIn))
                .fact("returnAddress", here(signIn + "/return"))
                .fact("scopes", provider.scopes())
                .fact("audience", provider.audience())
                .fact("emailClaim", provider.emailClaim())
                .fact("verifiedClaim", provider.verifiedClaim())
                .fact("groupsClaim", provider.groupsClaim())
                .table(GroupRoles.table(provider.roles(), texts)));
    }

    /** As the browser of whoever sets up the other side knows this house. */
    private static String here(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    @GetMapping("/identity-providers/new")
    String begin(Screen screen) {
        return screen.begin(
                form("identity-provider-new", "/identity-providers", screen), Map.of("enabled", "true"), Map.of());
    }

    @PostMapping("/identity-providers/new")
    String create(Screen screen) {
        return screen.submit(
                () -> form("identity-provider-new", "/identity-providers", screen),
                IdentityProviderDraft.class,
                draft -> at(providers.create(draft).id()));
    }

    @GetMapping("/identity-providers/{id}/edit")
    String edit(@PathVariable IdentityProviderId id, Screen screen) {
        IdentityProviderView provider = providers.read(id);
        return screen.form(form("identity-provider", at(id), screen), provider, provider.version(), Map.of());
    }

    @PostMapping("/identity-providers/{id}/edit")
    String change(@PathVariable IdentityProviderId id, Screen screen) {
        return screen.submit(() -> form("identity-provider", at(id), screen), IdentityProviderDraft.class, draft -> {
            providers.change(id, screen.version(), draft);
            return at(id);
        });
    }

    private Form form(String name, String back, Screen screen) {
        var form = Form.of(
                        name,
                        back,
                        Field.text("name").must(),
                        Field.yesNo("enabled"),
                        Field.text("issuer").must().broad(),
                        Field.text("clientId").must(),
                        Field.secret("clientSecret"),
                        Field.lines("domains").must())
                .section(
                        "claims",
                        Field.text("scopes"),
                        Field.text("audience"),
                        Field.text("emailClaim"),
                        Field.text("verifiedClaim"),
                        Field.text("groupsClaim"));
        return GroupRoles.ask(form, roles.list(), screen.texts());
    }

    @PostMapping("/identity-providers/{id}/check")
    String check(@PathVariable IdentityProviderId id, Screen screen) {
        ProviderCheck found = providers.check(id);
        if (found.sound()) screen.told("told.provider-sound", found.keys());
        else screen.told("told.provider-problem", String.valueOf(found.problem()));
        return screen.redirect(at(id));
    }

    @PostMapping("/identity-providers/{id}/delete")
    String delete(@PathVariable IdentityProviderId id, Screen screen) {
        providers.delete(id, screen.version());
        return screen.redirect("/identity-providers");
    }
}
