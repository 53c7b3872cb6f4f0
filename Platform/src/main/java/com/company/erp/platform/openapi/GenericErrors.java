package com.company.erp.platform.openapi;

import java.util.List;

/** Codes that any operation may answer; {@code field.*} stands for all of them. */
final class GenericErrors {

    static final List<String> CODES = List.of(
            "access.denied",
            "currency.unknown",
            "cursor.malformed",
            "date.malformed",
            "duty.one_person",
            "field.*",
            "format.unknown",
            "id.malformed",
            "idempotency.key",
            "idempotency.reused",
            "instant.malformed",
            "json.excessive",
            "json.malformed",
            "limit.range",
            "money.decimals",
            "money.range",
            "parameter.*",
            "password.must_change",
            "record.busy",
            "record.duplicate",
            "record.immutable",
            "record.linked",
            "record.stale",
            "record_rule.amount",
            "record_rule.own",
            "request.*",
            "second_factor.required",
            "service.*",
            "session.missing",
            "session.revoked",
            "sort.unknown",
            "token.invalid",
            "value.refused");

    private GenericErrors() {}
}
