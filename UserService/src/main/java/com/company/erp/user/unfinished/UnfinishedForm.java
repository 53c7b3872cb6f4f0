package com.company.erp.user.unfinished;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form.
 *
 * @param typed the values of its fields by their names
 */
public record UnfinishedForm(Instant at, Map<String, List<String>> typed) {}
