package com.company.erp.platform.access;

import com.company.erp.kernel.Forbidden;

/**
 * Knows whether whoever acts has proved lately that it is he. An interface, because the arrow would otherwise point up:
 * how people prove it is known to the department of users.
 */
public interface Freshness {

    /**
     * That a person who acts has proved it lately. A machine has nothing but its key.
     *
     * @throws Forbidden access.step_up
     */
    void require();
}
