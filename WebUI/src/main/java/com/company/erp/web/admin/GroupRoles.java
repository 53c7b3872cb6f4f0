package com.company.erp.web.admin;

import com.company.erp.user.access.RoleView;
import com.company.erp.user.provider.GroupRole;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Table;
import com.company.erp.web.pattern.Texts;
import java.util.List;

/** Which roles the members of groups elsewhere have: shown, and asked for in a form. */
final class GroupRoles {

    private static final Columns<GroupRole> COLUMNS =
            Columns.<GroupRole>begin().text("group", GroupRole::group).text("role", GroupRole::role);

    private GroupRoles() {}

    static Table table(List<GroupRole> mapped, Texts texts) {
        return COLUMNS.table("group-roles", mapped, texts);
    }

    static Form ask(Form form, List<RoleView> roles, Texts texts) {
        List<Field.Option> each = roles.stream()
                .map(role -> new Field.Option(role.name(), texts.constant(role.name())))
                .toList();
        return form.rows("roles", Field.text("group"), Field.choice("role", each));
    }
}
