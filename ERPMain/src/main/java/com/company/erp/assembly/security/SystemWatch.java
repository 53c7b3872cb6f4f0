package com.company.erp.assembly.security;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import org.springframework.transaction.annotation.Transactional;

/** The door to the running system itself: its metrics and build, which hold nothing of any company. */
@Door
public class SystemWatch {

    /** Lets the actor pass, or not. */
    @Needs("system.read")
    @Transactional(readOnly = true)
    public void enter() {
        // The check of the permission is all there is to it.
    }
}
