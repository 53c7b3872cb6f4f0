package com.company.erp.web.admin;

import com.company.erp.user.access.RoleAdministration;
import com.company.erp.user.access.RoleId;
import com.company.erp.user.access.RoleView;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What each role may do. */
@Controller
class RolePages {

    private final RoleAdministration roles;

    RolePages(RoleAdministration roles) {
        this.roles = roles;
    }

    record NewRole(
            @NotBlank @Size(max = 50) String name,
            @NotNull @Size(max = 500) Set<@NotBlank @Size(max = 100) String> permissions) {}

    record Grant(@NotNull @Size(max = 500) Set<@NotBlank @Size(max = 100) String> permissions) {}

    /** What a thing's permissions are, and which role grants them. */
    record Thing(String word, List<Permission> permissions) {}

    record Permission(String name, String word, List<Boolean> granted) {}

    /** @param own the roles that the company made, which alone can be changed */
    record Matrix(List<String> names, List<Thing> things, List<RoleView> own) {}

    @GetMapping("/roles")
    String list(Screen screen) {
        List<RoleView> all = roles.list();
        Texts texts = screen.texts();
        List<String> names =
                all.stream().map(role -> texts.constant(role.name())).toList();
        List<RoleView> own = all.stream().filter(role -> role.id() != null).toList();
        List<Thing> things = PermissionFields.byThing(roles.permissions()).entrySet().stream()
                .map(thing -> new Thing(
                        texts.constant(thing.getKey()),
                        thing.getValue().stream()
                                .map(permission -> permission(permission, all, texts))
                                .toList()))
                .toList();
        return screen.page("roles", new Matrix(names, things, own));
    }

    private static Permission permission(String permission, List<RoleView> all, Texts texts) {
        List<Boolean> granted = all.stream()
                .map(role -> role.permissions().contains(permission))
                .toList();
        return new Permission(permission, PermissionFields.action(permission, texts), granted);
    }

    @GetMapping("/roles/new")
    String begin(Screen screen) {
        return screen.form(newRole(screen), null);
    }

    @PostMapping("/roles/new")
    String create(Screen screen) {
        return screen.submit(() -> newRole(screen), NewRole.class, wanted -> {
            roles.create(wanted.name(), wanted.permissions());
            return "/roles";
        });
    }

    private Form newRole(Screen screen) {
        return Form.of("role-new", "/roles", Field.text("name").must())
                .section("permissions", PermissionFields.of(roles.permissions(), Set.of(), screen.texts()));
    }

    @GetMapping("/roles/{id}/edit")
    String edit(@PathVariable RoleId id, Screen screen) {
        RoleView role = roles.read(id);
        return screen.form(granting(role, screen), role, role.version(), Map.of());
    }

    @PostMapping("/roles/{id}/edit")
    String change(@PathVariable RoleId id, Screen screen) {
        return screen.submit(() -> granting(roles.read(id), screen), Grant.class, wanted -> {
            roles.change(id, wanted.permissions(), screen.version());
            return "/roles";
        });
    }

    private Form granting(RoleView role, Screen screen) {
        Set<String> granted = Set.copyOf(role.permissions());
        return Form.of("role", "/roles", PermissionFields.of(roles.permissions(), granted, screen.texts()));
    }

    @PostMapping("/roles/{id}/delete")
    String delete(@PathVariable RoleId id, Screen screen) {
        roles.delete(id, screen.version());
        return screen.redirect("/roles");
    }
}
