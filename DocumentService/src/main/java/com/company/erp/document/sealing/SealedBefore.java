package com.company.erp.document.sealing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind of sealed things, told of by the feature that keeps them, so that a new key can take them over. */
public interface SealedBefore {

    /** What they are called in the log. */
    String name();

    /** The companies that have some which another key than the current one sealed. */
    List<UUID> companies();

    /** Such things of the scope's company, in the order of their ids, the next few after one of them. */
    List<UUID> next(@Nullable UUID after);

    /** Seals one with the current key, unless another instance is doing it; inside a transaction. */
    void sealAnew(UUID id);
}
