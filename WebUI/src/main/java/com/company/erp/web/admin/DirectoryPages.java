package com.company.erp.web.admin;

import com.company.erp.platform.web.Page;
import com.company.erp.user.access.RoleAdministration;
import com.company.erp.user.provider.DirectoryCheck;
import com.company.erp.user.provider.DirectoryDraft;
import com.company.erp.user.provider.DirectoryView;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.provider.ProviderAdministration;
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

/** Directories (LDAP) by which the company's people sign in: registered, asked whether they answer, changed. */
@Controller
class DirectoryPages {

    private static final ListPage<DirectoryView> LIST = ListPage.<DirectoryView>of(
                    "directories",
                    Columns.<DirectoryView>begin()
                            .link("name", DirectoryView::name, directory -> at(directory.id()))
                            .text("address", DirectoryView::address)
                            .text("domains", directory -> String.join(", ", directory.domains()))
                            .yesNo("enabled", DirectoryView::enabled))
            .create("identity_provider.create", "/directories/new");

    private final ProviderAdministration directories;
    private final RoleAdministration roles;

    DirectoryPages(ProviderAdministration directories, RoleAdministration roles) {
        this.directories = directories;
        this.roles = roles;
    }

    private static String at(IdentityProviderId id) {
        return "/directories/" + id.value();
    }

    @GetMapping("/directories")
    String list(Screen screen) {
        return screen.list(LIST, new Page<>(directories.listDirectories(), null));
    }

    @GetMapping("/directories/{id}")
    String read(@PathVariable IdentityProviderId id, Screen screen) {
        DirectoryView directory = directories.readDirectory(id);
        var texts = screen.texts();
        String signIn = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/sign-in/directory/" + id.value())
                .toUriString();
        return screen.document(Document.of("directory", directory.name())
                .step("check-directory", "identity_provider.change", true, at(id) + "/check")
                .form("edit", "identity_provider.change", true, at(id) + "/edit")
                .grave(
                        "delete-directory",
                        "identity_provider.delete",
                        true,
                        at(id) + "/delete?_version=" + directory.version(),
                        texts)
                .fact("enabled", texts.say(directory.enabled() ? "yes" : "no"))
                .fact("address", directory.address())
                .fact("bindAccount", directory.bindAccount())
                .fact("passwordSet", texts.say(directory.passwordSet() ? "yes" : "no"))
                .fact("domains", String.join("\n", directory.domains()))
                .fact("signInAddress", signIn)
                .fact("userBase", directory.userBase())
                .fact("userFilter", directory.userFilter())
                .fact("nameAttributes", directory.nameAttributes())
                .fact("subjectAttribute", directory.subjectAttribute())
                .fact("emailAttribute", directory.emailAttribute())
                .fact("groupsAttribute", directory.groupBase() == null ? directory.groupsAttribute() : null)
                .fact("groupBase", directory.groupBase())
                .table(GroupRoles.table(directory.roles(), texts)));
    }

    @GetMapping("/directories/new")
    String begin(Screen screen) {
        return screen.begin(form("directory-new", "/directories", screen), Map.of("enabled", "true"), Map.of());
    }

    @PostMapping("/directories/new")
    String create(Screen screen) {
        return screen.submit(
                () -> form("directory-new", "/directories", screen),
                DirectoryDraft.class,
                draft -> at(directories.createDirectory(draft).id()));
    }

    @GetMapping("/directories/{id}/edit")
    String edit(@PathVariable IdentityProviderId id, Screen screen) {
        DirectoryView directory = directories.readDirectory(id);
        return screen.form(form("directory", at(id), screen), directory, directory.version(), Map.of());
    }

    @PostMapping("/directories/{id}/edit")
    String change(@PathVariable IdentityProviderId id, Screen screen) {
        return screen.submit(() -> form("directory", at(id), screen), DirectoryDraft.class, draft -> {
            directories.changeDirectory(id, screen.version(), draft);
            return at(id);
        });
    }

    private Form form(String name, String back, Screen screen) {
        var form = Form.of(
                        name,
                        back,
                        Field.text("name").must(),
                        Field.yesNo("enabled"),
                        Field.text("address").must().broad(),
                        Field.text("bindAccount"),
                        Field.secret("bindPassword"),
                        Field.area("certificate"),
                        Field.lines("domains").must())
                .section(
                        "people",
                        Field.text("userBase").must(),
                        Field.text("userFilter"),
                        Field.text("nameAttributes"),
                        Field.text("subjectAttribute"),
                        Field.text("emailAttribute"))
                .section("groups", Field.text("groupsAttribute"), Field.text("groupBase"));
        return GroupRoles.ask(form, roles.list(), screen.texts());
    }

    @PostMapping("/directories/{id}/check")
    String check(@PathVariable IdentityProviderId id, Screen screen) {
        DirectoryCheck found = directories.checkDirectory(id);
        if (found.sound()) screen.told("told.directory-sound");
        else screen.told("told.provider-problem", String.valueOf(found.problem()));
        return screen.redirect(at(id));
    }

    @PostMapping("/directories/{id}/delete")
    String delete(@PathVariable IdentityProviderId id, Screen screen) {
        directories.deleteDirectory(id, screen.version());
        return screen.redirect("/directories");
    }
}
