package com.company.erp.user.factor;

import java.util.List;
import javax.crypto.SecretKey;

/**
 * What secrets in the database are encrypted with.
 *
 * @param former with which some may still be, since JWT_SECRET was changed
 */
public record BoxKeys(SecretKey current, List<SecretKey> former) {}
