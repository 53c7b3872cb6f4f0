package com.company.erp.user.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a directory says of somebody.
 *
 * @param dn where it keeps him now
 * @param subject who he is there, for ever
 * @param address in lower case; absent where there is none
 * @param name how people call him
 * @param groups in the one spelling that {@link DirectoryPlace#plain} gives
 */
public record DirectoryPerson(
        String dn, String subject, @Nullable String address, String name, List<String> groups) {}
