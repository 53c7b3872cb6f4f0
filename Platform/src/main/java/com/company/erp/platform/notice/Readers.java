package com.company.erp.platform.notice;

import com.company.erp.kernel.UserId;
import java.util.Set;

/** Who can be told anything: the department that knows the users says so. */
public interface Readers {

    /** Whether all of them work in the scope's company. */
    boolean include(Set<UserId> users);
}
