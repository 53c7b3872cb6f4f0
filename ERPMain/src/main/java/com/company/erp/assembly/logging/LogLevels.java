package com.company.erp.assembly.logging;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.transaction.annotation.Transactional;

/** How much is written down, changed while the house works; on this instance, and until it ends. */
@Door
public class LogLevels {

    private static final Logger LOG = LoggerFactory.getLogger(LogLevels.class);

    private final LoggingSystem logging;

    LogLevels(LoggingSystem logging) {
        this.logging = logging;
    }

    /** Sets the level of a logger, or with null lets it follow the one above again. */
    @Needs("log_level.change")
    @Transactional(readOnly = true)
    public void change(String logger, @Nullable LogLevel level) {
        logging.setLogLevel(logger, level);
        LOG.warn("The level of {} was set to {}.", logger, level == null ? "that of the one above" : level);
    }
}
