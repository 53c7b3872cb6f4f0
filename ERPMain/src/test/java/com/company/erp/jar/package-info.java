/** The built jar in JVMs of its own, as an operator runs it; these tests follow the packaging (failsafe). */
@NullMarked
package com.company.erp.jar;

import org.jspecify.annotations.NullMarked;
