package com.company.erp.web.admin;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.Paging;
import com.company.erp.user.access.RoleAdministration;
import com.company.erp.user.access.RoleView;
import com.company.erp.user.member.Invited;
import com.company.erp.user.member.UserAdministration;
import com.company.erp.user.member.UserView;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class MemberPages {

    private static final ListPage<UserView> LIST = ListPage.<UserView>of(
                    "members",
                    Columns.<UserView>begin()
                            .link("name", UserView::name, user -> at(user.id()))
                            .text("username", UserView::username)
                            .text("roles", user -> String.join(", ", user.roles()))
                            .yesNo("secondFactor", UserView::secondFactor)
                            .yesNo("active", UserView::active))
            .create("user.invite", "/members/new");

    private final UserAdministration users;
    private final RoleAdministration roles;

    MemberPages(UserAdministration users, RoleAdministration roles) {
        this.users = users;
        this.roles = roles;
    }

    record Invitation(
            @NotBlank @Size(max = 254) String username,
            @NotBlank @Size(max = 200) String name,
            @NotEmpty @Size(max = 50) Set<@NotBlank @Size(max = 50) String> roles) {}

    record Assignment(@NotEmpty @Size(max = 50) Set<@NotBlank @Size(max = 50) String> roles) {}

    private static String at(UserId id) {
        return "/members/" + id.value();
    }

    @GetMapping("/members")
    String list(UserAdministration.UserFilter filter, Paging paging, Screen screen) {
        return screen.list(LIST, users.list(filter, paging));
    }

    @GetMapping("/members/{id}")
    String read(@PathVariable UserId id, Screen screen) {
        UserView user = users.read(id);
        return screen.document(Document.of("member", user.name())
                .form("edit", "user.change", true, at(id) + "/edit")
                .step("deactivate", "user.deactivate", user.active(), at(id) + "/deactivate")
                .step("activate", "user.activate", !user.active(), at(id) + "/activate")
                .grave(
                        "remove-second-factor",
                        "user.reset",
                        user.secondFactor(),
                        at(id) + "/remove-second-factor",
                        screen.texts())
                .fact("username", user.username())
                .fact(
                        "roles",
                        user.roles().stream().map(screen.texts()::constant).collect(Collectors.joining(", ")))
                .fact("secondFactor", screen.texts().say(user.secondFactor() ? "yes" : "no"))
                .fact("active", screen.texts().say(user.active() ? "yes" : "no")));
    }

    @GetMapping("/members/new")
    String begin(Screen screen) {
        return screen.form(invitation(), null);
    }

    /** The one-time password is shown on the page that answers, this once, and kept nowhere. */
    @PostMapping("/members/new")
    String invite(Screen screen) {
        Form form = invitation();
        return screen.answer(form, Invitation.class, wanted -> {
            Invited invited = users.invite(
                    wanted.username(),
                    wanted.name(),
                    wanted.roles(),
                    false,
                    screen.texts().locale().getLanguage());
            return screen.page("invited", invited);
        });
    }

    @GetMapping("/members/{id}/edit")
    String edit(@PathVariable UserId id, Screen screen) {
        UserView user = users.read(id);
        return screen.form(assignment(id), user, user.version(), java.util.Map.of());
    }

    @PostMapping("/members/{id}/edit")
    String assign(@PathVariable UserId id, Screen screen) {
        return screen.submit(() -> assignment(id), Assignment.class, wanted -> {
            users.assign(id, wanted.roles(), screen.version());
            return at(id);
        });
    }

    @PostMapping("/members/{id}/deactivate")
    String deactivate(@PathVariable UserId id, Screen screen) {
        users.deactivate(id);
        return screen.redirect(at(id));
    }

    @PostMapping("/members/{id}/activate")
    String activate(@PathVariable UserId id, Screen screen) {
        users.activate(id);
        return screen.redirect(at(id));
    }

    @PostMapping("/members/{id}/remove-second-factor")
    String removeSecondFactor(@PathVariable UserId id, Screen screen) {
        users.removeSecondFactor(id);
        return screen.redirect(at(id));
    }

    private Form invitation() {
        return Form.of(
                "member",
                "/members",
                Field.text("username").must(),
                Field.text("name").must(),
                Field.several("roles", options()).broad());
    }

    private Form assignment(UserId id) {
        return Form.of("member-edit", at(id), Field.several("roles", options()).broad());
    }

    private List<Option> options() {
        return roles.list().stream()
                .map(RoleView::name)
                .map(name -> new Option(name, null))
                .toList();
    }
}
